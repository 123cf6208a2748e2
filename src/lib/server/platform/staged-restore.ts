import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { backupName } from './backup-files.ts';
import { fsyncEntry } from './fsync.ts';

/** A database that was examined and waits here to take the place of the current one at the next start. */
export const stagedRestore = (backups: string) => join(backups, 'restore-pending.db');

/** Swaps a waiting restore in and keeps what it replaces; answers the name of the kept one. */
export function swapStagedRestore(options: {
	file: string;
	backups: string;
	now: number;
}): string | undefined {
	const { file, backups } = options;
	const staged = stagedRestore(backups);
	if (!existsSync(staged)) return undefined;
	mkdirSync(backups, { recursive: true });
	const name = backupName('replaced', options.now);
	if (existsSync(file)) {
		absorbLog(file);
		renameSync(file, join(backups, name));
		// SQLite finds a log under the name of its database: what could not be absorbed goes along.
		for (const suffix of ['-wal', '-shm']) {
			if (existsSync(file + suffix)) renameSync(file + suffix, join(backups, name + suffix));
		}
	}
	renameSync(staged, file);
	rmSync(`${file}.clean`, { force: true });
	fsyncEntry(file);
	fsyncEntry(staged);
	return name;
}

/** Makes the database one whole file, if it is still fit for that. */
function absorbLog(file: string): void {
	try {
		const raw = new Database(file);
		try {
			raw.pragma('wal_checkpoint(TRUNCATE)');
		} finally {
			raw.close();
		}
	} catch {
		// It is damaged: then it is kept as it is, log and all.
	}
}
