import type { Database, Statement } from 'better-sqlite3';
import { rawDb, type Db } from './db.ts';

const cache = new WeakMap<Database, Map<string, Statement>>();

/** For hot or full-text SQL that Drizzle cannot write: compiled once a connection and text. */
export function prepared(db: Db, sql: string): Statement<unknown[]> {
	const raw = rawDb(db);
	const statements = cache.get(raw) ?? new Map<string, Statement>();
	cache.set(raw, statements);
	const statement = statements.get(sql) ?? raw.prepare(sql);
	statements.set(sql, statement);
	return statement as Statement<unknown[]>;
}
