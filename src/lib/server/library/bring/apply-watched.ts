import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { WatchedFacts } from './look-jellyfin.ts';

/** Runs in the caller's transaction. What became newer here since the preview stays. */
export function bringWatched(db: Db, facts: WatchedFacts): boolean {
	const { userId, watched, positionSeconds, durationSeconds, playCount, at = 0, items } = facts;
	let written = 0;
	for (const { movieId, episodeId, seriesId } of items) {
		const column = movieId === null ? 'episodeId' : 'movieId';
		const [table, id] = movieId === null ? ['episodes', episodeId] : ['movies', movieId];
		written += prepared(
			db,
			`INSERT INTO progress (userId, movieId, episodeId, seriesId, positionSeconds, durationSeconds, watched, playCount, updatedAt)
			SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM ${table} WHERE id = ?)
			ON CONFLICT (userId, ${column}) DO UPDATE SET positionSeconds = excluded.positionSeconds, durationSeconds = coalesce(excluded.durationSeconds, durationSeconds),
				watched = excluded.watched, playCount = max(playCount, excluded.playCount), updatedAt = excluded.updatedAt
			WHERE progress.updatedAt < excluded.updatedAt`
		).run(
			userId,
			movieId,
			episodeId,
			seriesId,
			positionSeconds,
			durationSeconds ?? null,
			Number(watched),
			playCount,
			at,
			id
		).changes;
	}
	return written > 0;
}
