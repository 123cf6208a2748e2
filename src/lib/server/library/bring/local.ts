import { readdir } from 'node:fs/promises';
import { dirname, basename } from 'node:path';
import { episodeKey, type LocalState } from '#core/library/bring-item.ts';
import type { Knowable } from '#core/library/bring-match.ts';
import { below } from '#core/library/bring-paths.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { ItemKind } from '../schema/folders.ts';

interface ItemRow {
	id: number;
	tmdbId: number | null;
	imdbId: string | null;
	tvdbId: number | null;
	title: string;
	year: number | null;
	path: string | null;
}

/** All items of a kind by what they can be known by. */
export function knownItems(db: Db, kind: ItemKind): (Knowable & { id: number })[] {
	const [table, tvdb] = kind === 'movie' ? ['movies', 'NULL AS tvdbId'] : ['series', 'i.tvdbId'];
	const rows = prepared(
		db,
		`SELECT i.id, i.tmdbId, i.imdbId, ${tvdb}, i.title, i.year, r.path || '/' || i.folder AS path FROM ${table} i LEFT JOIN root_folders r ON r.id = i.rootFolderId`
	).all() as ItemRow[];
	return rows.map(({ id, tmdbId, imdbId, tvdbId, title, year, path }) => ({
		id,
		ids: { tmdb: tmdbId ?? undefined, imdb: imdbId ?? undefined, tvdb: tvdbId ?? undefined },
		title,
		year: year ?? undefined,
		path: path ?? undefined
	}));
}

/** An item as far as Sonarr and Radarr have a say in it. */
export function localState(
	db: Db,
	kind: ItemKind,
	id: number,
	profileName: (id: string) => string | undefined
): LocalState {
	const [table, column, own] =
		kind === 'movie'
			? ['movies', 'movieId', 'NULL AS tvdbId, minimumAvailability']
			: ['series', 'seriesId', 'tvdbId, seriesType, monitorNew'];
	const row = prepared(
		db,
		`SELECT tmdbId, imdbId, monitored, profileId, folder, source, ${own} FROM ${table} WHERE id = ?`
	).get(id) as Record<string, string | number | null>;
	const tags = prepared(
		db,
		`SELECT t.name FROM item_tags i JOIN tags t ON t.id = i.tagId WHERE i.${column} = ?`
	)
		.pluck()
		.all(id) as string[];
	const rows = (sql: string) =>
		(kind === 'series' ? prepared(db, sql).all(id) : []) as Record<string, number>[];
	const seasons = rows('SELECT number, monitored FROM seasons WHERE seriesId = ?');
	const episodes = rows('SELECT seasonNumber, number, monitored FROM episodes WHERE seriesId = ?');
	const profileId = row['profileId'] as string | null;
	return {
		ids: {
			tmdb: Number(row['tmdbId']) || undefined,
			imdb: (row['imdbId'] as string | null) ?? undefined,
			tvdb: Number(row['tvdbId']) || undefined
		},
		monitored: row['monitored'] === 1,
		profileId,
		profileName: profileId === null ? null : (profileName(profileId) ?? profileId),
		tags,
		hasFolder: row['folder'] !== null,
		...(kind === 'movie'
			? { availability: row['minimumAvailability'] as 'released' }
			: { seriesType: row['seriesType'] as string, monitorNew: row['monitorNew'] === 1 }),
		seasons: seasons.map(({ number, monitored }) => ({ number: number!, monitored: monitored === 1 })),
		episodes: new Map(
			episodes.map(({ seasonNumber, number, monitored }) => [
				episodeKey(seasonNumber!, number!),
				monitored === 1
			])
		),
		takesEpisodes: ['name', 'nfo', 'sonarr'].includes(String(row['source']))
	};
}

/** Whether folders are there; each parent is read once, however many thousands lie in it. */
export function createFolderCheck() {
	const parents = new Map<string, Promise<ReadonlySet<string>>>();
	const names = (parent: string) => {
		const known =
			parents.get(parent) ??
			readdir(parent).then(
				(all) => new Set(all),
				() => new Set<string>()
			);
		parents.set(parent, known);
		return known;
	};
	return async (path: string) => (await names(dirname(path))).has(basename(path));
}

export interface RootPath {
	id: number;
	path: string;
	libraryId: number;
}

export const rootPaths = (db: Db) =>
	prepared(db, 'SELECT id, path, libraryId FROM root_folders').all() as RootPath[];

/** The root folder that a path lies in, and what is left of the path. */
export function inRoot<R extends { path: string }>(path: string, roots: readonly R[]) {
	for (const root of roots) {
		const folder = below(path, root.path);
		if (folder) return { root, folder };
	}
	return undefined;
}
