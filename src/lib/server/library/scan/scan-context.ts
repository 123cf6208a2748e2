import { setImmediate as turn } from 'node:timers/promises';
import { rawDb, type Db } from '#server/platform/db.ts';
import type { Workers } from '#server/platform/workers.ts';
import type { Skipped } from './found.ts';
import type { Shelf, Step } from './put-away.ts';

export interface ScanOptions {
	db: Db;
	workers: Workers;
	rootFolderId: number;
	/** Only these folders below the root, with all in them; everything when absent. */
	folders?: readonly string[];
	/** Read every folder, whatever its time. */
	full?: boolean;
	/** A person says that the files are really gone. */
	acceptLosses?: boolean;
	signal: AbortSignal;
	now: () => number;
	/** How long a file must stay as it is to count as whole. */
	settleMs?: number;
	progress?(folders: number, files: number): void;
}

/** One scan under way. */
export interface Scan extends ScanOptions {
	startedAt: number;
	path: string;
	skips: ReturnType<typeof skipList>;
	/** Files there were before. */
	present: number;
	/** Folders that could not be read: what is known of them stays. */
	heldFolders: string[];
	/** Folders that were read, because they had changed. */
	read: string[];
	walked: number;
	unchanged: number;
	growing: number;
	missing: number;
	shelf: Shelf;
}

const keptSkips = 200;

export function skipList() {
	const kept: Skipped[] = [];
	let count = 0;
	return {
		kept,
		count: () => count,
		add(what: Skipped) {
			count += 1;
			if (kept.length < keptSkips) kept.push({ path: what.path.slice(0, 500), reason: what.reason });
		}
	};
}

const isBelow = (folder: string, path: string) =>
	folder === '' || path === folder || path.startsWith(`${folder}/`);
export const isInScope = ({ folders = [''] }: Scan, path: string) =>
	folders.some((folder) => isBelow(folder, path));
export const isHeld = ({ heldFolders }: Scan, path: string) =>
	heldFolders.some((folder) => isBelow(folder, path));

/** So many steps are gathered before they are written. */
export const stepsAtOnce = 1_000;
/** Between transactions others get their turn. */
const transactionMs = 12;

export async function write({ db, signal }: Scan, steps: readonly Step[]): Promise<void> {
	let at = 0;
	const some = rawDb(db).transaction(() => {
		const until = performance.now() + transactionMs;
		do steps[at++]!();
		while (at < steps.length && performance.now() < until);
	});
	while (at < steps.length) {
		some();
		await turn();
		signal.throwIfAborted();
	}
}
