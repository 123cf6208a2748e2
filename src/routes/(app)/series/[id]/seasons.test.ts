import { expect, test } from 'vitest';
import { seasonsOf } from './seasons.ts';

const episode = (seasonNumber: number, number: number, { here = true, watched = false } = {}) => ({
	id: seasonNumber * 100 + number,
	seasonNumber,
	number,
	title: null,
	files: here ? [{ state: 'present' }] : [],
	progress: watched ? { watched, positionSeconds: 0 } : null
});
const house = [
	{ number: 0, episodes: [episode(0, 1)] },
	{ number: 1, episodes: [episode(1, 1, { watched: true }), episode(1, 2, { watched: true })] },
	{ number: 2, episodes: [episode(2, 1, { here: false }), episode(2, 2)] }
];

test('the next episode is the first after the last one watched that is in the house', () => {
	expect(seasonsOf(house, undefined)).toMatchObject({
		next: { season: 2, number: 2, begun: true },
		current: 2
	});
});

test('specials stand last and are never next', () => {
	const { seasons, next } = seasonsOf([house[0]!], undefined);
	expect(seasons.map(({ number }) => number)).toEqual([0]);
	expect(next).toBeUndefined();
	expect(seasonsOf(house, undefined).seasons.map(({ number }) => number)).toEqual([1, 2, 0]);
});

test('a season that is asked for is opened; one that does not exist is not', () => {
	expect(seasonsOf(house, 1).episodes).toHaveLength(2);
	expect(seasonsOf(house, 9).current).toBe(2);
	expect(seasonsOf([], 3)).toMatchObject({ current: 1, episodes: [] });
});
