import { decodeCursor, pageOf } from '#server/platform/web/lists.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { ItemKind } from '../schema/folders.ts';

export interface WantedItem {
	kind: ItemKind;
	/** Of the film or the series. */
	id: number;
	/** Of the film or the episode: unique within its kind. */
	key: number;
	title: string;
	year: number | null;
	posterPath: string | null;
	season: number | null;
	number: number | null;
	episodeTitle: string | null;
	/** When it came out. */
	day: string | null;
	quality: string | null;
	profileId: string | null;
}

export interface WantedQuery {
	kind: ItemKind;
	/** `missing` has no file; `present` has one, which may fall short of its profile. */
	state: 'missing' | 'present';
	/** `YYYY-MM-DD`; what comes out later is not missing yet. */
	today: string;
	limit: number;
	cursor?: string | undefined;
}

const released = `coalesce(digitalRelease, physicalRelease, inCinemas, CAST(year AS TEXT))`;
const sources: Record<ItemKind, (files: string) => string> = {
	movie: (
		files
	) => `SELECT 'movie' AS kind, id, id AS key, title, year, posterPath, NULL AS season, NULL AS number, NULL AS episodeTitle,
		${released} AS day, quality, profileId FROM movies WHERE monitored = 1 AND fileCount ${files}
		AND coalesce(${released}, '') <= ?`,
	series: (
		files
	) => `SELECT 'series' AS kind, s.id, e.id AS key, s.title, s.year, s.posterPath, e.seasonNumber AS season, e.number, e.title AS episodeTitle,
		e.airDate AS day, (SELECT f.quality FROM episode_files ef JOIN files f ON f.id = ef.fileId WHERE ef.episodeId = e.id AND f.state = 'present' LIMIT 1) AS quality,
		s.profileId FROM episodes e JOIN series s ON s.id = e.seriesId
		WHERE e.monitored = 1 AND s.monitored = 1 AND e.seasonNumber > 0 AND e.fileCount ${files} AND e.airDate <= ?`
};

/** Monitored and out, newest first. */
export function wanted(db: Db, { kind, state, today, limit, cursor }: WantedQuery) {
	const sql = sources[kind](state === 'missing' ? '= 0' : '> 0');
	const total = prepared(db, `SELECT count(*) FROM (${sql})`).pluck().get(today) as number;
	const after = cursor ? decodeCursor(cursor, 2) : undefined;
	const rows = prepared(
		db,
		`SELECT * FROM (${sql}) ${after ? "WHERE (coalesce(day, ''), key) < (?, ?)" : ''} ORDER BY coalesce(day, '') DESC, key DESC LIMIT ?`
	).all(today, ...(after ?? []), limit + 1) as WantedItem[];
	return pageOf(rows, limit, total, (last) => [last.day ?? '', last.key]);
}
