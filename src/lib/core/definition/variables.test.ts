import { expect, test } from 'vitest';
import type { SearchQuery } from '../torznab/query.ts';
import { queryVariables } from './variables.ts';

const episodeOf = (season: number, episode?: string) =>
	queryVariables({ mode: 'tv-search', season, ...(episode !== undefined && { episode }) }).get(
		'.Query.Episode'
	);

test.each([
	[0, '5', ''],
	[1, undefined, 'S01'],
	[1, '0', 'S01E00'],
	[1, '07', 'S01E07'],
	[12, '103', 'S12E103'],
	[1, '2v2', 'S01E2v2'],
	[2024, '02/29', '2024.02.29'],
	[2024, '13/45', 'S2024E13/45'],
	[2023, '02/29', 'S2023E02/29']
])('season %s, episode %s is written %j', (season, episode, wanted) =>
	expect(episodeOf(season, episode)).toBe(wanted)
);

test.each<[keyof SearchQuery, string, string, string | null]>([
	['q', '0', 'Q', '0'],
	['episode', '0', 'Ep', '0'],
	['tmdbId', '0', 'TMDBID', null],
	['imdbId', 'tt0000000', 'IMDBID', null],
	['imdbId', '12', 'IMDBID', 'tt0000012'],
	['imdbId', 'tt123456789', 'IMDBIDShort', '123456789']
])('%s %j gives .Query.%s %j', (member, value, name, wanted) =>
	expect(queryVariables({ mode: 'search', [member]: value }).get(`.Query.${name}`)).toBe(wanted)
);
