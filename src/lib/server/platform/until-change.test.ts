import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { expect, test } from 'vitest';
import type { Db } from './db.ts';
import { untilChange } from './until-change.ts';

test('an answer stays until a row changes; what a transaction took back was never an answer', () => {
	const raw = new Database(':memory:');
	raw.exec('CREATE TABLE films (title TEXT)');
	const db = drizzle(raw) as unknown as Db;
	let reads = 0;
	const count = () =>
		untilChange(db, 'films', () => {
			reads++;
			return raw.prepare('SELECT count(*) FROM films').pluck().get();
		});
	expect([count(), count(), reads]).toEqual([0, 0, 1]);
	raw.exec("INSERT INTO films VALUES ('Harbour')");
	expect([count(), count(), reads]).toEqual([1, 1, 2]);
	const preview = raw.transaction(() => {
		raw.exec('DELETE FROM films');
		expect(count()).toBe(0);
		throw new Error('only a preview');
	});
	expect(preview).toThrow('only a preview');
	expect(count()).toBe(1);
});
