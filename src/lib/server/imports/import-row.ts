import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { splitEnding } from '#core/library/file-kinds.ts';
import { conflict, notFound } from '#server/platform/errors.ts';
import { createTrash } from '#server/platform/files.ts';
import { begin, meetItem } from './begin.ts';
import { bringTo, finishMove, found } from './bring-to.ts';
import type { Road } from './deps.ts';
import { getRow, patchRow, type ImportRow, type LookRow } from './queries.ts';
import { recordImport } from './record.ts';
import { rollBack } from './roll-back.ts';
import type { ImportMode, Journal } from './schema.ts';
import { weightOf } from './weight-of.ts';

export interface RowWork {
	signal: AbortSignal;
	jobId: number;
	progress(fraction: number): void;
}

/** One file takes the road, after any other that goes to the same item. */
export async function importRow(road: Road, look: LookRow, row: ImportRow, work: RowWork): Promise<void> {
	const { signal } = work;
	const begun = row.journal;
	const { itemId, from } = begun ?? (await meetItem(road, look, row, signal));
	await road.inTurn(`${row.target!.kind} ${itemId}`, async () => {
		signal.throwIfAborted();
		const journal = begun ?? (await begin(road, look, { rowId: row.id, from, itemId }, signal));
		await goOn(road, { look, row: getRow(road.db, row.id), journal }, work);
	});
}

/** Every step is written down before the next, so that it can be gone on with or taken back. */
async function goOn(
	road: Road,
	{ look, row, journal }: { look: LookRow; row: ImportRow; journal: Journal },
	work: RowWork
): Promise<void> {
	const save = () => patchRow(road.db, row.id, { journal });
	try {
		await arrive(journal, look.mode, save, work);
		await makeRoom(road, journal, save);
		await takePlace(journal);
		await bringCompanions(journal, look.mode, save, work);
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
	const by = (await found(staged))
		? await finishMove(journal.from, mode)
		: await bringTo(journal.from, staged, { mode, signal, progress });
	const { device, inode, sizeBytes, mtimeMs } = await weightOf(staged);
	journal.placed = { by, device, inode, sizeBytes, mtimeMs };
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
	const isStaged = Boolean(await found(join(root, staged)));
	// A crash may have come between its new name and the end of the old one.
	if (await isOurs(journal)) await rm(join(root, staged), { force: true });
	else if (isStaged) await bringTo(join(root, staged), join(root, path), { mode: 'move' });
	else throw notFound('file', join(root, staged));
}

/** What stands where one of them would go is kept, and that one stays where it is. */
async function bringCompanions(
	{ root, companions }: Journal,
	mode: ImportMode,
	save: () => void,
	{ signal }: RowWork
): Promise<void> {
	for (const companion of companions) {
		const to = join(root, companion.path);
		const isThere = Boolean(await found(to));
		if (isThere || !(await found(companion.from))) continue;
		companion.came = true;
		save();
		await bringTo(companion.from, to, { mode, signal });
	}
}

/** Names in a folder that a file came to, but for what is on its way. */
export async function namesIn(folder: string): Promise<string[]> {
	const names = await readdir(folder).catch(() => {
		throw conflict(`${folder} cannot be read.`);
	});
	return names.filter((name) => !name.startsWith('.'));
}
