import { expect, test } from 'vitest';
import type { Caps } from './caps.ts';
import { planQueries } from './plan-queries.ts';

const caps = (modes: Caps['modes']): Caps => ({
	modes,
	categories: [],
	rawSearch: false,
	limits: { default: 100, max: 100 }
});
const full = caps({
	search: ['q'],
	'tv-search': ['q', 'season', 'ep', 'tvdbid', 'imdbid'],
	'movie-search': ['q', 'year', 'imdbid'],
	'music-search': ['q', 'artist', 'album']
});
const plain = caps({ search: ['q'] });

test('ids the indexer knows go first, all in one query; titles only follow', () => {
	const wish = {
		mode: 'tv-search',
		titles: ['The Lamplighter', 'Der Laternenanzünder'],
		tvdbId: '81001',
		tmdbId: '5',
		season: 1,
		episode: '2'
	} as const;
	expect(planQueries(wish, full)).toEqual([
		[{ mode: 'tv-search', tvdbId: '81001', season: 1, episode: '2' }],
		[
			{ mode: 'tv-search', q: 'The Lamplighter', season: 1, episode: '2' },
			{ mode: 'tv-search', q: 'Der Laternenanzünder', season: 1, episode: '2' }
		]
	]);
});

test('where a mode is not known its parameters become words', () => {
	const episode = { mode: 'tv-search', q: 'The Lamplighter', season: 1, episode: '2' } as const;
	expect(planQueries(episode, plain)).toEqual([[{ mode: 'search', q: 'The Lamplighter S01E02' }]]);
	const film = { mode: 'movie-search', q: 'Harbour', year: 1999 } as const;
	expect(planQueries(film, plain)).toEqual([[{ mode: 'search', q: 'Harbour 1999' }]]);
	expect(planQueries(film, full)).toEqual([[{ mode: 'movie-search', q: 'Harbour', year: 1999 }]]);
	const daily = { mode: 'tv-search', q: 'Late', season: 2015, episode: '3/14' } as const;
	expect(planQueries(daily, plain)).toEqual([[{ mode: 'search', q: 'Late 2015 03 14' }]]);
});

test('a season is one query, whatever packs may be called', () => {
	const season = { mode: 'tv-search', q: 'The Lamplighter', season: 3 } as const;
	expect(planQueries(season, full).flat()).toEqual([{ mode: 'tv-search', q: 'The Lamplighter', season: 3 }]);
});

test('anime is asked by its running number too', () => {
	const wish = { mode: 'tv-search', titles: ['Kumo'], season: 2, episode: '3', absolute: 7 } as const;
	expect(planQueries(wish, full)).toEqual([
		[
			{ mode: 'tv-search', q: 'Kumo', season: 2, episode: '3' },
			{ mode: 'search', q: 'Kumo 07' }
		]
	]);
	expect(planQueries({ mode: 'tv-search', titles: ['Kumo'], absolute: 113 }, full)).toEqual([
		[{ mode: 'search', q: 'Kumo 113' }]
	]);
});

test('specials are words, because season 0 is a parameter nobody agrees on', () => {
	const wish = { mode: 'tv-search', titles: ['Kumo'], tvdbId: '1', season: 0, episode: '4' } as const;
	expect(planQueries(wish, full)).toEqual([[{ mode: 'search', q: 'Kumo S00E04' }]]);
});

test('no words ask for the newest; ids that nobody knows ask nothing', () => {
	expect(planQueries({ mode: 'tv-search', categories: [5000] }, plain)).toEqual([
		[{ mode: 'search', categories: [5000] }]
	]);
	expect(planQueries({ mode: 'movie-search', tmdbId: '5' }, full)).toEqual([]);
});

test('at most three titles are asked', () => {
	const wish = { mode: 'movie-search', titles: ['A', 'B', 'C', 'D', 'A'] } as const;
	expect(planQueries(wish, full)[0]!.map(({ q }) => q)).toEqual(['A', 'B', 'C']);
});

test('music keeps its fields where they are read', () => {
	const wish = { mode: 'music-search', artist: 'Ada', album: 'Fog' } as const;
	expect(planQueries(wish, full)).toEqual([[{ mode: 'music-search', artist: 'Ada', album: 'Fog' }]]);
	expect(planQueries(wish, plain)).toEqual([[{ mode: 'search', q: 'Ada Fog' }]]);
});
