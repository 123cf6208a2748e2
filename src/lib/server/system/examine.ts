import { open } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { applicationId } from '#server/platform/db.ts';
import { invalid } from '#server/platform/errors.ts';
import { findDamage } from '#server/platform/integrity.ts';
import { appliedHashes, pendingMigrations, readMigrations } from '#server/platform/migrations.ts';

export interface Examined {
	/** Migrations the database still needs; the next start applies them. */
	pending: number;
}

const magic = 'SQLite format 3\0';

/** Throws, in words, unless the file is a whole database of Bijou that this version understands. */
export async function examineBackup(path: string, migrationsFolder: string): Promise<Examined> {
	if (!(await startsWithMagic(path))) throw invalid('This file is not a backup: it is no SQLite database.');
	const raw = new Database(path, { fileMustExist: true });
	try {
		const ours = raw.pragma('application_id', { simple: true }) === applicationId;
		if (!ours || appliedHashes(raw).size === 0) throw invalid('This is a database, but not one of Bijou.');
		const damage = findDamage(raw);
		if (damage) throw invalid(`This backup is damaged: ${damage}`);
		return { pending: pendingMigrations(raw, readMigrations(migrationsFolder)).length };
	} catch (error) {
		const code = (error as { code?: string }).code ?? '';
		if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
			throw invalid(`This backup is damaged: ${(error as Error).message}`);
		}
		throw error;
	} finally {
		raw.close();
	}
}

async function startsWithMagic(path: string): Promise<boolean> {
	const file = await open(path, 'r');
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
		return bytesRead === 16 && buffer.toString('latin1') === magic;
	} finally {
		await file.close();
	}
}
