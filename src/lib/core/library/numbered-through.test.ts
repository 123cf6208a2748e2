import { expect, test } from 'vitest';
import { numberedThrough, withLeftOut } from './numbered-through.ts';

const episode = (season: number, number: number, tmdbId = season * 100 + number) => ({
	season,
	number,
	tmdbId
});
const places = (list: { season: number; number: number; tmdbId: number }[]) =>
	list.map(({ season, number, tmdbId }) => `${tmdbId}: ${season}x${number}`);

test('all regular episodes stand in one season, specials stay', () => {
	const through = numberedThrough([
		episode(2, 1),
		episode(1, 2),
		episode(0, 1),
		episode(1, 1),
		episode(2, 2)
	]);
	expect(places(through)).toEqual(['1: 0x1', '101: 1x1', '102: 1x2', '201: 1x3', '202: 1x4']);
	expect(through.at(-1)).toMatchObject({ absolute: 4 });
});

test('what an order leaves out stands behind its specials', () => {
	const all = [episode(0, 1), episode(1, 1), episode(1, 2), episode(1, 3)];
	const ordered = [
		{ ...episode(1, 3), number: 1 },
		{ ...episode(1, 1), number: 2 }
	];
	expect(places(withLeftOut(ordered, all))).toEqual(['103: 1x1', '101: 1x2', '1: 0x1', '102: 0x2']);
	expect(withLeftOut(all, all)).toEqual(all);
});
