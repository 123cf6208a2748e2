import { expect, test } from 'vitest';
import { confident, identify } from './identify.ts';
import type { KnownItem, Sighting } from './sighting.ts';

const known: (KnownItem & { id: number })[] = [
	{
		id: 1,
		title: 'The River House',
		kind: 'movie',
		year: 1994,
		runtimeMinutes: 101,
		ids: { tmdb: 11, imdb: 'tt0000011' }
	},
	{ id: 2, title: 'The River House', kind: 'movie', year: 2016, runtimeMinutes: 128, ids: { tmdb: 12 } },
	{ id: 3, title: 'River House', kind: 'series', year: 2011, lastYear: 2015 },
	{ id: 4, title: '2049', kind: 'movie', year: 2017 },
	{ id: 5, title: 'Le Fleuve', aliases: ['The Stream', 'Река'], kind: 'movie', year: 1951 },
	{ id: 6, title: 'Rocky Road II', kind: 'movie', year: 1982 },
	{ id: 7, title: 'Rocky Road', kind: 'movie', year: 1979 }
];
const find = (sighting: Sighting) => identify(sighting, known);

test.each<[string, Sighting, number]>([
	['the year tells a remake from the old film', { titles: ['The River House'], year: 2016 }, 2],
	['the kind tells the series from the films', { titles: ['The River House'], kind: 'series' }, 3],
	['a year a series ran in is no objection', { titles: ['River House'], kind: 'series', year: 2013 }, 3],
	['an alias counts as the title', { titles: ['The.Stream'], year: 1951 }, 5],
	['also in another script', { titles: ['Reka'], year: 1951 }, 5],
	[
		'an id settles it against title and year',
		{ titles: ['Something Else'], year: 1900, ids: { tmdb: 12 } },
		2
	],
	['an id in another spelling', { titles: [], ids: { imdb: '11' } }, 1],
	['a sequel is not its forerunner', { titles: ['Rocky Road 2'] }, 6],
	['a film without a year is found by name', { titles: ['2049'] }, 4]
])('%s', (_, sighting, id) => {
	const { best } = find(sighting);
	expect(best?.item.id).toBe(id);
	expect(best?.confidence).toBeGreaterThanOrEqual(confident);
});

test('two that fit alike are a question, not an answer', () => {
	const { best, others } = find({ titles: ['The River House'], kind: 'movie' });
	expect(best?.confidence).toBeLessThan(confident);
	expect(best?.reasons[0]).toBe('"The River House" (2016) fits as well.');
	expect(others).toHaveLength(1);
});

test('the running time decides where the name cannot', () => {
	const { best } = find({ titles: ['The River House'], kind: 'movie', runtimeMinutes: 127 });
	expect(best?.item.id).toBe(2);
	expect(best?.confidence).toBeGreaterThanOrEqual(confident);
});

test('another id than the item has rules it out', () => {
	const { best } = find({ titles: ['The River House'], kind: 'movie', ids: { tmdb: 12 } });
	expect(best?.item.id).toBe(2);
	expect(find({ titles: ['The River House'], year: 1994, ids: { tmdb: 99 } }).best?.item.id).not.toBe(1);
});

test.each<[string, Sighting]>([
	['a wrong year', { titles: ['2049'], year: 1999 }],
	['a strange title', { titles: ['Mountain'], year: 1994 }],
	['no title at all', { titles: [] }],
	['a film twice as long as the file', { titles: ['The River House'], year: 1994, runtimeMinutes: 40 }]
])('%s is never confident', (_, sighting) => {
	expect(find(sighting).best?.confidence ?? 0).toBeLessThan(confident);
});

test('reasons are sentences, weightiest first', () => {
	expect(
		find({ titles: ['River.House'], year: 1994, kind: 'movie', runtimeMinutes: 101 }).best?.reasons
	).toEqual([
		'"River.House" is "The River House" in another spelling.',
		'The year 1994 agrees.',
		'It runs for 101 minutes.'
	]);
});
