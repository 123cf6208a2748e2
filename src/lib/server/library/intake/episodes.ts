import type { KnownEpisode } from '#core/library/episode-index.ts';
import { mapEpisodes } from '#core/library/map-episodes.ts';
import type { Parsed } from '#core/release/types.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { knownEpisodes } from '../identify/link.ts';
import { ensureSeason } from '../record/series.ts';
import type { SeriesType } from '../schema/folders.ts';

export interface Numbers {
	season: number | null;
	episodes: number[];
}

interface Show {
	id: number;
	seriesType: SeriesType;
	source: string;
}

/** Which episodes of a show the names of files tell. */
export function numbersOf(db: Db, show: Show, names: readonly Parsed[]): Numbers[] {
	const known = knownEpisodes(db, show.id);
	return names.map((parsed) => {
		const mapped = mapEpisodes(parsed, known, show.seriesType);
		if ('episodes' in mapped) return inOneSeason(mapped.episodes);
		if ('unknown' in mapped)
			return inOneSeason(mapped.unknown.map(({ season, number }) => ({ seasonNumber: season, number })));
		if (parsed.airDate !== undefined && (show.source === 'name' || show.source === 'nfo')) {
			const [year, month, day] = parsed.airDate.split('-').map(Number) as [number, number, number];
			return { season: year, episodes: [month * 100 + day] };
		}
		return { season: parsed.seasons[0] ?? null, episodes: [] };
	});
}

function inOneSeason(found: readonly { seasonNumber: number; number: number }[]): Numbers {
	const season = found[0]?.seasonNumber ?? null;
	const numbers = found.filter(({ seasonNumber }) => seasonNumber === season).map(({ number }) => number);
	return { season, episodes: numbers.toSorted((a, b) => a - b) };
}

/** The episodes themselves; those that no source knows yet get a place. Runs in the caller's transaction. */
export function ensureEpisodes(
	db: Db,
	seriesId: number,
	season: number,
	numbers: readonly number[]
): { episodes: KnownEpisode[]; made: number[] } {
	const made: number[] = [];
	const episodes = numbers.map((number) => {
		const there = episodeAt(db, seriesId, season, number);
		if (there) return there;
		ensureSeason(db, seriesId, season);
		prepared(db, 'INSERT INTO episodes (seriesId, seasonNumber, number, monitored) VALUES (?, ?, ?, ?)').run(
			seriesId,
			season,
			number,
			Number(season > 0)
		);
		const episode = episodeAt(db, seriesId, season, number)!;
		made.push(episode.id);
		return episode;
	});
	return { episodes, made };
}

const episodeAt = (db: Db, seriesId: number, season: number, number: number) =>
	prepared(
		db,
		'SELECT id, seasonNumber, number, absoluteNumber, airDate, title FROM episodes WHERE seriesId = ? AND seasonNumber = ? AND number = ?'
	).get(seriesId, season, number) as KnownEpisode | undefined;
