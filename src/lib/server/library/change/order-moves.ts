import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';

export interface EpisodeRef {
	id: number;
	season: number;
	number: number;
	title: string | null;
}

export interface MovedFile {
	id: number;
	path: string;
	from: EpisodeRef[];
	to: EpisodeRef[];
	/** 'renumbered': the same episodes under other numbers. 'lost': it holds none that is known. */
	state: 'same' | 'renumbered' | 'moves' | 'lost';
}

interface Held {
	path: string;
	episodes: EpisodeRef[];
}

/** Which episodes the files of a show hold. */
export function holdsNow(db: Db, seriesId: number): Map<number, Held> {
	const rows = prepared(
		db,
		`SELECT f.id AS fileId, f.path, e.id, e.seasonNumber AS season, e.number, e.title
		FROM files f LEFT JOIN episode_files ef ON ef.fileId = f.id LEFT JOIN episodes e ON e.id = ef.episodeId
		WHERE f.seriesId = ? AND f.state = 'present' AND f.role IN ('main', 'part') ORDER BY f.path, e.seasonNumber, e.number`
	).all(seriesId) as (Omit<EpisodeRef, 'id'> & { fileId: number; path: string; id: number | null })[];
	const held = new Map<number, Held>();
	for (const { fileId, path, id, ...episode } of rows) {
		const own = held.get(fileId) ?? { path, episodes: [] };
		held.set(fileId, own);
		if (id !== null) own.episodes.push({ id, ...episode });
	}
	return held;
}

const alike = (a: readonly EpisodeRef[], b: readonly EpisodeRef[], key: (episode: EpisodeRef) => string) =>
	a.length === b.length && a.every((episode, index) => key(episode) === key(b[index]!));

export function moved(before: ReadonlyMap<number, Held>, after: ReadonlyMap<number, Held>): MovedFile[] {
	return [...before].map(([id, { path, episodes: from }]) => {
		const to = after.get(id)?.episodes ?? [];
		const isSame = alike(from, to, ({ id: episode }) => String(episode));
		const isPlace = alike(from, to, ({ season, number }) => `${season}x${number}`);
		const state =
			to.length === 0 && from.length > 0 ? 'lost' : !isSame ? 'moves' : isPlace ? 'same' : 'renumbered';
		return { id, path, from, to, state };
	});
}
