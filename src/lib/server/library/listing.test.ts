import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyDerived, closeDb, openDb, rawDb, type Db } from '#server/platform/db.ts';
import { derived } from './derived.ts';
import { readSort, stretchesOf } from './list-order.ts';
import { conditions, letters, listItems, type ItemQuery } from './listing.ts';
import { readMarks } from './pages/marks.ts';
import { searchLibrary } from './search.ts';
import { seedLibrary } from './seed.ts';

const folder = mkdtempSync(join(tmpdir(), 'bijou-listing-'));
let db: Db;

beforeAll(() => {
	db = openDb({
		file: join(folder, 'bijou.db'),
		migrations: 'drizzle',
		backups: join(folder, 'backups'),
		log: pino({ level: 'silent' })
	});
	applyDerived(db, derived);
	seedLibrary(db, { movies: 700, series: 20, episodes: 400 });
});
afterAll(() => {
	closeDb(db);
	rmSync(folder, { recursive: true, force: true });
});

/** “Ultra HD” by name before “HD”, to tell names from ids. */
const profiles = { profiles: ['any', 'ultra-hd', 'hd', 'small'], usual: 'any' };
const list = (query: Partial<ItemQuery> = {}, kind: 'movie' | 'series' = 'movie') =>
	listItems(db, kind, { limit: 50, ...query }, 'ada', profiles);
const sql = <T>(text: string, ...values: unknown[]) =>
	rawDb(db)
		.prepare(text)
		.all(...values) as T[];

describe('listing', () => {
	test.each(['title', '-title', 'added', '-year', 'rating', '-size', 'profile', '-profile'])(
		'walking the pages by %s meets every film once, in order',
		(sort) => {
			const met: number[] = [];
			let cursor: string | undefined;
			do {
				const page = list({ sort, cursor, limit: 64 });
				met.push(...page.items.map((item) => item.id));
				expect(page.total).toBe(700);
				cursor = (page as { next?: string }).next;
			} while (cursor);
			expect(new Set(met).size).toBe(700);
			expect(met.length).toBe(700);
		}
	);

	test('sorting by year goes down the years', () => {
		const years = list({ sort: '-year', limit: 500 }).items.map((item) => item.year ?? 0);
		expect(years).toEqual(years.toSorted((a, b) => b - a));
	});

	test.each(['profile', '-profile'])(
		'by %s stands one profile after the other, by title in each, whoever said it',
		(sort) => {
			const kids = rawDb(db)
				.prepare(
					`INSERT INTO libraries (name, kind, profileId) VALUES ('Children', 'movie', 'hd') RETURNING id`
				)
				.pluck()
				.get() as number;
			rawDb(db).prepare('UPDATE movies SET libraryId = ? WHERE id % 10 = 0').run(kids);
			rawDb(db).prepare(`UPDATE movies SET profileId = 'gone' WHERE id = 7`).run();
			const order = [...profiles.profiles, 'gone'];
			const expected = sql<{ id: number; sortTitle: string; followed: string }>(
				`SELECT i.id, i.sortTitle, coalesce(i.profileId, l.profileId, 'any') AS followed FROM movies i JOIN libraries l ON l.id = i.libraryId`
			)
				.toSorted(
					(a, b) =>
						order.indexOf(a.followed) - order.indexOf(b.followed) ||
						Buffer.compare(Buffer.from(a.sortTitle), Buffer.from(b.sortTitle)) ||
						a.id - b.id
				)
				.map(({ id }) => id);
			const met: number[] = [];
			for (let cursor: string | undefined; ;) {
				const page = list({ sort, cursor, limit: 33 });
				met.push(...page.items.map(({ id }) => id));
				if (!('next' in page)) break;
				cursor = page.next;
			}
			expect(met).toEqual(sort === 'profile' ? expected : expected.toReversed());
			const asked = { userId: 'ada', every: 33, profiles };
			const { cursors } = readMarks(db, 'movie', { sort }, asked);
			expect(cursors.map((cursor) => list({ sort, cursor, limit: 33 }).items[0]!.id)).toEqual(
				met.filter((_, at) => at > 0 && at % 33 === 0)
			);
			expect(
				list({ sort, profile: 'hd', limit: 500 }).items.every(({ profileId }) => profileId === 'hd')
			).toBe(true);
		}
	);

	test('no order is made by sorting', () => {
		for (const field of ['title', '-size', 'profile', '-profile'])
			for (const after of [undefined, ['hd', 'm', 5] as const]) {
				const where = conditions('movie', { files: 'have' }, 'ada', 'any');
				const wish = { ...profiles, sort: readSort(field), where };
				const key = after && (field.endsWith('profile') ? [...after] : [null, 5, 5]);
				for (const keys of stretchesOf(db, 'movie', wish)(key as never)) {
					const plan = sql<{ detail: string }>(`EXPLAIN QUERY PLAN ${keys.sql} LIMIT 50`, ...keys.values);
					expect(plan.map(({ detail }) => detail).join('\n')).not.toMatch(
						/TEMP B-TREE|SCAN i(?! USING COVERING)/
					);
				}
			}
	});

	test('filters agree with plain SQL', () => {
		const expected = sql<{ id: number }>(
			`SELECT id FROM movies WHERE resolution = '2160p' AND year >= 1990 AND genres LIKE '%"Drama"%'`
		);
		const page = list({ resolution: '2160p', yearFrom: 1990, genre: 'Drama', limit: 500 });
		expect(page.total).toBe(expected.length);
		expect(page.items.map((item) => item.id).toSorted()).toEqual(expected.map((row) => row.id).toSorted());
	});

	test('what a person has seen is theirs alone', () => {
		const [first] = list().items;
		rawDb(db)
			.prepare('INSERT INTO progress (userId, movieId, watched, updatedAt) VALUES (?, ?, 1, 0)')
			.run('ada', first!.id);
		expect(list({ watched: true }).items.map((item) => item.id)).toEqual([first!.id]);
		expect(listItems(db, 'movie', { limit: 50, watched: true }, 'bob', profiles).total).toBe(0);
	});

	test('a total follows a change at once', () => {
		const before = list({ files: 'missing' }).total;
		rawDb(db)
			.prepare('UPDATE movies SET fileCount = 0 WHERE id = (SELECT min(id) FROM movies WHERE fileCount > 0)')
			.run();
		expect(list({ files: 'missing' }).total).toBe(before + 1);
	});

	test('a letter may be asked for as it is shown', () => {
		const { letter, count } = letters(db, 'movie').find((each) => each.letter !== '#')!;
		expect(list({ letter }).total).toBe(count);
		expect(list({ letter: letter.toUpperCase() }).total).toBe(count);
	});

	test('letters count every film once', () => {
		expect(letters(db, 'movie').reduce((sum, { count }) => sum + count, 0)).toBe(700);
	});

	test('series tell how complete they are', () => {
		const shows = list({ limit: 100 }, 'series').items;
		expect(shows.length).toBe(20);
		expect(shows.every((show) => show.episodeCount === 20 && show.episodeFileCount <= 20)).toBe(true);
	});

	test('an unknown sort and a broken cursor are refused', () => {
		expect(() => list({ sort: 'colour' })).toThrow(/Cannot sort by colour/);
		expect(() => list({ cursor: '!!' })).toThrow(/cursor is not valid/);
	});
});

