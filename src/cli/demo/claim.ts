import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const name = 'in-use.db';

export interface Claim {
	/** Empties the folder but for the claim itself. */
	clear(): void;
	release(): void;
}

/** One demo a folder: the lock is the system's, so it ends with this process however that ends. */
export function claim(folder: string): Claim | undefined {
	const lock = new Database(join(folder, name), { timeout: 0 });
	try {
		lock.exec('BEGIN EXCLUSIVE');
	} catch (error) {
		lock.close();
		if ((error as { code?: string }).code === 'SQLITE_BUSY') return undefined;
		throw error;
	}
	return {
		clear() {
			for (const entry of readdirSync(folder))
				if (!entry.startsWith(name)) rmSync(join(folder, entry), { recursive: true, force: true });
		},
		release: () => void lock.close()
	};
}
