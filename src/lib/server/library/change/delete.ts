import { eq } from 'drizzle-orm';
import { join } from 'node:path';
import { said } from '#core/text/said.ts';
import { rawDb, type Db } from '#server/platform/db.ts';
import { conflict, notFound } from '#server/platform/errors.ts';
import { createTrash } from '#server/platform/files.ts';
import { prepared } from '#server/platform/statements.ts';
import { noteUnmatched } from '../identify/unmatched-rows.ts';
import { getFile } from './file-details.ts';
import { refreshMovieTotals, refreshSeriesTotals } from '../items.ts';
import type { ItemKind } from '../schema/folders.ts';
import { movies, series } from '../schema/items.ts';
import { trashFolder } from '../tasks.ts';
import { takeSnapshot } from './snapshot.ts';
import { noteUndo } from './note-undo.ts';
import type { UndoStep } from './undo.ts';

interface FileRow {
	id: number;
	rootFolderId: number;
	root: string;
	readOnly: number;
	path: string;
	unit: string;
	state: string;
	movieId: number | null;
	seriesId: number | null;
}

const fileColumns = `f.id, f.rootFolderId, r.path AS root, r.readOnly, f.path, f.unit, f.state, f.movieId, f.seriesId
	FROM files f JOIN root_folders r ON r.id = f.rootFolderId`;

const itemFiles = (db: Db, kind: ItemKind, id: number) =>
	prepared(db, `SELECT ${fileColumns} WHERE f.${kind}Id = ? AND f.state <> 'trashed'`).all(id) as FileRow[];

/** Deletes a film or series; its files stay, or go to the trash of their root folder. Answers the step that undoes it. */
export async function deleteItem(
	db: Db,
	kind: ItemKind,
	id: number,
	withFiles: boolean,
	{ now, by }: { now: number; by?: string | undefined }
): Promise<number> {
	const table = kind === 'movie' ? movies : series;
	const item = db.select({ title: table.title, year: table.year }).from(table).where(eq(table.id, id)).get();
	if (!item) throw notFound(kind === 'movie' ? 'film' : 'series', id);
	const own = itemFiles(db, kind, id);
	const snapshots = takeSnapshot(db, kind, id);
	const links = own.map(({ id: file, movieId, seriesId }) => ({ id: file, movieId, seriesId }));
	const steps: UndoStep[] = withFiles ? await trashFiles(db, own, now, wholeOrBeside) : [];
	return rawDb(db).transaction(() => {
		const gone = withFiles ? [] : keepAway(db, own, item, now);
		const undoId = noteUndo(
			db,
			said('Deleted {title}', { title: item.title }),
			[
				...steps,
				{ do: 'rows', snapshots },
				{ do: 'files', files: links },
				...(gone.length > 0 ? [{ do: 'unmatched' as const, back: [], gone }] : [])
			],
			now,
			{ kind: 'deleted', by, subjects: [{ kind, ids: [id] }] }
		);
		db.delete(table).where(eq(table.id, id)).run();
		return undoId;
	})();
}

/** Files that stay are not to be taken in again by the next scan. */
function keepAway(
	db: Db,
	files: readonly FileRow[],
	{ title, year }: { title: string; year: number | null },
	now: number
): { rootFolderId: number; path: string }[] {
	const places: { rootFolderId: number; path: string }[] = [];
	for (const members of Map.groupBy(files, ({ rootFolderId, unit }) => `${rootFolderId}/${unit}`).values()) {
		const { rootFolderId, unit } = members[0]!;
		const place = { rootFolderId, path: unit };
		const message = 'It was removed from the library; its files were kept.';
		noteUnmatched(db, place, {
			title,
			year: year ?? undefined,
			reason: 'unsure',
			message,
			suggestions: [],
			fileCount: members.length,
			now
		});
		prepared(db, 'UPDATE unmatched SET ignored = 1 WHERE rootFolderId = ? AND path = ?').run(
			rootFolderId,
			unit
		);
		places.push(place);
	}
	return places;
}

/** One file of many, with what bears its name. */
export async function deleteFile(
	db: Db,
	id: number,
	{ now, by }: { now: number; by?: string | undefined }
): Promise<number> {
	const row = prepared(db, `SELECT ${fileColumns} WHERE f.id = ?`).get(id) as FileRow | undefined;
	if (!row || row.state === 'trashed') throw notFound('file', id);
	const { movieId, seriesId } = row;
	const steps = await trashFiles(db, [row], now, besideOnly);
	return rawDb(db).transaction(() => {
		if (movieId !== null) refreshMovieTotals(db, movieId);
		if (seriesId !== null) refreshSeriesTotals(db, seriesId, new Date(now).toISOString().slice(0, 10));
		const subjects = [
			...(movieId === null ? [] : [{ kind: 'movie' as const, ids: [movieId] }]),
			...(seriesId === null ? [] : [{ kind: 'series' as const, ids: [seriesId] }])
		];
		const files = [{ id, movieId, seriesId }];
		const title = said('Deleted {name}', { name: getFile(db, id).name });
		return noteUndo(db, title, [...steps, { do: 'files', files }], now, { kind: 'deleted', by, subjects });
	})();
}

type Choose = (db: Db, members: readonly FileRow[]) => string[];

/** A folder that holds nothing else goes as a whole; else each file goes with what lies beside it. */
const wholeOrBeside: Choose = (db, members) => {
	const { rootFolderId, unit } = members[0]!;
	return isWholeFolder(db, rootFolderId, unit, members) ? [unit] : besideOnly(db, members);
};

/** Each file with what bears its name. */
const besideOnly: Choose = (db, members) =>
	members.flatMap(({ id, path }) => {
		const stem = path.replace(/\.[^./]+$/, '');
		return [path, ...sidecarPaths(db, id).filter((beside) => beside.startsWith(stem))];
	});

async function trashFiles(
	db: Db,
	files: readonly FileRow[],
	now: number,
	choose: Choose
): Promise<UndoStep[]> {
	const locked = files.find(({ readOnly }) => readOnly === 1);
	if (locked) throw conflict(`${locked.root} is read-only; its files are not deleted.`);
	const steps: UndoStep[] = [];
	const units = Map.groupBy(files, ({ rootFolderId, unit }) => `${rootFolderId}/${unit}`);
	for (const members of units.values()) {
		const { root } = members[0]!;
		const paths = choose(db, members);
		const trash = createTrash({ folder: trashFolder(root), now: () => now });
		for (const path of paths) {
			const entry = await trash.put(join(root, path)).catch((error: unknown) => {
				// It is gone already: there is nothing to put away.
				if ((error as { code?: string }).code === 'not_found') return undefined;
				throw error;
			});
			if (entry) steps.push({ do: 'restore', root, trashId: entry.id, path });
		}
		rawDb(db).transaction(() => {
			for (const { id } of members)
				prepared(db, `UPDATE files SET state = 'trashed', missingSince = ? WHERE id = ?`).run(now, id);
		})();
	}
	return steps;
}

const sidecarPaths = (db: Db, fileId: number) =>
	prepared(db, 'SELECT path FROM sidecars WHERE fileId = ?').pluck().all(fileId) as string[];

function isWholeFolder(db: Db, rootFolderId: number, unit: string, members: readonly FileRow[]): boolean {
	if (unit === '' || !members.every(({ path }) => path.startsWith(`${unit}/`))) return false;
	const below = prepared(
		db,
		`SELECT count(*) FROM files WHERE rootFolderId = ? AND state <> 'trashed' AND path > ? AND path < ?`
	)
		.pluck()
		.get(rootFolderId, `${unit}/`, `${unit}0`) as number;
	return below === members.length;
}
