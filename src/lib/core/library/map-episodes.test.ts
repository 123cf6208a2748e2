import { expect, test } from 'vitest';
import { parsePath } from '#core/release/parse.ts';
import { episodeIndex, type KnownEpisode } from './episode-index.ts';
import { mapEpisodes } from './map-episodes.ts';

/** Two seasons of three and four episodes, numbered through, and a special. */
const known: KnownEpisode[] = [
	...[1, 2, 3].map((number) => [1, number] as const),
	...[1, 2, 3, 4].map((number) => [2, number] as const)
].map(([seasonNumber, number], index) => ({
	id: seasonNumber * 100 + number,
	seasonNumber,
	number,
	absoluteNumber: index + 1,
	airDate: `20${seasonNumber + 10}-01-0${number}`,
	title: `Title ${seasonNumber}.${number}`
}));
known.push({
	id: 1,
	seasonNumber: 0,
	number: 1,
	absoluteNumber: null,
	airDate: null,
	title: 'The Making of the Tower'
});

const map = (path: string, type?: 'standard' | 'anime' | 'daily') => {
	const mapped = mapEpisodes(parsePath(path, { kind: 'series' }), episodeIndex(known), type);
	return 'episodes' in mapped ? mapped.episodes.map(({ id }) => id) : mapped;
};

test.each([
	['Tower/Season 1/Tower S01E02.mkv', [102]],
	['Tower/Season 2/Tower.S02E01-E03.mkv', [201, 202, 203]],
	['Tower/Season 2/Tower - 2x04.mkv', [204]],
	['Tower/[Grp] Tower - 05 [1080p].mkv', [202]],
	['Tower/Tower 2012-01-03.mkv', [203]],
	['Tower/Specials/Tower S00E01.mkv', [1]],
	['Tower/Tower - SP1.mkv', [1]],
	['Tower/tower.203.hdtv.avi', [203]],
	['Tower/102 - Title.mkv', [102]]
])('%s holds %j', (path, ids) => {
	expect(map(path)).toEqual(ids);
});

test('anime that is numbered through in one season finds its place', () => {
	expect(map('Tower/Tower S01E06.mkv', 'anime')).toEqual([203]);
	expect(map('Tower/Tower S01E06.mkv')).toEqual({ unknown: [{ season: 1, number: 6 }] });
});

test('what is not known yet keeps its number, and what says nothing says so', () => {
	expect(map('Tower/Tower S05E01E02.mkv')).toEqual({
		unknown: [
			{ season: 5, number: 1 },
			{ season: 5, number: 2 }
		]
	});
	expect(map('Tower/Tower 1999-01-01.mkv')).toEqual({ reason: 'No episode is known of 1999-01-01.' });
	expect(map('Tower/holiday.mkv')).toEqual({ reason: 'Its name tells no episode.' });
});
