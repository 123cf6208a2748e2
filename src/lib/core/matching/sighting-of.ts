import type { Parsed } from '#core/release/types.ts';
import type { ItemKind, Sighting } from './sighting.ts';

const kinds: Record<Parsed['kind'], ItemKind> = {
	movie: 'movie',
	episode: 'series',
	season: 'series',
	special: 'series',
	music: 'album'
};

/** What a parsed name says of the thing it names. */
export function sightingOf(parsed: Parsed, measured: { runtimeMinutes?: number | undefined } = {}): Sighting {
	const titles = [parsed.title, ...(parsed.titles ?? []), parsed.album];
	return {
		titles: [...new Set(titles.filter((title) => title !== undefined && title !== ''))] as string[],
		year: parsed.year,
		kind: kinds[parsed.kind],
		ids: { tmdb: parsed.tmdbId, imdb: parsed.imdbId, tvdb: parsed.tvdbId },
		runtimeMinutes: measured.runtimeMinutes
	};
}
