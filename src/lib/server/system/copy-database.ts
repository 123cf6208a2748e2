import { rm, rename, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { rawDb } from '#server/platform/db.ts';
import type { Db } from '#server/platform/db.ts';
import { AppError, diskFull } from '#server/platform/errors.ts';
import { freeSpace } from '#server/platform/files.ts';
import { fsyncEntry, fsyncPath } from '#server/platform/fsync.ts';
import { findDamage } from '#server/platform/integrity.ts';
import { besides } from './lay-ready.ts';

/** Pages copied at a time: some milliseconds, so that nobody waits behind a backup. */
const pagesAtOnce = 500;

export interface CopyOptions {
	signal?: AbortSignal | undefined;
	progress?: ((fraction: number) => void) | undefined;
}

/** A consistent copy of the running database in one file, checked before it gets its name. */
export async function copyDatabase(
	db: Db,
	to: string,
	{ signal, progress }: CopyOptions = {}
): Promise<void> {
	const raw = rawDb(db);
	const partial = `${to}.partial`;
	await mkdir(dirname(to), { recursive: true });
	const { size } = await stat(raw.name);
	if ((await freeSpace(dirname(to))).freeBytes < size * 1.2) throw diskFull();
	try {
		await raw.backup(partial, {
			progress({ totalPages, remainingPages }) {
				signal?.throwIfAborted();
				if (totalPages > 0) progress?.((totalPages - remainingPages) / totalPages);
				return pagesAtOnce;
			}
		});
		sealCopy(partial);
		fsyncPath(partial);
		await rename(partial, to);
		fsyncEntry(to);
	} catch (error) {
		for (const suffix of besides) await rm(partial + suffix, { force: true });
		throw error;
	}
}

/** Takes the copy out of WAL mode, so that it is one file, and reads it through once. */
function sealCopy(path: string): void {
	const copy = new Database(path);
	try {
		copy.pragma('journal_mode = DELETE');
		const damage = findDamage(copy);
		if (damage) throw new AppError('database_corrupt', `The database is damaged: ${damage}`);
	} finally {
		copy.close();
	}
}
