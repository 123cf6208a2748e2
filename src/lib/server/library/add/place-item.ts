import { asc, eq, sql } from 'drizzle-orm';
import { renderPath } from '#core/naming/render-path.ts';
import type { Db } from '#server/platform/db.ts';
import { invalid, needsConfiguration, notFound } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from '../item-table.ts';
import { itemSubject } from '../change/name-subject.ts';
import type { Naming } from '../change/rename.ts';
import { libraries, rootFolders, type ItemKind } from '../schema/folders.ts';

/** Those that take new things first, the usual ones before them all. */
export const rootsInOrder = (db: Db) =>
	db
		.select({
			id: rootFolders.id,
			path: rootFolders.path,
			libraryId: rootFolders.libraryId,
			library: libraries.name,
			kind: libraries.kind,
			seriesType: libraries.seriesType,
			readOnly: rootFolders.readOnly,
			freeBytes: rootFolders.freeBytes
		})
		.from(rootFolders)
		.innerJoin(libraries, eq(libraries.id, rootFolders.libraryId))
		.orderBy(
			asc(rootFolders.readOnly),
			// Anime and daily shows are the exception among series.
			sql`${libraries.seriesType} <> 'standard'`,
			asc(libraries.position),
			asc(rootFolders.id)
		)
		.all();

/** The root folder that was asked for, else the first. */
export function rootFor(db: Db, kind: ItemKind, id: number | undefined) {
	const roots = rootsInOrder(db);
	if (id === undefined) {
		const first = roots.find((root) => root.kind === kind);
		const what = kind === 'movie' ? 'films' : 'series';
		if (!first)
			throw needsConfiguration(`There is no folder for ${what} yet. Add one under Settings, Root folders.`);
		return first;
	}
	const root = roots.find((each) => each.id === id);
	if (!root) throw notFound('root folder', id);
	if (root.kind !== kind)
		throw invalid(`${root.path} holds ${root.kind === 'movie' ? 'films' : 'series'}; choose another folder.`);
	return root;
}

/** Where a new item belongs by the naming settings. Its folder is made when the first file comes. */
export function placeItem(db: Db, kind: ItemKind, id: number, rootFolderId: number, naming: Naming): string {
	const subject = itemSubject(db, kind, id);
	const { movieFolder, seriesFolder } = naming.formats;
	const named = renderPath(kind === 'movie' ? movieFolder : seriesFolder, subject, { style: naming.style });
	const table = tableOf[kind];
	const taken = prepared(db, `SELECT 1 FROM ${table} WHERE rootFolderId = ? AND folder = ? AND id <> ?`);
	const { tmdb, tvmaze } = subject.ids ?? {};
	// Two of the same name and year are told apart as scanners understand it.
	const apart = tmdb !== undefined ? `[tmdbid-${tmdb}]` : `[tvmazeid-${tvmaze ?? id}]`;
	const folder = taken.get(rootFolderId, named, id) ? `${named} ${apart}` : named;
	prepared(db, `UPDATE ${table} SET rootFolderId = ?, folder = ? WHERE id = ?`).run(rootFolderId, folder, id);
	return folder;
}
