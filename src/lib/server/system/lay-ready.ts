import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fsyncEntry, fsyncPath } from '#server/platform/fsync.ts';
import { stagedRestore } from '#server/platform/staged-restore.ts';
import { examineBackup } from './examine.ts';
import type { Examined } from './examine.ts';

export const besides = ['', '-wal', '-shm', '-journal'];

/** Copies a backup to where a restore waits for the next start, if it is fit for that. */
export async function layReady(
	source: string,
	{ backups, migrations }: { backups: string; migrations: string }
): Promise<Examined> {
	const waiting = stagedRestore(backups);
	const partial = `${waiting}.partial`;
	await mkdir(dirname(waiting), { recursive: true });
	try {
		for (const suffix of ['', '-wal'].filter((end) => existsSync(source + end))) {
			await copyFile(source + suffix, partial + suffix, constants.COPYFILE_FICLONE);
		}
		// The copy is examined, not the backup: opening a database may write to it.
		const examined = await examineBackup(partial, migrations);
		fsyncPath(partial);
		await rename(partial, waiting);
		fsyncEntry(waiting);
		return examined;
	} finally {
		for (const suffix of besides) await rm(partial + suffix, { force: true });
	}
}