describe('search', () => {
	const add = (title: string, originalTitle: string | null = null) =>
		rawDb(db)
			.prepare(
				'INSERT INTO movies (libraryId, title, sortTitle, originalTitle, addedAt) VALUES (1, ?, ?, ?, 0) RETURNING id'
			)
			.pluck()
			.get(title, title.toLowerCase(), originalTitle) as number;
	const find = (text: string) => searchLibrary(db, text).map(({ title }) => title);

	test('finds as a person types, without accents, and in other scripts', () => {
		add('Metropolis');
		add('Amélie', "Le Fabuleux Destin d'Amélie Poulain");
		add('Seven Samurai', '七人の侍');
		expect(find('metro')[0]).toBe('Metropolis');
		expect(find('amelie')[0]).toBe('Amélie');
		expect(find('fabuleux destin')[0]).toBe('Amélie');
		expect(find('七人の侍')[0]).toBe('Seven Samurai');
	});

	test('forgives a slip of the finger', () => {
		expect(find('metropollis')).toContain('Metropolis');
		expect(find('samurei seven')).toContain('Seven Samurai');
	});

	test('forgives it in long titles, other names and other scripts', () => {
		add('The Cabinet of Dr. Caligari');
		add('Sherlock Holmes and the Secret Weapon');
		const id = add('Battleship Potemkin');
		rawDb(db).prepare('INSERT INTO aliases (movieId, title) VALUES (?, ?)').run(id, 'Броненосец Потёмкин');
		expect(find('caligary')).toEqual(['The Cabinet of Dr. Caligari']);
		expect(find('sherlok wepon')).toEqual(['Sherlock Holmes and the Secret Weapon']);
		expect(find('потемкин')).toEqual(['Battleship Potemkin']);
		expect(find('броненосец потьомкин')).toEqual(['Battleship Potemkin']);
		expect(find('zzyzx road')).toEqual([]);
	});

	test('knows other names, and forgets what is gone', () => {
		const id = add('Spirited Away');
		rawDb(db).prepare('INSERT INTO aliases (movieId, title) VALUES (?, ?)').run(id, 'Chihiros Reise');
		expect(find('chihiro')).toEqual(['Spirited Away']);
		rawDb(db).prepare('DELETE FROM movies WHERE id = ?').run(id);
		expect(find('chihiro')).toEqual([]);
	});

	test.each(['', '   ', '"', '* OR 1', 'NEAR(a b)', '\0', "';--", 'a'.repeat(5000)])(
		'odd input %j finds nothing or something, and never breaks',
		(text) => {
			expect(Array.isArray(find(text))).toBe(true);
		}
	);
});
