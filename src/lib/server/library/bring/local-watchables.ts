import { createBringMatcher, type BringIds, type MatchedBy } from '#core/library/bring-match.ts';
import { mapPath, type PathMapping } from '#core/library/bring-paths.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { JellyfinItem } from './jellyfin-client.ts';
import { knownItems } from './local.ts';

export interface Watchable {
	movieId: number | null;
	episodeId: number | null;
	seriesId: number | null;
}

export interface FoundWatchables {
	by: MatchedBy;
	/** A file may hold several episodes. */
	items: Watchable[];
}

/** Which film or episodes here something of Jellyfin is. */
export function createWatchableMatcher(
	db: Db,
	mappings: readonly PathMapping[],
	remoteSeries: ReadonlyMap<string, JellyfinItem>
) {
	const movies = createBringMatcher(knownItems(db, 'movie'));
	const shows = createBringMatcher(knownItems(db, 'series'));
	const file = prepared(
		db,
		`SELECT f.id, f.movieId FROM files f JOIN root_folders r ON r.id = f.rootFolderId
		WHERE r.path = substr(:path, 1, length(r.path)) AND f.path = substr(:path, length(r.path) + 2) AND f.state <> 'trashed'`
	);
	const ofFile = prepared(
		db,
		'SELECT NULL AS movieId, e.id AS episodeId, e.seriesId FROM episode_files ef JOIN episodes e ON e.id = ef.episodeId WHERE ef.fileId = ?'
	);
	const byNumber = prepared(
		db,
		'SELECT NULL AS movieId, id AS episodeId, seriesId FROM episodes WHERE seriesId = ? AND seasonNumber = ? AND number BETWEEN ? AND ?'
	);
	const byTvdb = prepared(
		db,
		'SELECT NULL AS movieId, id AS episodeId, seriesId FROM episodes WHERE tvdbId = ? AND seriesId = ?'
	);
	const byTmdb = prepared(
		db,
		'SELECT NULL AS movieId, id AS episodeId, seriesId FROM episodes WHERE tmdbId = ? AND seriesId = ?'
	);

	function atPath(path: string | undefined): Watchable[] {
		if (path === undefined) return [];
		const found = file.get({ path: mapPath(path, mappings) }) as
			{ id: number; movieId: number | null } | undefined;
		if (!found) return [];
		if (found.movieId !== null) return [{ movieId: found.movieId, episodeId: null, seriesId: null }];
		return ofFile.all(found.id) as Watchable[];
	}

	function movie(item: JellyfinItem): FoundWatchables | undefined {
		const sighting = { ids: idsOf(item), title: item.Name ?? '', year: item.ProductionYear };
		const matched = movies(sighting);
		const one = matched && [{ movieId: matched.id, episodeId: null, seriesId: null }];
		if (matched && matched.by !== 'title') return { by: matched.by, items: one! };
		const here = atPath(item.Path).filter(({ movieId }) => movieId !== null);
		if (here.length > 0) return { by: 'path', items: here };
		return one && { by: 'title', items: one };
	}

	function episode(item: JellyfinItem): FoundWatchables | undefined {
		const show = item.SeriesId === undefined ? undefined : remoteSeries.get(item.SeriesId);
		const sighting = {
			ids: show ? idsOf(show) : {},
			title: item.SeriesName ?? '',
			year: show?.ProductionYear
		};
		const matched = shows(sighting);
		const inShow = matched ? episodesOf(matched.id, item) : [];
		if (matched && matched.by !== 'title' && inShow.length > 0) return { by: matched.by, items: inShow };
		const here = atPath(item.Path).filter(({ episodeId }) => episodeId !== null);
		if (here.length > 0) return { by: 'path', items: here };
		return inShow.length > 0 ? { by: matched!.by, items: inShow } : undefined;
	}

	function episodesOf(seriesId: number, item: JellyfinItem): Watchable[] {
		const { ParentIndexNumber: season, IndexNumber: first, IndexNumberEnd: last } = item;
		const isOne = last === undefined || last === first;
		const { tvdb, tmdb } = idsOf(item);
		if (isOne && tvdb) {
			const found = byTvdb.all(tvdb, seriesId) as Watchable[];
			if (found.length > 0) return found;
		}
		if (isOne && tmdb) {
			const found = byTmdb.all(tmdb, seriesId) as Watchable[];
			if (found.length > 0) return found;
		}
		if (season === undefined || first === undefined) return [];
		return byNumber.all(seriesId, season, first, last ?? first) as Watchable[];
	}

	return (item: JellyfinItem) => (item.Type === 'Movie' ? movie(item) : episode(item));
}

/** Jellyfin writes the names of its providers now so, now so. */
export function idsOf({ ProviderIds }: JellyfinItem): BringIds {
	const ids = new Map(Object.entries(ProviderIds).map(([name, id]) => [name.toLowerCase(), id ?? '']));
	const number = (name: string) => Number.parseInt(ids.get(name) ?? '', 10) || undefined;
	return { tmdb: number('tmdb'), imdb: ids.get('imdb') || undefined, tvdb: number('tvdb') };
}
