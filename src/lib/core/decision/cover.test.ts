import { expect, test } from 'vitest';
import { parsedFixture } from '#core/formats/subject.fixture.ts';
import type { Parsed } from '#core/release/types.ts';
import { coverOf } from './cover.ts';

const episodes = [
	{ id: 'sp1', season: 0, episode: 1, aired: true },
	...[1, 2, 3].map((episode) => ({
		id: `1x${episode}`,
		season: 1,
		episode,
		absolute: episode,
		airDate: `2020-01-0${episode}`,
		aired: true
	})),
	...[1, 2].map((episode) => ({
		id: `2x${episode}`,
		season: 2,
		episode,
		absolute: 3 + episode,
		airDate: `2021-01-0${episode}`,
		aired: episode === 1
	}))
];

test.each<[string, Partial<Parsed>, string[], string[], boolean]>([
	['one episode', { seasons: [1], episodes: [2] }, ['1x2'], [], false],
	['two episodes', { seasons: [1], episodes: [2, 3] }, ['1x2', '1x3'], [], false],
	['an episode too many', { seasons: [1], episodes: [3, 4] }, ['1x3'], ['S01E04'], false],
	['a special', { seasons: [0], episodes: [1] }, ['sp1'], [], false],
	['a season', { seasons: [1], fullSeason: true }, ['1x1', '1x2', '1x3'], [], false],
	['a season that is still running', { seasons: [2] }, ['2x1', '2x2'], [], true],
	[
		'several seasons',
		{ seasons: [1, 2], fullSeason: true, multiSeason: true },
		['1x1', '1x2', '1x3', '2x1', '2x2'],
		[],
		true
	],
	['a season unknown', { seasons: [3], fullSeason: true }, [], ['S03'], false],
	['everything', { complete: true }, ['1x1', '1x2', '1x3', '2x1', '2x2'], [], true],
	['a date', { airDate: '2021-01-01' }, ['2x1'], [], false],
	['a date without an episode', { airDate: '1999-01-01' }, [], ['1999-01-01'], false],
	['an absolute number', { absolute: [4] }, ['2x1'], [], false],
	['part of a season', { seasons: [1], partialSeason: true }, [], [], false],
	['nothing', {}, [], [], false]
])('%s', (_, parsed, ids, unknown, seasonRunning) => {
	const cover = coverOf(parsedFixture(parsed), episodes);
	expect(cover.episodes.map(({ id }) => id)).toEqual(ids);
	expect(cover).toMatchObject({ unknown, seasonRunning });
});

test('a series of one season without absolute numbers is counted by its episodes', () => {
	const plain = [1, 2].map((episode) => ({ id: episode, season: 1, episode, aired: true }));
	expect(coverOf(parsedFixture({ absolute: [2] }), plain).episodes.map(({ id }) => id)).toEqual([2]);
});
