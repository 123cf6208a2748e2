import { rawDb, type Db } from '#server/platform/db.ts';
import { invalid, notFound } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';

export interface Played {
	positionSeconds?: number | undefined;
	durationSeconds?: number | undefined;
	/** Said by a person; a position alone decides for itself. */
	watched?: boolean | undefined;
}

/** Seen to here, the rest is credits. */
const watchedShare = 0.9;
/** Less than this was only a look. */
const leastSeconds = 30;

type Target =
	| { movieId: number; episodeId: null; seriesId: null }
	| { movieId: null; episodeId: number; seriesId: number };

function targetsOf(db: Db, fileId: number): Target[] {
	const file = prepared(db, 'SELECT movieId FROM files WHERE id = ?').get(fileId) as
		{ movieId: number | null } | undefined;
	if (!file) throw notFound('file', fileId);
	if (file.movieId !== null) return [{ movieId: file.movieId, episodeId: null, seriesId: null }];
	const found = prepared(
		db,
		'SELECT e.id AS episodeId, e.seriesId FROM episode_files ef JOIN episodes e ON e.id = ef.episodeId WHERE ef.fileId = ?'
	).all(fileId) as { episodeId: number; seriesId: number }[];
	if (found.length === 0) throw invalid('This file belongs to no film or episode yet.');
	return found.map(({ episodeId, seriesId }) => ({ movieId: null, episodeId, seriesId }));
}

/** Notes how far a person is; near the end it counts as watched and begins anew next time. */
export function notePlayed(db: Db, userId: string, fileId: number, played: Played, now: number) {
	const targets = targetsOf(db, fileId);
	rawDb(db).transaction(() => targets.forEach((target) => write(db, userId, target, played, now)))();
	return progressOf(db, userId, fileId);
}

function write(
	db: Db,
	userId: string,
	{ movieId, episodeId, seriesId }: Target,
	played: Played,
	now: number
): void {
	const column = movieId === null ? 'episodeId' : 'movieId';
	const before = prepared(
		db,
		`SELECT watched, playCount, positionSeconds, durationSeconds FROM progress WHERE userId = ? AND ${column} = ?`
	).get(userId, movieId ?? episodeId) as
		| { watched: number; playCount: number; positionSeconds: number; durationSeconds: number | null }
		| undefined;
	const duration = played.durationSeconds ?? before?.durationSeconds ?? null;
	const position =
		played.positionSeconds ?? (played.watched === undefined ? (before?.positionSeconds ?? 0) : 0);
	const isAtEnd = duration !== null && duration > 0 && position >= duration * watchedShare;
	const watched = played.watched ?? (isAtEnd || before?.watched === 1);
	const playCount = (before?.playCount ?? 0) + (isAtEnd || (played.watched && !before?.watched) ? 1 : 0);
	prepared(
		db,
		`INSERT INTO progress (userId, movieId, episodeId, seriesId, positionSeconds, durationSeconds, watched, playCount, updatedAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (userId, ${column}) DO UPDATE SET positionSeconds = excluded.positionSeconds, durationSeconds = excluded.durationSeconds,
			watched = excluded.watched, playCount = excluded.playCount, updatedAt = excluded.updatedAt`
	).run(
		userId,
		movieId,
		episodeId,
		seriesId,
		isAtEnd ? 0 : position,
		duration,
		Number(watched),
		playCount,
		now
	);
}

export function progressOf(db: Db, userId: string, fileId: number) {
	const [first] = targetsOf(db, fileId);
	const column = first!.movieId === null ? 'episodeId' : 'movieId';
	const row = prepared(
		db,
		`SELECT positionSeconds, durationSeconds, watched, playCount, updatedAt FROM progress WHERE userId = ? AND ${column} = ?`
	).get(userId, first!.movieId ?? first!.episodeId) as
		| {
				positionSeconds: number;
				durationSeconds: number | null;
				watched: number;
				playCount: number;
				updatedAt: number;
		  }
		| undefined;
	return row
		? { ...row, watched: row.watched === 1 }
		: { positionSeconds: 0, durationSeconds: null, watched: false, playCount: 0, updatedAt: null };
}

export type WatchedTarget =
	{ movie: number } | { series: number; season?: number | undefined } | { episodes: number[] };

