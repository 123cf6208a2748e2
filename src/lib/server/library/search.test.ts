import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyDerived, closeDb, openDb, rawDb, type Db } from '#server/platform/db.ts';
import { derived } from './derived.ts';
import { searchLibrary } from './search.ts';

const folder = mkdtempSync(join(tmpdir(), 'bijou-search-'));
let db: Db;

interface Film {
	title: string;
	year?: number;
	votes?: number;
	original?: string;
	aliases?: string[];
}

function add({ title, year, votes, original, aliases = [] }: Film): number {
	const raw = rawDb(db);
	const id = raw
		.prepare(
			'INSERT INTO movies (libraryId, title, sortTitle, originalTitle, year, votes, addedAt) VALUES (1, ?, ?, ?, ?, ?, 0) RETURNING id'
		)
		.pluck()
		.get(title, title.toLowerCase(), original ?? null, year ?? null, votes ?? 0) as number;
	for (const alias of aliases)
		raw.prepare('INSERT INTO aliases (movieId, title) VALUES (?, ?)').run(id, alias);
	return id;
}

const films: Film[] = [
	{ title: 'D.O.A.', year: 1949, votes: 200 },
	{ title: 'Der müde Tod', year: 1921, votes: 120 },
	{ title: 'Straße der Namenlosen' },
	{ title: 'Ålesund by Night' },
	{ title: 'Smørrebrød Stories' },
	{ title: 'Spider-Man', year: 2002, votes: 9000 },
	{ title: 'WALL·E', year: 2008, votes: 8000 },
	{ title: 'Se7en', year: 1995, votes: 9000 },
	{ title: 'Seven Chances', year: 1925, votes: 300 },
	{ title: 'M*A*S*H', year: 1970, votes: 900 },
	{ title: '9-1-1', year: 2018, votes: 400 },
	{ title: 'Mr. & Mrs. Smith', year: 2005, votes: 4000 },
	{ title: 'Rocky', year: 1976, votes: 5000 },
	{ title: 'Rocky II', year: 1979, votes: 3000 },
	{ title: 'Rocky V', year: 1990, votes: 900 },
	{ title: '8½', year: 1963, votes: 1000 },
	{ title: 'Amélie', original: "Le Fabuleux Destin d'Amélie Poulain", year: 2001, votes: 5000 },
	{ title: 'The Godfather', year: 1972, votes: 15_000 },
	{ title: 'The Black Godfather', year: 1974, votes: 30 },
	{ title: 'The Godfather Part II', year: 1974, votes: 9000 },
	{ title: 'Dune', year: 1984, votes: 2500 },
	{ title: 'Dune', year: 2021, votes: 12_000 },
	{ title: '1984', year: 1956, votes: 60 },
	{ title: 'Jaws', year: 1975, votes: 7000 },
	{ title: "Ocean's Eleven", year: 2001, votes: 8000 },
	{ title: 'Seven Samurai', original: '七人の侍', year: 1954, votes: 3000 },
	{ title: 'My Neighbor Totoro', original: 'となりのトトロ', year: 1988, votes: 6000 },
	{ title: 'Parasite', original: '기생충', year: 2019, votes: 12_000 },
	{ title: 'The Message', original: 'الرِّسالة', year: 1976 },
	{ title: 'Late Marriage', original: 'חתונה מאוחרת', year: 2001 },
	{ title: 'Bad Genius', original: 'ฉลาดเกมส์โกง', year: 2017 },
	{ title: 'Hero', original: '英雄', year: 2002 },
	{ title: 'Moscow Does Not Believe in Tears', original: 'Москва слезам не верит', year: 1980 },
	{ title: 'Spirited Away', aliases: ['Chihiros Reise ins Zauberland'], year: 2001, votes: 9000 },
	{ title: 'The Dark Knight', year: 2008, votes: 16_000 },
	{ title: 'Das Leben der Anderen', year: 2006, votes: 4000 }
];

beforeAll(() => {
	db = openDb({
		file: join(folder, 'bijou.db'),
		migrations: 'drizzle',
		backups: join(folder, 'backups'),
		log: pino({ level: 'silent' })
	});
	applyDerived(db, derived);
	rawDb(db).exec("INSERT INTO libraries (id, name, kind, position) VALUES (1, 'Films', 'movie', 0)");
	films.forEach(add);
	rawDb(db).prepare('INSERT INTO people (name) VALUES (?)').run('Buster Keaton');
});
afterAll(() => {
	closeDb(db);
	rmSync(folder, { recursive: true, force: true });
});

const find = (text: string) =>
	searchLibrary(db, text).map(({ title, year }) => (title === 'Dune' ? `${title} ${year}` : title));

