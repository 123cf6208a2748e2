import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { ItemKind } from '../schema/folders.ts';

interface Named {
	title: string;
	posterPath: string | null;
	backdropPath: string | null;
}

/** A film or an episode somebody has begun. */
export interface Begun extends Named {
	kind: ItemKind;
	/** Of the film or the series. */
	id: number;
	episodeId: number | null;
	season: number | null;
	number: number | null;
	episodeTitle: string | null;
	stillPath: string | null;
	year: number | null;
	overview: string | null;
	/** 0 to 1. */
	progress: number;
	minutesLeft: number | null;
	updatedAt: number;
}

/** What somebody has begun and not ended, newest first; of a series the newest episode alone. */
export function begun(db: Db, userId: string, limit: number): Begun[] {
	const rows = prepared(
		db,
		`SELECT CASE WHEN p.movieId IS NULL THEN 'series' ELSE 'movie' END AS kind, coalesce(m.id, s.id) AS id,
			coalesce(m.title, s.title) AS title, coalesce(m.posterPath, s.posterPath) AS posterPath,
			coalesce(m.backdropPath, s.backdropPath) AS backdropPath, coalesce(m.year, s.year) AS year,
			coalesce(m.overview, e.overview, s.overview) AS overview,
			e.id AS episodeId, e.seasonNumber AS season, e.number AS number, e.title AS episodeTitle, e.stillPath AS stillPath,
			min(1.0, p.positionSeconds / p.durationSeconds) AS progress,
			CAST(ceil((p.durationSeconds - p.positionSeconds) / 60) AS INTEGER) AS minutesLeft, p.updatedAt AS updatedAt
		FROM progress p LEFT JOIN movies m ON m.id = p.movieId LEFT JOIN episodes e ON e.id = p.episodeId
			LEFT JOIN series s ON s.id = e.seriesId
		WHERE p.userId = ? AND p.watched = 0 AND p.positionSeconds > 0 AND p.durationSeconds > 0
			AND coalesce(m.fileCount, e.fileCount) > 0
		ORDER BY p.updatedAt DESC LIMIT ?`
	).all(userId, limit * 3) as Begun[];
	const first = new Map<string, Begun>();
	for (const row of rows) if (!first.has(`${row.kind}${row.id}`)) first.set(`${row.kind}${row.id}`, row);
	return [...first.values()].slice(0, limit);
}

export interface NextEpisode extends Named {
	id: number;
	episodeId: number;
	season: number;
	number: number;
	episodeTitle: string | null;
	stillPath: string | null;
}

/** Of every series somebody has ended an episode of: the first one after it that is there and not yet seen. */
export const upNext = (db: Db, userId: string, limit: number) =>
	prepared(
		db,
		`WITH seen AS (
			SELECT p.seriesId, max(e.seasonNumber * 100000 + e.number) AS place, max(p.updatedAt) AS updatedAt
			FROM progress p JOIN episodes e ON e.id = p.episodeId
			WHERE p.userId = :userId AND p.watched = 1 AND e.seasonNumber > 0 GROUP BY p.seriesId
			ORDER BY updatedAt DESC LIMIT 60
		)
		SELECT s.id, s.title, s.posterPath, s.backdropPath, e.id AS episodeId, e.seasonNumber AS season, e.number AS number,
			e.title AS episodeTitle, e.stillPath
		FROM seen JOIN series s ON s.id = seen.seriesId
		JOIN episodes e ON e.id = (
			SELECT n.id FROM episodes n LEFT JOIN progress np ON np.episodeId = n.id AND np.userId = :userId
			WHERE n.seriesId = seen.seriesId AND n.fileCount > 0 AND n.seasonNumber * 100000 + n.number > seen.place
				AND coalesce(np.watched, 0) = 0 AND coalesce(np.positionSeconds, 0) = 0
			ORDER BY n.seasonNumber, n.number LIMIT 1
		)
		ORDER BY seen.updatedAt DESC LIMIT :limit`
	).all({ userId, limit }) as NextEpisode[];

export interface Recent extends Named {
	kind: ItemKind;
	id: number;
	year: number | null;
	overview: string | null;
	tagline: string | null;
	genres: string[];
	runtimeMinutes: number | null;
	addedAt: number;
}

const recentOf = (table: string, kind: ItemKind) =>
	`SELECT * FROM (SELECT '${kind}' AS kind, id, title, posterPath, backdropPath, year, overview, tagline, genres, runtimeMinutes, addedAt
	FROM ${table} WHERE fileCount > 0 ORDER BY addedAt DESC, id DESC LIMIT :limit)`;

/** The newest that can be watched. */
export const recent = (db: Db, limit: number): Recent[] =>
	(
		prepared(
			db,
			`${recentOf('movies', 'movie')} UNION ALL ${recentOf('series', 'series')} ORDER BY addedAt DESC LIMIT :limit`
		).all({ limit }) as (Omit<Recent, 'genres'> & { genres: string })[]
	).map((row) => ({ ...row, genres: JSON.parse(row.genres) as string[] }));
