import type { Parsed } from '#core/release/types.ts';
import type { ItemKind, Sighting } from './sighting.ts';

const kinds: Record<Parsed['kind'], ItemKind> = {
	movie: 'movie',
	episode: 'series',
	season: 'series',
	special: 'series',
	music: 'album'
};

/** "Tower 1999": a year that stands free behind the title may belong to it, unless it is the name of a release. */
function withYear({ name, title, year, resolution, source, codec }: Parsed): string | undefined {
	if (!title || year === undefined || (resolution ?? source ?? codec) !== undefined) return undefined;
	const free = new RegExp(`[\\s._-]${year}(?![\\d)\\]])`).test(name);
	const boxed = new RegExp(`[([]${year}[)\\]]`).test(name);
	return free && !boxed ? `${title} ${year}` : undefined;
}

/** What a parsed name says of the thing it names. */
export function sightingOf(parsed: Parsed, measured: { runtimeMinutes?: number | undefined } = {}): Sighting {
	const titles = [parsed.title, ...(parsed.titles ?? []), parsed.album, withYear(parsed)];
	return {
		titles: [...new Set(titles.filter((title) => title !== undefined && title !== ''))] as string[],
		year: parsed.year,
		kind: kinds[parsed.kind],
		ids: { tmdb: parsed.tmdbId, imdb: parsed.imdbId, tvdb: parsed.tvdbId },
		runtimeMinutes: measured.runtimeMinutes
	};
}
