import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { conflict, notFound } from '#server/platform/errors.ts';
import { swapStagedRestore } from '#server/platform/staged-restore.ts';
import { layReady } from './lay-ready.ts';

export interface RestoreOptions {
	dataDir: string;
	/** The backup: a path. */
	source: string;
	migrations: string;
	now?: number;
}

/** Puts a backup in place while Bijou is stopped; answers where the replaced database is kept. */
export async function restoreNow({ dataDir, source, migrations, now = Date.now() }: RestoreOptions) {
	const file = join(dataDir, 'bijou.db');
	const backups = join(dataDir, 'backups');
	if (!existsSync(source)) throw notFound('file', source);
	if (isInUse(file))
		throw conflict('Bijou is running. Stop it first, or restore on the page System, Backups.');
	const { pending } = await layReady(source, { backups, migrations });
	const kept = swapStagedRestore({ file, backups, now });
	return { pending, ...(kept && { kept: join(backups, kept) }) };
}

/** Leaving WAL mode needs the database for oneself, so it tells whether another process has it open. */
function isInUse(file: string): boolean {
	if (!existsSync(file)) return false;
	try {
		const raw = new Database(file, { timeout: 0 });
		try {
			return raw.pragma('journal_mode = DELETE', { simple: true }) !== 'delete';
		} finally {
			raw.close();
		}
	} catch (error) {
		// A damaged database is what restores are for.
		return (error as { code?: string }).code?.startsWith('SQLITE_BUSY') ?? false;
	}
}
