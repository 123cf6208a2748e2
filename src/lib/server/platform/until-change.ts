import { rawDb, type Db } from './db.ts';
import { prepared } from './statements.ts';

interface Memory {
	version: string;
	answers: Map<string, unknown>;
}

const memories = new WeakMap<Db, Memory>();
const most = 32;

/** Our own writes, and those of other processes: the command line works on the same file. */
export const versionOf = (db: Db): string =>
	`${prepared(db, 'SELECT total_changes()').pluck().get() as number} ${prepared(db, 'PRAGMA data_version').pluck().get() as number}`;

/** Reads once, and again only after something in the database has changed. The answer is shared: do not change it. */
export function untilChange<T>(db: Db, key: string, read: () => T): T {
	// What a transaction shows may be taken back, and the count of changes does not go back with it.
	if (rawDb(db).inTransaction) return read();
	const version = versionOf(db);
	let memory = memories.get(db);
	if (!memory || memory.version !== version || memory.answers.size >= most) {
		memories.set(db, (memory = { version, answers: new Map() }));
	}
	if (memory.answers.has(key)) return memory.answers.get(key) as T;
	const answer = read();
	memory.answers.set(key, answer);
	return answer;
}
