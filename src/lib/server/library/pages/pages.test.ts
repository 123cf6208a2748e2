import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, expect, test } from 'vitest';
import { applyDerived, closeDb, openDb, rawDb } from '#server/platform/db.ts';
import { derived } from '../derived.ts';
import { listItems } from '../listing.ts';
import { seedLibrary } from '../seed.ts';
import { createPages } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'bijou-pages-'));
const db = openDb({
	file: join(folder, 'bijou.db'),
	migrations: join(import.meta.dirname, '../../../../../drizzle'),
	backups: join(folder, 'backups'),
	log: pino({ level: 'silent' })
});
applyDerived(db, derived);
seedLibrary(db, { movies: 300, series: 6, episodes: 120 });
const raw = rawDb(db);
const order = { profiles: ['any', 'hd', 'small', 'ultra-hd'], usual: 'any' };
const wishes = {
	usual: () => 'any',
	short: () => [['any', 'HDTV-720p'] as [string, string]],
	choices: () => [{ id: 'any', name: 'Any' }],
	order: () => order
};
const pages = createPages({ db, wishes, now: () => Date.UTC(2026, 0, 1) });
afterAll(() => {
	closeDb(db);
	rmSync(folder, { recursive: true });
});

test.each([undefined, '-year', '-added', 'size', '-profile'])(
	'marks land on the very page that walking reaches, by %s',
	(sort) => {
		const every = 48;
		const { cursors, total } = pages.marks('movie', { sort }, 'ada', every);
		expect(total).toBe(300);
		expect(cursors).toHaveLength(Math.ceil(total / every) - 1);
		const all = listItems(db, 'movie', { sort, limit: 500 }, 'ada', order).items.map(({ id }) => id);
		for (const [page, cursor] of cursors.entries()) {
			const { items } = listItems(db, 'movie', { sort, cursor, limit: every }, 'ada', order);
			expect(items.map(({ id }) => id)).toEqual(all.slice((page + 1) * every, (page + 2) * every));
		}
	}
);

test('letters count what the filters leave, in the order of the list', () => {
	const filter = { files: 'missing' as const };
	const { letters, total } = pages.marks('movie', filter, 'ada', 48);
	expect(letters.reduce((sum, { count }) => sum + count, 0)).toBe(total);
	const turned = pages.marks('movie', { ...filter, sort: '-title' }, 'ada', 48).letters;
	expect(turned).toEqual(letters.toReversed());
	expect(pages.marks('movie', { sort: 'year' }, 'ada', 48).letters).toEqual([]);
});

test('what was begun leads, once for each series, and the next episode follows the last one seen', () => {
	const episodes = raw
		.prepare(
			'SELECT id, seriesId FROM episodes WHERE fileCount > 0 AND seriesId = (SELECT seriesId FROM episodes WHERE fileCount > 0 GROUP BY seriesId HAVING count(*) > 2 LIMIT 1) ORDER BY seasonNumber, number LIMIT 3'
		)
		.all() as { id: number; seriesId: number }[];
	const note = raw.prepare(
		'INSERT INTO progress (userId, episodeId, seriesId, positionSeconds, durationSeconds, watched, updatedAt) VALUES (?, ?, ?, ?, 2700, ?, ?)'
	);
	note.run('ada', episodes[0]!.id, episodes[0]!.seriesId, 0, 1, 1000);
	expect(pages.upNext('ada', 10).map(({ episodeId }) => episodeId)).toEqual([episodes[1]!.id]);
	note.run('ada', episodes[1]!.id, episodes[1]!.seriesId, 900, 0, 2000);
	note.run('ada', episodes[2]!.id, episodes[2]!.seriesId, 300, 0, 3000);
	expect(pages.begun('ada', 10)).toMatchObject([
		{ kind: 'series', episodeId: episodes[2]!.id, minutesLeft: 40 }
	]);
	expect(pages.begun('bob', 10)).toEqual([]);
});

test('the calendar holds a day from its morning and ends before the last one named', () => {
	raw
		.prepare("UPDATE movies SET digitalRelease = '2031-05-02' WHERE id = (SELECT min(id) FROM movies)")
		.run();
	expect(pages.calendar('2031-05-02', '2031-05-03')).toMatchObject([{ kind: 'movie', release: 'digital' }]);
	expect(pages.calendar('2031-05-01', '2031-05-02')).toEqual([]);
});

test('wanted walks page by page through what is missing, without gaps', () => {
	const ask = (cursor?: string) =>
		pages.wanted({ kind: 'movie', state: 'missing', today: '2026-01-01', limit: 20, cursor });
	const seen: number[] = [];
	for (let page = ask(); ; page = ask(page.next)) {
		seen.push(...page.items.map(({ key }) => key));
		if (page.next === undefined) break;
	}
	expect(new Set(seen).size).toBe(ask().total);
	expect(seen).toHaveLength(ask().total);
});

test('a person gathers all parts in a title; facets name what there is', () => {
	const movie = raw.prepare('SELECT min(id) FROM movies').pluck().get();
	const id = raw.prepare("INSERT INTO people (name) VALUES ('Ida') RETURNING id").pluck().get() as number;
	const credit = raw.prepare('INSERT INTO credits (personId, movieId, department, role) VALUES (?, ?, ?, ?)');
	credit.run(id, movie, 'cast', 'Rosa');
	credit.run(id, movie, 'writing', null);
	expect(pages.person(id).parts).toMatchObject([{ kind: 'movie', id: movie, roles: ['Rosa', 'writing'] }]);
	expect(() => pages.person(999_999)).toThrow(/person/);
	const facets = pages.facets('movie');
	expect(facets.resolutions[0]).toBe('2160p');
	expect(facets.genres).toContain('Drama');
});

test('an episode is as good as its newest file, also when only the name of that is read anew', () => {
	const file = raw
		.prepare(
			`SELECT ef.episodeId AS episode, f.id, f.seriesId AS series FROM files f JOIN episode_files ef ON ef.fileId = f.id WHERE f.quality = 'DVD' LIMIT 1`
		)
		.get() as { episode: number; id: number };
	const short = () =>
		pages
			.wanted({ kind: 'series', state: 'short', today: '2026-01-01', limit: 500 })
			.items.map(({ key }) => key);
	raw.exec('UPDATE series SET monitored = 1');
	expect(short()).not.toContain(file.episode);
	raw.prepare(`UPDATE files SET quality = 'HDTV-720p' WHERE id = ?`).run(file.id);
	expect(short()).toContain(file.episode);
	expect(raw.prepare('SELECT quality FROM episodes WHERE id = ?').pluck().get(file.episode)).toBe(
		'HDTV-720p'
	);
});

test('what is wanted is found in the order of an index', () => {
	for (const kind of ['movie', 'series'] as const)
		for (const state of ['missing', 'short'] as const) {
			const all: number[] = [];
			let cursor: string | undefined;
			do {
				const page = pages.wanted({ kind, state, today: '2026-01-01', limit: 7, cursor });
				all.push(...page.items.map(({ key }) => key));
				cursor = 'next' in page ? page.next : undefined;
			} while (cursor);
			const whole = pages.wanted({ kind, state, today: '2026-01-01', limit: 500 });
			expect(all).toEqual(whole.items.map(({ key }) => key));
			expect(all.length).toBe(whole.total);
			const days = whole.items.map(({ day }) => day ?? '');
			expect(days).toEqual(days.toSorted().toReversed());
		}
});
