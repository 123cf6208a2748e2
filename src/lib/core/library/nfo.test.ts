import { expect, test } from 'vitest';
import { parseNfo } from './nfo.ts';

test('a film of Kodi', () => {
	const [film] = parseNfo(`<?xml version="1.0" encoding="UTF-8"?>
		<movie><title>Wind &amp; Water</title><originaltitle>Vind</originaltitle><premiered>1961-05-04</premiered>
		<ratings><rating name="imdb" default="true"><value>7.4</value><votes>1,204</votes></rating></ratings>
		<uniqueid type="tmdb">12</uniqueid><uniqueid type="imdb" default="true">tt0012345</uniqueid>
		<runtime>94</runtime><genre>Drama</genre><genre>War / History</genre><set><name>Water Films</name></set>
		<director>D. One</director><actor><name>A. Two</name><role>Mate</role></actor></movie>`);
	expect(film).toMatchObject({
		kind: 'movie',
		title: 'Wind & Water',
		originalTitle: 'Vind',
		year: 1961,
		rating: 7.4,
		votes: 1204,
		tmdbId: 12,
		imdbId: 'tt0012345',
		runtimeMinutes: 94,
		genres: ['Drama', 'War', 'History'],
		collection: 'Water Films',
		directors: ['D. One'],
		cast: [{ name: 'A. Two', role: 'Mate' }]
	});
});

test('a file of two episodes, and one of nothing but an address', () => {
	const two = parseNfo(
		'<episodedetails><season>1</season><episode>4</episode></episodedetails><episodedetails><season>1</season><episode>5</episode></episodedetails>'
	);
	expect(two.map(({ season, episode }) => [season, episode])).toEqual([
		[1, 4],
		[1, 5]
	]);
	expect(parseNfo('see https://www.themoviedb.org/tv/77-signal')).toMatchObject([
		{ kind: 'series', tmdbId: 77 }
	]);
	expect(parseNfo('<movie><title>A</title></movie>\nhttps://www.imdb.com/title/tt7654321/')).toMatchObject([
		{ title: 'A', imdbId: 'tt7654321' }
	]);
});

test.each([
	'',
	'plain words',
	'<movie',
	'<<<>>>',
	'<movie><uniqueid type="tmdb">-5</uniqueid><year>99999</year></movie>',
	'<tvshow>text</tvshow>'
])('%j does no harm', (text) => {
	for (const nfo of parseNfo(text))
		expect([nfo.tmdbId, nfo.year, nfo.title]).toEqual([undefined, undefined, undefined]);
});

test('entities that multiply are not expanded', () => {
	const bomb = `<!DOCTYPE m [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><movie><title>&b;</title></movie>`;
	expect(JSON.stringify(parseNfo(bomb)).length).toBeLessThan(50_000);
	expect(parseNfo(`<movie><title>${'y'.repeat(3_000_000)}</title></movie>`)).toEqual([]);
});