/** Marks films, episodes, a season or a whole series as watched or not. */
export function markWatched(
	db: Db,
	userId: string,
	target: WatchedTarget,
	watched: boolean,
	now: number
): number {
	const targets: Target[] =
		'movie' in target ? [{ movieId: target.movie, episodeId: null, seriesId: null }] : episodesOf(db, target);
	rawDb(db).transaction(() => targets.forEach((each) => write(db, userId, each, { watched }, now)))();
	return targets.length;
}

function episodesOf(db: Db, target: Exclude<WatchedTarget, { movie: number }>): Target[] {
	const rows =
		'series' in target
			? prepared(
					db,
					'SELECT id AS episodeId, seriesId FROM episodes WHERE seriesId = ? AND (? IS NULL OR seasonNumber = ?) AND fileCount > 0'
				).all(target.series, target.season ?? null, target.season ?? null)
			: prepared(
					db,
					'SELECT id AS episodeId, seriesId FROM episodes WHERE id IN (SELECT value FROM json_each(?))'
				).all(JSON.stringify(target.episodes));
	return (rows as { episodeId: number; seriesId: number }[]).map((row) => ({ movieId: null, ...row }));
}

export interface ContinueItem {
	kind: 'movie' | 'episode';
	id: number;
	seriesId: number | null;
	title: string;
	subtitle: string | null;
	season: number | null;
	number: number | null;
	posterPath: string | null;
	backdropPath: string | null;
	fileId: number | null;
	positionSeconds: number;
	durationSeconds: number | null;
	updatedAt: number;
}

/** What was begun, and the next episode of what was watched last; latest first. */
export function continueWatching(db: Db, userId: string, limit: number): ContinueItem[] {
	const file = (link: string) =>
		`(SELECT f.id FROM files f ${link} AND f.state = 'present' AND f.role IN ('main', 'part') ORDER BY f.part, f.sizeBytes DESC LIMIT 1)`;
	const ofEpisode = file('JOIN episode_files ef ON ef.fileId = f.id WHERE ef.episodeId = e.id');
	const episode = `'episode' AS kind, e.id, s.id AS seriesId, s.title, e.title AS subtitle, e.seasonNumber AS season, e.number, s.posterPath, coalesce(e.stillPath, s.backdropPath) AS backdropPath, ${ofEpisode} AS fileId`;
	const rows = prepared(
		db,
		`SELECT 'movie' AS kind, m.id, NULL AS seriesId, m.title, NULL AS subtitle, NULL AS season, NULL AS number, m.posterPath, m.backdropPath,
			${file('WHERE f.movieId = m.id')} AS fileId, p.positionSeconds, p.durationSeconds, p.updatedAt
		FROM progress p JOIN movies m ON m.id = p.movieId WHERE p.userId = :user AND p.positionSeconds >= ${leastSeconds} AND m.fileCount > 0
		UNION ALL
		SELECT ${episode}, p.positionSeconds, p.durationSeconds, p.updatedAt
		FROM progress p JOIN episodes e ON e.id = p.episodeId JOIN series s ON s.id = e.seriesId
		WHERE p.userId = :user AND p.positionSeconds >= ${leastSeconds} AND e.fileCount > 0
		UNION ALL
		SELECT ${episode}, 0, NULL, l.updatedAt FROM (
			SELECT p.seriesId, max(p.updatedAt) AS updatedAt, max(d.seasonNumber * 100000 + d.number) AS place
			FROM progress p JOIN episodes d ON d.id = p.episodeId WHERE p.userId = :user AND p.watched = 1 AND d.seasonNumber > 0 GROUP BY p.seriesId
		) l JOIN series s ON s.id = l.seriesId JOIN episodes e ON e.id = (
			SELECT n.id FROM episodes n WHERE n.seriesId = l.seriesId AND n.seasonNumber > 0 AND n.fileCount > 0 AND n.seasonNumber * 100000 + n.number > l.place
			ORDER BY n.seasonNumber, n.number LIMIT 1)
		WHERE NOT EXISTS (SELECT 1 FROM progress q WHERE q.userId = :user AND q.seriesId = l.seriesId AND q.positionSeconds >= ${leastSeconds})
			AND NOT EXISTS (SELECT 1 FROM progress q WHERE q.userId = :user AND q.episodeId = e.id AND q.watched = 1)
		ORDER BY updatedAt DESC LIMIT :limit`
	).all({ user: userId, limit }) as ContinueItem[];
	return rows;
}
