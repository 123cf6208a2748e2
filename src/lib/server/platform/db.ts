import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { RunResult } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import { searchTerms, searchText } from '#core/matching/search-words.ts';
import { backupName, listBackupFiles } from './backup-files.ts';
import { AppError, diskFull, toAppError } from './errors.ts';
import { fsyncPath } from './fsync.ts';
import { findDamage, markClean, takeCleanMarker } from './integrity.ts';
import type { Log } from './log.ts';
import { applyMigrations, pendingMigrations, readMigrations } from './migrations.ts';
import { swapStagedRestore } from './staged-restore.ts';

/** Wide enough that a transaction passes for the database itself. */
export type Db = BaseSQLiteDatabase<'sync', RunResult, Record<string, never>>;

export interface DbOptions {
	file: string;
	/** Folder of generated migrations. */
	migrations: string;
	/** Folder where a backup goes before a migration. */
	backups: string;
	log: Log;
}

/** Marks our files among SQLite databases ("BIJO"). */
export const applicationId = 0x42494a4f;

export function openDb(options: DbOptions): Db {
	mkdirSync(dirname(options.file), { recursive: true });
	const kept = swapStagedRestore({ file: options.file, backups: options.backups, now: Date.now() });
	if (kept) options.log.warn({ kept }, 'a restored database took the place of the current one');
	const clean = takeCleanMarker(options.file);
	const existed = existsSync(options.file);
	let raw: Database.Database | undefined;
	try {
		raw = new Database(options.file);
		configure(raw);
		if (existed && !clean) examine(raw);
		migrate(raw, options);
		return drizzle(raw);
	} catch (error) {
		raw?.close();
		throw explained(error, options);
	}
}

/** The better-sqlite3 connection below, for what drizzle does not know (backup, pragma, FTS). */
export const rawDb = (db: Db): Database.Database => (db as Db & { $client: Database.Database }).$client;

/** Runs idempotent SQL for what drizzle cannot express: full-text tables, triggers. */
export function applyDerived(db: Db, statements: readonly string[]): void {
	const raw = rawDb(db);
	raw.transaction(() => {
		for (const statement of statements) raw.exec(statement);
	})();
}

export function closeDb(db: Db): void {
	const raw = rawDb(db);
	if (!raw.open) return;
	const file = raw.name;
	raw.pragma('optimize');
	raw.pragma('wal_checkpoint(TRUNCATE)');
	raw.close();
	markClean(file);
}

function configure(raw: Database.Database): void {
	raw.pragma('busy_timeout = 5000');
	raw.pragma('journal_mode = WAL');
	raw.pragma('synchronous = NORMAL');
	raw.pragma('foreign_keys = ON');
	raw.pragma('temp_store = MEMORY');
	raw.pragma('cache_size = -16000');
	raw.pragma('journal_size_limit = 67108864');
	// What triggers of full-text tables call to spell names as people seek them.
	raw.function('search_text', { deterministic: true, varargs: true }, (...names: unknown[]) =>
		searchText(...names.map(asName))
	);
	raw.function('search_terms', { deterministic: true, varargs: true }, (...names: unknown[]) =>
		JSON.stringify(searchTerms(...names.map(asName)))
	);
}

const asName = (value: unknown) => (typeof value === 'string' ? value : null);

function examine(raw: Database.Database): void {
	const damage = findDamage(raw);
	if (damage) throw new AppError('database_corrupt', damage);
}

function migrate(raw: Database.Database, { migrations, backups, log }: DbOptions): void {
	const pending = pendingMigrations(raw, readMigrations(migrations));
	if (pending.length === 0) return;
	const inUse = raw.prepare('SELECT count(*) FROM sqlite_master').pluck().get() as number;
	if (inUse > 0) log.info({ backup: backUpNow(raw, backups) }, 'backed up the database before migrating it');
	applyMigrations(raw, pending);
	raw.pragma(`application_id = ${applicationId}`);
	log.info({ migrations: pending.length }, 'migrated the database');
}

/** A consistent copy, made at once: nobody else uses the database while it is being opened. */
function backUpNow(raw: Database.Database, folder: string): string {
	mkdirSync(folder, { recursive: true });
	const name = backupName('migration', Date.now());
	const partial = join(folder, `${name}.partial`);
	rmSync(partial, { force: true });
	try {
		raw.prepare('VACUUM INTO ?').run(partial);
		fsyncPath(partial);
		renameSync(partial, join(folder, name));
	} catch (error) {
		rmSync(partial, { force: true });
		throw error;
	}
	return name;
}

function explained(error: unknown, { file, backups }: DbOptions): AppError {
	const code = (error as { code?: string }).code ?? '';
	const newest = listBackupFiles(backups)[0];
	const wayOut = newest
		? `The newest backup is ${newest.path}: restore it with "npm run cli -- restore ${newest.path}".`
		: `There is no backup in ${backups}; put a good copy of the file in its place.`;
	if (code === 'database_newer') {
		const { message, details } = error as AppError;
		const newerWayOut = `Start that version again, or go back to an older database. ${wayOut}`;
		return new AppError(code, `${message} ${newerWayOut}`, { status: 503, details });
	}
	if (code === 'database_corrupt' || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
		const reason = (error as Error).message;
		const details = { reason, newestBackup: newest?.name };
		return new AppError('database_corrupt', `The database ${file} is damaged (${reason}). ${wayOut}`, {
			status: 503,
			details,
			cause: error
		});
	}
	const fault = toAppError(error);
	if (fault.code === 'disk_full') return diskFull(error);
	return new AppError(
		'database_unusable',
		`The database ${file} cannot be opened: ${(error as Error).message}`,
		{
			status: 503,
			cause: error
		}
	);
}
