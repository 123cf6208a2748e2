import { join } from 'node:path';
import Database from 'better-sqlite3';
import { toAppError, unavailable } from './errors.ts';

// Kept from the garbage collector, and known to a development server that builds its app anew.
const global = globalThis as { [key: symbol]: Map<string, Database.Database> | undefined };
const claims = (global[Symbol.for('bijou.claims')] ??= new Map());

/**
 * Keeps a second Bijou out of the same data folder until this process ends. SQLite's lock is the system's own: it is let go
 * even after kill -9, and no stale file can hold up a start.
 */
export function claimFolder(folder: string): void {
	if (claims.has(folder)) return;
	try {
		const raw = new Database(join(folder, 'in-use'), { timeout: 0 });
		raw.exec('BEGIN EXCLUSIVE');
		claims.set(folder, raw);
	} catch (error) {
		if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY'))
			throw unavailable(
				`Another Bijou is using the data folder ${folder}. Stop it, or choose another DATA_DIR.`
			);
		const fault = toAppError(error);
		if (fault.code === 'disk_full') throw fault;
		throw unavailable(`The data folder ${folder} cannot be claimed: ${(error as Error).message}`);
	}
}
