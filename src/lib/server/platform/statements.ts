import type { Database, Statement } from 'better-sqlite3';
import { rawDb, type Db } from './db.ts';

const cache = new WeakMap<Database, Map<string, Statement>>();
/** Lists are narrowed in more ways than are worth remembering. */
const most = 200;

/** For hot or full-text SQL that Drizzle cannot write: compiled once a connection and text, as long as it is in use. */
export function prepared(db: Db, sql: string): Statement<unknown[]> {
	const raw = rawDb(db);
	const statements = cache.get(raw) ?? new Map<string, Statement>();
	cache.set(raw, statements);
	const statement = statements.get(sql) ?? raw.prepare(sql);
	statements.delete(sql);
	statements.set(sql, statement);
	if (statements.size > most) statements.delete(statements.keys().next().value!);
	return statement as Statement<unknown[]>;
}
