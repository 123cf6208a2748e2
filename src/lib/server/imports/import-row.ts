import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { splitEnding } from '#core/library/file-kinds.ts';
import { conflict, notFound } from '#server/platform/errors.ts';
import { createTrash, place } from '#server/platform/files.ts';
import { begin } from './begin.ts';
import type { Road } from './deps.ts';
import { patchRow, type ImportRow, type LookRow } from './queries.ts';
import { recordImport } from './record.ts';
import { rollBack } from './roll-back.ts';
import type { ImportMode, Journal } from './schema.ts';

export interface RowWork {
	signal: AbortSignal;
	jobId: number;
	progress(fraction: number): void;
}

const modes = { move: 'move', link: 'auto', copy: 'copy' } as const;
const placeMode = (mode: ImportMode) => modes[mode];

export const found = (path: string) => lstat(path).catch(() => undefined);

/** One file takes the road; every step is written down before the next, so that it can be gone on with or taken back. */
export async function importRow(road: Road, look: LookRow, row: ImportRow, work: RowWork): Promise<void> {
	const journal = row.journal ?? (await begin(road, look, row, work.signal));
	const save = () => patchRow(road.db, row.id, { journal });
	try {
		await arrive(journal, look.mode, save, work);
		await makeRoom(road, journal, save);
		await takePlace(journal);
		await bringSidecars(journal, look.mode);
		await recordImport(road, { look, row, journal, jobId: work.jobId });
	} catch (error) {
		await rollBack(road, look.mode, row.id, journal);
		throw error;
	}
}

/** It comes beside its place under a name of its own; only a whole file ever bears that name. */
async function arrive(
	journal: Journal,
	mode: ImportMode,
	save: () => void,
	{ signal, progress }: RowWork
): Promise<void> {
	if (journal.placed) return;
	const staged = join(journal.root, journal.staged);
	const before = await found(staged);
	const by = before
		? mode
		: (await place(journal.from, staged, { mode: placeMode(mode), signal, progress })).by;
	const stat = (await found(staged))!;
	journal.placed = {
		by,
		device: String(stat.dev),
		inode: String(stat.ino),
		sizeBytes: stat.size,
		mtimeMs: stat.mtimeMs
	};
	save();
}

/** Files that are replaced go to the trash of their root folder, each with the subtitles that bear its name. */
async function makeRoom({ library, now }: Road, journal: Journal, save: () => void): Promise<void> {
	const { root, startedAt, replace } = journal;
	const trash = createTrash({ folder: library.intake.trashFolder(root), now });
	const put = async (path: string): Promise<string | undefined> => {
		const at = join(root, path);
		if (await found(at)) return (await trash.put(at)).id;
		// A crash may have come between the trash and the journal.
		const entries = await trash.list();
		return entries.find((entry) => entry.path === at && entry.deletedAt >= startedAt)?.id;
	};
	for (const old of replace) {
		const stem = splitEnding(old.path).stem;
		const sidecars = old.fileId === null ? [] : library.intake.sidecarsOf(old.fileId);
		if (old.trashId === undefined) {
			const trashId = await put(old.path);
			if (trashId !== undefined) old.trashId = trashId;
			save();
		}
		for (const path of sidecars.filter((sidecar) => sidecar.startsWith(stem))) {
			if (old.withIt.some((each) => each.path === path)) continue;
			const trashId = await put(path);
			if (trashId !== undefined) old.withIt.push({ path, trashId });
			save();
		}
	}
}

export async function isOurs({ root, path, placed }: Journal): Promise<boolean> {
	const there = await found(join(root, path));
	return there !== undefined && String(there.ino) === placed?.inode && String(there.dev) === placed.device;
}

async function takePlace(journal: Journal): Promise<void> {
	const { root, path, staged } = journal;
	if (await found(join(root, staged))) await place(join(root, staged), join(root, path), { mode: 'move' });
	else if (!(await isOurs(journal))) throw notFound('file', join(root, staged));
}

async function bringSidecars({ root, sidecars }: Journal, mode: ImportMode): Promise<void> {
	for (const { from, path } of sidecars) {
		const to = join(root, path);
		if (await found(to)) continue;
		if (await found(from)) await place(from, to, { mode: placeMode(mode) });
	}
}

/** Names in the folder that a file came to. */
export async function siblingsOf({ root, path }: Journal): Promise<string[]> {
	const names = await readdir(join(root, dirname(path))).catch(() => {
		throw conflict(`${join(root, dirname(path))} cannot be read.`);
	});
	return names.filter((name) => !name.startsWith('.') && name !== basename(path));
}
