import { lstat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { prepared } from '#server/platform/statements.ts';
import { fingerprint } from './fingerprint.ts';
import { dropFile, fileAt, parkPath, type KnownFile } from './file-rows.ts';
import type { FoundFile } from './found.ts';
import { add, folderOf, takeOver, type Riddle, type Shelf } from './put-away.ts';
import { forgetSidecars } from './sidecar-rows.ts';

interface Move {
	found: FoundFile;
	row: KnownFile;
}

/** Finds out which files came from where, by device and inode; what is left is new, or changed in place. */
export async function solveRiddles(
	shelf: Shelf,
	rootPath: (id: number) => string | undefined,
	inTransaction: (work: () => void) => void
): Promise<void> {
	const goneIds = new Set(shelf.gone.map(({ id }) => id));
	const displaced = new Set(shelf.riddles.flatMap(({ row }) => row?.id ?? []));
	const taken = new Set<number>();
	const moves: Move[] = [];
	const rest: Riddle[] = [];
	for (const riddle of shelf.riddles) {
		const row = await firstFree(riddle.candidates, async (candidate) => {
			if (taken.has(candidate.id) || candidate.sizeBytes !== riddle.found.sizeBytes) return false;
			if (goneIds.has(candidate.id) || displaced.has(candidate.id)) return true;
			const root = rootPath(candidate.rootFolderId);
			return root !== undefined && !(await exists(join(root, candidate.path)));
		});
		if (row) {
			taken.add(row.id);
			moves.push({ found: riddle.found, row });
		} else rest.push(riddle);
	}
	inTransaction(() => {
		for (const { row } of moves) parkPath(shelf.db, row.id);
		for (const { found, row } of moves) {
			const standing = fileAt(shelf.db, shelf.rootFolderId, found.path);
			// What was replaced by the moved file exists no longer under any name.
			if (standing && !taken.has(standing.id)) dropFile(shelf.db, standing.id);
			takeOver(shelf, found, row);
			if (row.state === 'present' && row.missingSince === null) shelf.tally.moved += 1;
		}
		for (const { found, row } of rest) {
			if (row && !taken.has(row.id)) takeOver(shelf, found, row);
			else add(shelf, found);
		}
	});
	shelf.gone = shelf.gone.filter(({ id }) => !taken.has(id));
}

async function firstFree(
	rows: readonly KnownFile[],
	fits: (row: KnownFile) => Promise<boolean>
): Promise<KnownFile | undefined> {
	for (const row of rows) if (await fits(row)) return row;
	return undefined;
}

const exists = async (path: string) => Boolean(await lstat(path).catch(() => undefined));

interface NewRow {
	id: number;
	path: string;
	sizeBytes: number;
	mtimeMs: number;
}

/**
 * What was copied to another disk has another inode: a gone file and a new one of the same size are the same if their
 * content is, or their name and time where the content was never sampled.
 */
export async function matchContent(
	shelf: Shelf,
	root: string,
	inTransaction: (work: () => void) => void
): Promise<void> {
	const { db, gone, tally } = shelf;
	if (gone.length === 0 || tally.insertedIds.length === 0) return;
	const fresh = prepared(
		db,
		'SELECT id, path, sizeBytes, mtimeMs FROM files WHERE id IN (SELECT value FROM json_each(?)) AND sizeBytes IN (SELECT value FROM json_each(?))'
	).all(
		JSON.stringify(tally.insertedIds),
		JSON.stringify(gone.map(({ sizeBytes }) => sizeBytes))
	) as NewRow[];
	const free = new Map(fresh.map((row) => [row.id, row]));
	const matched = new Set<number>();
	for (const old of gone) {
		for (const row of free.values()) {
			if (row.sizeBytes !== old.sizeBytes || !(await isSame(root, old, row))) continue;
			free.delete(row.id);
			matched.add(old.id);
			inTransaction(() => replaceRow(shelf, old, row));
			break;
		}
	}
	shelf.gone = gone.filter(({ id }) => !matched.has(id));
}

async function isSame(root: string, old: KnownFile, row: NewRow): Promise<boolean> {
	if (old.fingerprint === null)
		return basename(old.path) === basename(row.path) && Math.abs(old.mtimeMs - row.mtimeMs) < 2_500;
	return (await fingerprint(join(root, row.path)).catch(() => undefined)) === old.fingerprint;
}

/** The old row goes on under the new path. */
function replaceRow({ db, tally }: Shelf, old: KnownFile, row: NewRow): void {
	forgetSidecars(db, old, folderOf(row.path));
	prepared(db, 'UPDATE OR REPLACE sidecars SET fileId = ? WHERE fileId = ?').run(old.id, row.id);
	const copied = 'path, unit, mtimeMs, device, inode, role, extraType, part, rootFolderId, isNameRead'.split(
		', '
	);
	const fresh = prepared(db, `SELECT ${copied.join(', ')} FROM files WHERE id = ?`).get(row.id) as Record<
		string,
		string | number | null
	>;
	dropFile(db, row.id);
	prepared(
		db,
		`UPDATE files SET ${copied.map((name) => `${name} = ?`).join(', ')}, state = 'present', missingSince = NULL WHERE id = ?`
	).run(...copied.map((name) => fresh[name]), old.id);
	tally.added -= 1;
	tally.moved += 1;
	if (old.movieId !== null) tally.movies.add(old.movieId);
	if (old.seriesId !== null) tally.series.add(old.seriesId);
}