describe('what is typed otherwise than it is written', () => {
	test.each([
		['doa', 'D.O.A.'],
		['d.o.a', 'D.O.A.'],
		['muede', 'Der müde Tod'],
		['mude tod', 'Der müde Tod'],
		['müde', 'Der müde Tod'],
		['strasse', 'Straße der Namenlosen'],
		['aalesund', 'Ålesund by Night'],
		['alesund', 'Ålesund by Night'],
		['smoerrebroed', 'Smørrebrød Stories'],
		['smorrebrod', 'Smørrebrød Stories'],
		['spiderman', 'Spider-Man'],
		['spider man', 'Spider-Man'],
		['wall e', 'WALL·E'],
		['wall-e', 'WALL·E'],
		['walle', 'WALL·E'],
		['se7en', 'Se7en'],
		['mash', 'M*A*S*H'],
		['m.a.s.h.', 'M*A*S*H'],
		['911', '9-1-1'],
		['9 1 1', '9-1-1'],
		['9-1-1', '9-1-1'],
		['mr and mrs smith', 'Mr. & Mrs. Smith'],
		['mr und mrs smith', 'Mr. & Mrs. Smith'],
		['mr & mrs smith', 'Mr. & Mrs. Smith'],
		['mr mrs smith', 'Mr. & Mrs. Smith'],
		['rocky 2', 'Rocky II'],
		['rocky ii', 'Rocky II'],
		['rocky 5', 'Rocky V'],
		['8 1/2', '8½'],
		['8½', '8½'],
		['amelie', 'Amélie'],
		['fabuleux destin', 'Amélie'],
		['le fabuleux destin', 'Amélie'],
		['oceans 11', "Ocean's Eleven"],
		['ocean eleven', "Ocean's Eleven"],
		["ocean's eleven", "Ocean's Eleven"],
		['darkknight', 'The Dark Knight'],
		['mister smith', 'Mr. & Mrs. Smith'],
		['zauberland', 'Spirited Away']
	])('%s finds %s', (typed, title) => {
		expect(find(typed)[0]).toBe(title);
	});

	test('seven finds the digit in the middle of a word, too', () => {
		expect(find('seven')).toEqual(expect.arrayContaining(['Se7en', 'Seven Samurai', 'Seven Chances']));
	});
});

describe('other scripts', () => {
	test.each([
		['七人', 'Seven Samurai'],
		['の侍', 'Seven Samurai'],
		['トトロ', 'My Neighbor Totoro'],
		['ととろ', 'My Neighbor Totoro'],
		['tonari', 'My Neighbor Totoro'],
		['생충', 'Parasite'],
		['英雄', 'Hero'],
		['رسالة', 'The Message'],
		['الرسالة', 'The Message'],
		['נה מאו', 'Late Marriage'],
		['חת', 'Late Marriage'],
		['תו', 'Late Marriage'],
		['سا', 'The Message'],
		['ез', 'Moscow Does Not Believe in Tears'],
		['เกม', 'Bad Genius'],
		['мо', 'Moscow Does Not Believe in Tears'],
		['слезам', 'Moscow Does Not Believe in Tears'],
		['moskva slezam', 'Moscow Does Not Believe in Tears']
	])('%s finds %s', (typed, title) => {
		expect(find(typed)[0]).toBe(title);
	});
});

describe('slips of the finger', () => {
	test.each([
		['dnue', 'Dune 2021'],
		['jaes', 'Jaws'],
		['jwas', 'Jaws'],
		['godfahter', 'The Godfather'],
		['godfathr', 'The Godfather'],
		['gotfather', 'The Godfather'],
		['samurei seven', 'Seven Samurai'],
		['spidermann', 'Spider-Man'],
		['paraiste', 'Parasite'],
		['keatn', 'Buster Keaton'],
		['odfather', 'The Godfather'],
		['leben der andren', 'Das Leben der Anderen']
	])('%s finds %s', (typed, title) => {
		expect(find(typed)[0]).toBe(title);
	});

	test('a word too much does not hide what is meant', () => {
		expect(find('the godfather trilogy')[0]).toBe('The Godfather');
		expect(find('doctor smith')[0]).toBe('Mr. & Mrs. Smith');
		expect(find('black godfather uncut')[0]).toBe('The Black Godfather');
	});

	test('nonsense finds nothing', () => {
		expect(find('zzyzx qwrtp')).toEqual([]);
	});
});

describe('the best comes first', () => {
	test('the title itself, then what begins so, then what holds it; the known before the unknown', () => {
		expect(find('godfather')).toEqual(['The Godfather', 'The Godfather Part II', 'The Black Godfather']);
		expect(find('the godfather')[0]).toBe('The Godfather');
		expect(find('dune')).toEqual(['Dune 2021', 'Dune 1984']);
		expect(find('rocky')[0]).toBe('Rocky');
	});

	test('a year tells films of one name apart, and may be a name', () => {
		expect(find('dune 1984')[0]).toBe('Dune 1984');
		expect(find('dune 2021')).toEqual(['Dune 2021']);
		expect(find('1984')).toEqual(['1984']);
	});

	test('people are found by either name', () => {
		expect(find('keaton')).toEqual(['Buster Keaton']);
		expect(find('buster ke')).toEqual(['Buster Keaton']);
	});

	test('every letter typed keeps what is meant', () => {
		for (let end = 1; end <= 'metropolis'.length; end++) {
			if (end === 1) add({ title: 'Metropolis', year: 1927, votes: 2000 });
			expect(find('metropolis'.slice(0, end))).toContain('Metropolis');
		}
	});
});

test('what changes its name is found by the new one alone', () => {
	const id = add({ title: 'Working Title Unknown' });
	rawDb(db).prepare("UPDATE movies SET title = 'Quiet Harbour' WHERE id = ?").run(id);
	expect(find('quiet harbour')).toEqual(['Quiet Harbour']);
	expect(find('working title')).toEqual([]);
});
