import { imdbId } from './imdb-id.ts';
import type { ExternalIds, KnownItem, Sighting } from './sighting.ts';

const names: [key: keyof ExternalIds, name: string][] = [
	['tmdb', 'TMDB id'],
	['imdb', 'IMDb id'],
	['tvdb', 'TVDB id']
];

const text = (id: number | string | undefined): string | undefined =>
	id === undefined ? undefined : (imdbId(String(id)) ?? String(id));

function pairs({ ids: read = {} }: Sighting, { ids: own = {} }: KnownItem) {
	return names
		.map(([key, name]) => ({ name: `${name} ${read[key]}`, read: text(read[key]), own: text(own[key]) }))
		.filter((pair) => pair.read !== undefined && pair.own !== undefined);
}

/** The id that both have, in words. */
export const matchingId = (sighting: Sighting, item: KnownItem): string | undefined =>
	pairs(sighting, item).find(({ read, own }) => read === own)?.name;

export const opposingId = (sighting: Sighting, item: KnownItem): string | undefined =>
	pairs(sighting, item).find(({ read, own }) => read !== own)?.name;
