import { rmSync, statSync, writeFileSync, readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';

const markerOf = (file: string) => `${file}.clean`;

const fingerprint = (file: string) => {
	const stat = statSync(file, { throwIfNoEntry: false });
	return stat ? `${stat.size} ${stat.mtimeMs}` : undefined;
};

/** Written after the database was closed in order: as long as the file is untouched, it needs no examination. */
export function markClean(file: string): void {
	const print = fingerprint(file);
	if (print) writeFileSync(markerOf(file), print);
}

/** Tells whether the file is as the last orderly stop left it, and forgets the marker: from now on it is in use. */
export function takeCleanMarker(file: string): boolean {
	const marker = markerOf(file);
	const leftWal = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
	try {
		return readFileSync(marker, 'utf8') === fingerprint(file) && !leftWal;
	} catch {
		return false;
	} finally {
		rmSync(marker, { force: true });
	}
}

/** The first thing that is wrong with the database, or nothing. Reads the whole file. */
export function findDamage(raw: Database): string | undefined {
	const result = raw.pragma('quick_check(1)', { simple: true });
	return result === 'ok' ? undefined : String(result).replaceAll(/\s+/g, ' ');
}
