import type { Database } from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { AppError } from './errors.ts';

export interface Migration {
	hash: string;
	folderMillis: number;
	sql: string[];
}

// The table drizzle's own migrator keeps, so its tools agree with us on what was applied.
const createTable = `CREATE TABLE IF NOT EXISTS __drizzle_migrations (
	id INTEGER PRIMARY KEY AUTOINCREMENT, hash TEXT NOT NULL, created_at NUMERIC)`;

export const readMigrations = (folder: string): Migration[] =>
	readMigrationFiles({ migrationsFolder: folder });

export function appliedHashes(raw: Database): Set<string> {
	const exists = raw.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
	if (!exists) return new Set();
	return new Set(raw.prepare<[], string>('SELECT hash FROM __drizzle_migrations').pluck().all());
}

/** What is still to apply. A database that knows migrations we do not know is refused. */
export function pendingMigrations(raw: Database, known: Migration[]): Migration[] {
	const applied = appliedHashes(raw);
	const unknown = applied.size - known.filter(({ hash }) => applied.has(hash)).length;
	if (unknown > 0) {
		throw new AppError(
			'database_newer',
			`The database was written by another, newer version of Bijou (${unknown} of its migrations are unknown to this one).`,
			{ status: 503, details: { unknown } }
		);
	}
	return known.filter(({ hash }) => !applied.has(hash));
}

/** All or nothing. Foreign keys are off meanwhile, because SQLite changes a table by building it anew. */
export function applyMigrations(raw: Database, pending: Migration[]): void {
	raw.pragma('foreign_keys = OFF');
	try {
		raw.transaction(() => {
			raw.exec(createTable);
			const record = raw.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
			for (const { sql, hash, folderMillis } of pending) {
				for (const statement of sql) raw.exec(statement);
				record.run(hash, folderMillis);
			}
			const broken = raw.pragma('foreign_key_check') as unknown[];
			if (broken.length > 0)
				throw new Error(`the migration would leave ${broken.length} rows without their parent`);
		})();
	} finally {
		raw.pragma('foreign_keys = ON');
	}
}
