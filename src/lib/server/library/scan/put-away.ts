import type { SidecarName } from '#core/library/sidecar.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { FoundFile, ReadFolder } from './found.ts';
import {
	fileAt,
	filesIn,
	filesWithInode,
	insertFile,
	updateFile,
	writeFolder,
	type KnownFile
} from './file-rows.ts';
import { forgetSidecars, writeLooseSubtitles, writeSidecars } from './sidecar-rows.ts';

/** A file whose row is not plain to see: it may have come from elsewhere, or another one took its place. */
export interface Riddle {
	found: FoundFile;
	/** The row that bears its path. */
	row: KnownFile | undefined;
	/** Rows of the same inode. */
	candidates: KnownFile[];
}

export interface Tally {
	added: number;
	changed: number;
	moved: number;
	returned: number;
	/** New rows, for comparing with what is gone. */
	insertedIds: number[];
	movies: Set<number>;
	series: Set<number>;
}

export const newTally = (): Tally => ({
	added: 0,
	changed: 0,
	moved: 0,
	returned: 0,
	insertedIds: [],
	movies: new Set(),
	series: new Set()
});

export interface Shelf {
	db: Db;
	rootFolderId: number;
	/** Nothing is known of this root folder yet. */
	isFresh: boolean;
	now: number;
	tally: Tally;
	riddles: Riddle[];
	/** Rows whose file was not there. */
	gone: KnownFile[];
	/** Files that may still be growing: looked at again at the end. */
	fresh: FoundFile[];
	/** Subtitles in folders of their own: looked at again when what was moved has its row. */
	loose: { folder: string; sidecars: SidecarName[] }[];
}

export const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** One step of writing down what was found; some hundred of them make a transaction. */
export type Step = () => void;

/** What is to be written about a folder; that it was read comes last, so that a crash has it read again. */
export function planFolder(shelf: Shelf, folder: ReadFolder): Step[] {
	const { db, rootFolderId } = shelf;
	const known = shelf.isFresh ? [] : filesIn(db, rootFolderId, folder.path);
	const byPath = new Map(known.map((row) => [row.path, row]));
	const steps: Step[] = [];
	const unknown: FoundFile[] = [];
	for (const found of folder.files) {
		const row = byPath.get(found.path);
		byPath.delete(found.path);
		if (found.isFresh && !isAsBefore(row, found)) shelf.fresh.push(found);
		else if (row) steps.push(() => settle(shelf, found, row));
		else unknown.push(found);
	}
	steps.push(...planNew(shelf, unknown));
	shelf.gone.push(...[...byPath.values()].filter(({ state }) => state !== 'trashed'));
	if (folder.loose.length > 0 && !shelf.isFresh)
		shelf.loose.push({ folder: folder.path, sidecars: folder.loose });
	steps.push(() => {
		writeLooseSubtitles(db, rootFolderId, folder.path, folder.loose);
		writeFolder(db, rootFolderId, folder);
	});
	return steps;
}

const isAsBefore = (row: KnownFile | undefined, found: FoundFile) =>
	row?.sizeBytes === found.sizeBytes && row.mtimeMs === found.mtimeMs;

/** Its path is known: unless another file took its place, the row is brought up to date. */
function settle(shelf: Shelf, found: FoundFile, row: KnownFile): void {
	const isOther = row.inode !== null && row.inode !== found.inode;
	if (isOther && row.sizeBytes !== found.sizeBytes) {
		shelf.riddles.push({ found, row, candidates: filesWithInode(shelf.db, [found.inode]) });
	} else takeOver(shelf, found, row);
}

/** The row stands for this file from now on. */
export function takeOver(shelf: Shelf, found: FoundFile, row: KnownFile): void {
	const { db, rootFolderId, tally } = shelf;
	const sameContent = row.sizeBytes === found.sizeBytes;
	if (row.state !== 'present' || row.missingSince !== null) tally.returned += 1;
	else if (!sameContent) tally.changed += 1;
	updateFile(db, row.id, rootFolderId, found, sameContent);
	if (row.path !== found.path || row.rootFolderId !== rootFolderId)
		forgetSidecars(db, row, folderOf(found.path));
	writeSidecars(db, row.id, folderOf(found.path), found.sidecars, false);
	note(tally, row);
	if (row.unit !== found.unit || row.rootFolderId !== rootFolderId)
		followUnit(db, row, rootFolderId, found.unit);
}

export function note(tally: Tally, { movieId, seriesId }: Pick<KnownFile, 'movieId' | 'seriesId'>): void {
	if (movieId !== null) tally.movies.add(movieId);
	if (seriesId !== null) tally.series.add(seriesId);
}

/** The folder of a film or show was renamed with its files in it. */
function followUnit(db: Db, row: KnownFile, rootFolderId: number, unit: string): void {
	for (const [table, id] of [
		['movies', row.movieId],
		['series', row.seriesId]
	] as const) {
		if (id === null) continue;
		prepared(
			db,
			`UPDATE ${table} SET rootFolderId = ?, folder = ? WHERE id = ? AND (folder = ? OR folder IS NULL)`
		).run(rootFolderId, unit, id, row.unit);
	}
}

function planNew(shelf: Shelf, found: readonly FoundFile[]): Step[] {
	if (found.length === 0) return [];
	const inodes = found.map(({ inode }) => inode);
	const sameInode = Map.groupBy(filesWithInode(shelf.db, inodes), ({ inode }) => inode);
	const steps: Step[] = [];
	for (const file of found) {
		const candidates = (sameInode.get(file.inode) ?? []).filter(
			(row) =>
				row.sizeBytes === file.sizeBytes &&
				(row.device === file.device || Math.abs(row.mtimeMs - file.mtimeMs) < 2_500)
		);
		if (candidates.length > 0) shelf.riddles.push({ found: file, row: undefined, candidates });
		else steps.push(() => add(shelf, file));
	}
	return steps;
}

export function add(shelf: Shelf, found: FoundFile): number {
	const { db, rootFolderId, tally, now } = shelf;
	const known = shelf.isFresh ? undefined : fileAt(db, rootFolderId, found.path);
	if (known) {
		takeOver(shelf, found, known);
		return known.id;
	}
	const id = insertFile(db, rootFolderId, found, now);
	writeSidecars(db, id, folderOf(found.path), found.sidecars, true);
	tally.added += 1;
	if (!shelf.isFresh) tally.insertedIds.push(id);
	return id;
}
