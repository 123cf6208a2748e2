import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, expect, test } from 'vitest';
import { applyDerived, closeDb, openDb, rawDb } from '#server/platform/db.ts';
import { derived } from '../derived.ts';
import { bestGuesses, ignoreUnmatched, listUnmatched, type UnmatchedQuery } from './unmatched-list.ts';

const folder = mkdtempSync(join(tmpdir(), 'bijou-unmatched-'));
const db = openDb({
	file: join(folder, 'bijou.db'),
	migrations: join(import.meta.dirname, '../../../../../drizzle'),
	backups: join(folder, 'backups'),
	log: pino({ level: 'silent' })
});
applyDerived(db, derived);
const raw = rawDb(db);
raw.exec(`INSERT INTO libraries (id, name, kind) VALUES (1, 'Films', 'movie');
	INSERT INTO root_folders (id, libraryId, path, addedAt) VALUES (1, 1, '/films', 0)`);
const insert = raw.prepare(
	`INSERT INTO unmatched (rootFolderId, path, title, reason, message, suggestions, triedAt) VALUES (1, ?, ?, 'unsure', '', ?, 0)`
);
const count = 1200;
/** Every third has no guess; the surest are among the oldest. */
const sure = (at: number) => (at % 3 === 0 ? undefined : Math.round(((count - at) / count) * 20) / 20);
for (let at = 0; at < count; at++) {
	const confidence = sure(at);
	const guess = { kind: 'movie', title: 'x', reasons: [], confidence };
	const said =
		at % 2 === 0 ? { source: 'tmdb', tmdbId: 5000 + at } : { source: 'tvmaze', tvmazeId: 7000 + at };
	insert.run(`f${at}`, `f${at}`, JSON.stringify(confidence === undefined ? [] : [{ ...guess, ...said }]));
}
afterAll(() => {
	closeDb(db);
	rmSync(folder, { recursive: true });
});

function walk(query: Partial<UnmatchedQuery>) {
	const met: ReturnType<typeof listUnmatched>['items'] = [];
	for (let cursor: string | undefined; ;) {
		const page = listUnmatched(db, { limit: 70, cursor, ...query });
		met.push(...page.items);
		if (!('next' in page)) return met;
		cursor = page.next;
	}
}

test.each(['best', 'newest'] as const)('walking the pages by %s meets all of them once', (sort) => {
	const met = walk({ sort });
	expect(new Set(met.map(({ id }) => id)).size).toBe(count);
	expect(met.length).toBe(count);
});

test('the surest come first, those without a guess last, the newest first among equals', () => {
	const met = walk({ sort: 'best' });
	const keys = met.map(({ id, suggestions }) => [suggestions[0]?.confidence ?? -1, id] as const);
	expect(keys).toEqual(keys.toSorted((a, b) => b[0] - a[0] || b[1] - a[1]));
	expect(met.at(-1)!.suggestions).toEqual([]);
	const plan = raw
		.prepare(
			`EXPLAIN QUERY PLAN SELECT id FROM unmatched u WHERE u.ignored = 0 ORDER BY coalesce(suggestions ->> '$[0].confidence', -1) DESC, u.id DESC LIMIT 5`
		)
		.all() as { detail: string }[];
	expect(plan.map(({ detail }) => detail).join()).not.toContain('TEMP B-TREE');
});

test('the best guess of each is known, wherever in the list it stands', () => {
	const oldest = walk({}).slice(-6);
	expect(
		bestGuesses(
			db,
			oldest.map(({ id }) => id)
		)
	).toEqual([
		{ id: 2, target: { source: 'tvmaze', id: 7001 } },
		{ id: 3, target: { source: 'tmdb', id: 5002 } },
		{ id: 5, target: { source: 'tmdb', id: 5004 } },
		{ id: 6, target: { source: 'tvmaze', id: 7005 } }
	]);
});

test('what is left alone stands in a list of its own', () => {
	expect(ignoreUnmatched(db, [1, 2], true)).toBe(2);
	expect(walk({ ignored: true }).map(({ id }) => id)).toEqual([2, 1]);
	expect(listUnmatched(db, { limit: 1 }).total).toBe(count - 2);
});
