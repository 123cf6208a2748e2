import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { ItemKind } from '../schema/folders.ts';

export type Release = 'episode' | 'cinema' | 'digital' | 'physical';

export interface CalendarEntry {
	/** `YYYY-MM-DD` */
	day: string;
	kind: ItemKind;
	/** Of the film or the series. */
	id: number;
	title: string;
	posterPath: string | null;
	backdropPath: string | null;
	release: Release;
	season: number | null;
	number: number | null;
	episodeTitle: string | null;
	overview: string | null;
	runtimeMinutes: number | null;
	monitored: boolean;
	have: boolean;
}

const filmDates: [column: string, release: Release][] = [
	['inCinemas', 'cinema'],
	['digitalRelease', 'digital'],
	['physicalRelease', 'physical']
];
const films = filmDates.map(
	([
		column,
		release
	]) => `SELECT substr(${column}, 1, 10) AS day, 'movie' AS kind, id, title, posterPath, backdropPath, '${release}' AS release,
		NULL AS season, NULL AS number, NULL AS episodeTitle, overview, runtimeMinutes, monitored, fileCount > 0 AS have
	FROM movies WHERE ${column} >= :from AND ${column} < :until`
);

/** What comes out from one day up to, not including, another. */
export const calendar = (db: Db, from: string, until: string): CalendarEntry[] =>
	(
		prepared(
			db,
			`SELECT substr(e.airDate, 1, 10) AS day, 'series' AS kind, s.id, s.title, s.posterPath, s.backdropPath, 'episode' AS release,
				e.seasonNumber AS season, e.number, e.title AS episodeTitle, e.overview, coalesce(e.runtimeMinutes, s.runtimeMinutes) AS runtimeMinutes,
				e.monitored AND s.monitored AS monitored, e.fileCount > 0 AS have
			FROM episodes e JOIN series s ON s.id = e.seriesId WHERE e.airDate >= :from AND e.airDate < :until
			UNION ALL ${films.join(' UNION ALL ')} ORDER BY day, title, season, number`
		).all({ from, until }) as (Omit<CalendarEntry, 'monitored' | 'have'> & {
			monitored: number;
			have: number;
		})[]
	).map((row) => ({ ...row, monitored: row.monitored === 1, have: row.have === 1 }));
