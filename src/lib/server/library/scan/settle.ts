import { lstat, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { rawDb, type Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { refreshMovieTotals, refreshSeriesTotals } from '../items.ts';
import {
	absentFiles,
	dropFolder,
	fileAt,
	filesWithInode,
	forgetFolderTime,
	markAbsent,
	markMissing,
	markPresent,
	type KnownFile
} from './file-rows.ts';
import type { FoundFile } from './found.ts';
import { folderOf, note, takeOver } from './put-away.ts';
import { isHeld, isInScope, write, type Scan } from './scan-context.ts';

/** More than this share gone at once looks like a disk that is not there. */
const lossShare = 0.3;
const lossCount = 10;

/** Files written a moment ago: those that stay as they are are taken, the others wait for the next scan. */
export async function settleFresh(scan: Scan): Promise<void> {
	const { shelf, path: root } = scan;
	if (shelf.fresh.length === 0) return;
	await pause(scan.settleMs ?? 1_000, undefined, { signal: scan.signal });
	const whole: FoundFile[] = [];
	for (let at = 0; at < shelf.fresh.length; at += 64) {
		const checked = await Promise.all(
			shelf.fresh
				.slice(at, at + 64)
				.map(async (found) => ((await isSettled(root, found)) ? found : undefined))
		);
		whole.push(...checked.filter((found) => found !== undefined));
	}
	const growing = shelf.fresh.filter((found) => !whole.includes(found));
	scan.growing = growing.length;
	for (const { path } of growing) {
		scan.skips.add({ path, reason: 'It is still being written.' });
		forgetFolderTime(shelf.db, shelf.rootFolderId, folderOf(path));
	}
	const steps = whole.map((found) => () => {
		const row = fileAt(shelf.db, shelf.rootFolderId, found.path);
		if (row) takeOver(shelf, found, row);
		else shelf.riddles.push({ found, row: undefined, candidates: filesWithInode(shelf.db, [found.inode]) });
	});
	await write(scan, steps);
}

async function isSettled(root: string, found: FoundFile): Promise<boolean> {
	const now = await stat(join(root, found.path)).catch(() => undefined);
	if (!now) return false;
	return now.isDirectory() || (now.size === found.sizeBytes && Math.abs(now.mtimeMs - found.mtimeMs) < 1);
}

/** First absence is noted, the second confirmed; answers why when too much is gone to believe it. */
export async function settleGone(scan: Scan, goneFolders: readonly string[]): Promise<string | undefined> {
	const { db, rootFolderId, shelf, startedAt } = scan;
	const gone = shelf.gone.filter(({ path, missingSince }) => missingSince === null && !isHeld(scan, path));
	const before = absentFiles(db, rootFolderId, startedAt).filter(
		({ path }) => isInScope(scan, path) && !isHeld(scan, path)
	);
	const lost = gone.length + before.length;
	if (!scan.acceptLosses && lost > lossCount && lost > scan.present * lossShare) {
		rawDb(db).transaction(() => {
			for (const { path } of gone) forgetFolderTime(db, rootFolderId, folderOf(path));
		})();
		return `${lost} of ${scan.present} files are gone at once, as if a disk were missing; nothing was changed.`;
	}
	const stillAbsent: KnownFile[] = [];
	for (const row of before) {
		if (await lstat(join(scan.path, row.path)).catch(() => undefined)) markPresent(db, row.id);
		else stillAbsent.push(row);
	}
	rawDb(db).transaction(() => {
		for (const row of gone) markAbsent(db, row.id, startedAt);
		for (const row of stillAbsent) {
			markMissing(db, row.id);
			note(shelf.tally, row);
		}
		for (const folder of goneFolders) dropFolder(db, rootFolderId, folder);
	})();
	scan.missing = gone.length + stillAbsent.length;
	return undefined;
}

/** What waited for a person and is not there any more waits no longer. */
export const dropSolved = (db: Db, rootFolderId: number) =>
	prepared(
		db,
		`DELETE FROM unmatched WHERE rootFolderId = ? AND NOT EXISTS (SELECT 1 FROM files f
		WHERE f.rootFolderId = unmatched.rootFolderId AND (f.unit = unmatched.path OR f.path = unmatched.path) AND f.state = 'present')`
	).run(rootFolderId);

export async function refreshTotals({ db, shelf: { tally }, now }: Scan): Promise<void> {
	const today = new Date(now()).toISOString().slice(0, 10);
	for (const id of tally.movies) refreshMovieTotals(db, id);
	for (const id of tally.series) {
		refreshSeriesTotals(db, id, today);
		await pause(0);
	}
}
