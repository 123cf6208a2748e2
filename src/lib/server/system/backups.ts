import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Events } from '#server/events.ts';
import { backupName, listBackupFiles } from '#server/platform/backup-files.ts';
import type { BackupFile, BackupReason } from '#server/platform/backup-files.ts';
import type { Bus } from '#server/platform/bus.ts';
import type { Db } from '#server/platform/db.ts';
import { conflict, diskFull, notFound, tooLarge } from '#server/platform/errors.ts';
import { freeSpace, writeAtomic } from '#server/platform/files.ts';
import { fsyncEntry } from '#server/platform/fsync.ts';
import type { Log } from '#server/platform/log.ts';
import { stagedRestore } from '#server/platform/staged-restore.ts';
import { copyDatabase } from './copy-database.ts';
import type { CopyOptions } from './copy-database.ts';
import { examineBackup } from './examine.ts';
import type { Examined } from './examine.ts';
import { besides, layReady } from './lay-ready.ts';

export interface BackupsDeps {
	db: Db;
	folder: string;
	/** Folder of the migrations this version knows. */
	migrations: string;
	bus: Bus<Events>;
	log: Log;
	keep(): { scheduled: number; automatic: number };
	now?: () => number;
}

export interface Backups {
	/** Newest first. */
	list(): BackupFile[];
	get(name: string): BackupFile;
	make(reason: BackupReason, options?: CopyOptions): Promise<BackupFile>;
	/** Takes a file from outside in, once it has proved to be a backup. */
	adopt(content: AsyncIterable<Uint8Array>): Promise<BackupFile>;
	remove(name: string): Promise<void>;
	/** Examines a backup and lays it ready: the next start puts it in place of the current database. */
	stage(name: string): Promise<Examined>;
	staged(): Promise<{ sizeBytes: number; stagedAt: number } | undefined>;
	unstage(): Promise<void>;
	/** Deletes what is over the limits; answers how many. */
	prune(): Promise<number>;
}

const largestUpload = 64 * 1024 ** 3;

export function createBackups(deps: BackupsDeps): Backups {
	const { db, folder, migrations, bus, log, keep, now = Date.now } = deps;
	const waiting = stagedRestore(folder);
	let making = false;

	const changed = (name: string, what: Events['backup.changed']['what']) =>
		bus.emit('backup.changed', { name, what });

	function get(name: string): BackupFile {
		const found = listBackupFiles(folder).find((backup) => backup.name === name);
		if (!found) throw notFound('backup', name);
		return found;
	}

	async function remove(name: string): Promise<void> {
		const { path } = get(name);
		for (const suffix of besides) await rm(path + suffix, { force: true });
		changed(name, 'removed');
	}

	return {
		list: () => listBackupFiles(folder),
		get,
		remove,
		async make(reason, options) {
			if (making) throw conflict('A backup is being made already.');
			making = true;
			try {
				const name = backupName(reason, now());
				await copyDatabase(db, join(folder, name), options);
				log.info({ backup: name }, 'backed up the database');
				changed(name, 'made');
				return get(name);
			} finally {
				making = false;
			}
		},
		async adopt(content) {
			const name = backupName('uploaded', now());
			const received = join(folder, `${name}.partial`);
			try {
				await writeAtomic(received, bounded(content));
				await examineBackup(received, migrations);
				await rename(received, join(folder, name));
				fsyncEntry(received);
			} finally {
				for (const suffix of besides) await rm(received + suffix, { force: true });
			}
			changed(name, 'uploaded');
			return get(name);
		},
		async stage(name) {
			const { path, sizeBytes } = get(name);
			if ((await freeSpace(folder)).freeBytes < sizeBytes * 1.2) throw diskFull();
			const examined = await layReady(path, { backups: folder, migrations });
			log.warn({ backup: name }, 'a restore waits for the next start');
			changed(name, 'staged');
			return examined;
		},
		async staged() {
			const found = await stat(waiting).catch(() => undefined);
			return found && { sizeBytes: found.size, stagedAt: found.ctimeMs };
		},
		async unstage() {
			await rm(waiting, { force: true });
			changed('restore', 'unstaged');
		},
		async prune() {
			const limits = keep();
			const over = [
				...ofReason('scheduled').slice(limits.scheduled),
				...ofReason('migration').slice(limits.automatic),
				...ofReason('replaced').slice(limits.automatic)
			];
			for (const { name } of over) await remove(name);
			return over.length;
		}
	};

	function ofReason(reason: BackupReason): BackupFile[] {
		return listBackupFiles(folder).filter((backup) => backup.reason === reason);
	}
}

async function* bounded(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
	let bytes = 0;
	for await (const chunk of content) {
		bytes += chunk.length;
		if (bytes > largestUpload) throw tooLarge('A backup of more than 64 GiB is not accepted.');
		yield chunk;
	}
}
