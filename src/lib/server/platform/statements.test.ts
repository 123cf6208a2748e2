import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { expect, test } from 'vitest';
import type { Db } from './db.ts';
import { prepared } from './statements.ts';

test('what is asked again and again stays compiled, what was asked once is let go', () => {
	const db = drizzle(new Database(':memory:')) as unknown as Db;
	const often = prepared(db, 'SELECT 1 AS one');
	const once = prepared(db, 'SELECT 0 AS n');
	for (let n = 1; n <= 1000; n++) {
		expect(prepared(db, `SELECT ${n} AS n`).get()).toEqual({ n });
		expect(prepared(db, 'SELECT 1 AS one')).toBe(often);
	}
	expect(prepared(db, 'SELECT 0 AS n')).not.toBe(once);
	expect(once.get()).toEqual({ n: 0 });
});
