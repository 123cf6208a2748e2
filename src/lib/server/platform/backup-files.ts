import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Why a backup was made; it is part of the file name, so that the folder explains itself without a database. */
export const backupReasons = ['scheduled', 'manual', 'migration', 'replaced', 'uploaded'] as const;
export type BackupReason = (typeof backupReasons)[number];

export interface BackupFile {
	name: string;
	path: string;
	reason: BackupReason;
	/** Epoch ms. */
	madeAt: number;
	sizeBytes: number;
}

const pattern = new RegExp(
	`^bijou-(\\d{4})(\\d{2})(\\d{2})-(\\d{2})(\\d{2})(\\d{2})(\\d{3})-(${backupReasons.join('|')})\\.db$`
);

/** `bijou-20261121-153000123-manual.db`, in UTC, so names sort by time. */
export const backupName = (reason: BackupReason, at: number) =>
	`bijou-${new Date(at)
		.toISOString()
		.replaceAll(/[-:.Z]/g, '')
		.replace('T', '-')}-${reason}.db`;

export function parseBackupName(name: string): { reason: BackupReason; madeAt: number } | undefined {
	const match = pattern.exec(name);
	if (!match) return undefined;
	const [year, month, day, hour, minute, second, ms] = match.slice(1, 8).map(Number) as number[] & {
		length: 7;
	};
	const madeAt = Date.UTC(year!, month! - 1, day, hour, minute, second, ms);
	return { reason: match[8] as BackupReason, madeAt };
}

/** Newest first. */
export function listBackupFiles(folder: string): BackupFile[] {
	return namesIn(folder)
		.flatMap((name) => {
			const meaning = parseBackupName(name);
			const path = join(folder, name);
			const stat = meaning && statSync(path, { throwIfNoEntry: false });
			return stat?.isFile() ? [{ name, path, ...meaning!, sizeBytes: stat.size }] : [];
		})
		.sort((a, b) => b.madeAt - a.madeAt);
}

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}
