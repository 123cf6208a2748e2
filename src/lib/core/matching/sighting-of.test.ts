import { expect, test } from 'vitest';
import { parse } from '#core/release/parse.ts';
import { identify } from './identify.ts';
import { isSceneTitle, sceneTitle } from './scene-title.ts';
import { sightingOf } from './sighting-of.ts';

test('a parsed name says what it names', () => {
	const sighting = sightingOf(parse('The.Glass.Road.1987.1080p.BluRay.x264-GRP'), { runtimeMinutes: 93 });
	expect(sighting).toMatchObject({
		titles: ['The Glass Road'],
		year: 1987,
		kind: 'movie',
		runtimeMinutes: 93
	});
});

test('a year may be part of the title', () => {
	expect(sightingOf(parse('Tower 1999')).titles).toEqual(['Tower', 'Tower 1999']);
	expect(sightingOf(parse('Tower (1999)')).titles).toEqual(['Tower']);
	const known = [{ title: 'Tower 1999', kind: 'movie' as const, year: 1975 }];
	expect(identify(sightingOf(parse('Tower 1999')), known).best?.confidence).toBeGreaterThan(0.8);
});

test('from a name to an item of the library', () => {
	const known = [
		{ title: 'Glass Road', kind: 'series' as const, year: 1987 },
		{ title: 'The Glass Road', kind: 'movie' as const, year: 1987 },
		{ title: 'The Glass Road', kind: 'movie' as const, year: 2014 }
	];
	const { best } = identify(sightingOf(parse('The.Glass.Road.1987.1080p.BluRay.x264-GRP')), known);
	expect(best?.item).toBe(known[1]);
	expect(best?.confidence).toBeGreaterThan(0.9);
});

test.each([
	['A.Show.S02E03.720p.HDTV.x264-GRP', true],
	['A Show S02E03 720p HDTV x264-GRP', false],
	['A.Show.S02E03.720p.HDTV.x264', false],
	['S02E03.720p.HDTV.x264-GRP', false],
	['A.Film.2011.1080p.BluRay.x264-GRP', true]
])('%s is a scene name: %s', (name, expected) => expect(isSceneTitle(name, parse(name))).toBe(expected));

test('a scene name is found behind an extension and stray marks', () => {
	expect(sceneTitle('A.Film.2011.1080p.BluRay.x264-GRP_.mkv', parse)).toBe(
		'A.Film.2011.1080p.BluRay.x264-GRP'
	);
	expect(sceneTitle('holiday.mkv', parse)).toBeUndefined();
});
