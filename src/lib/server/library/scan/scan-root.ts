import { lstat, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { rawDb, type Db } from '#server/platform/db.ts';
import { AppError } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Workers } from '#server/platform/workers.ts';
import { libraries, rootFolders, type ScanReport } from '../schema.ts';
import { refreshMovieTotals, refreshSeriesTotals } from '../items.ts';
import {
	absentFiles,
	countPresent,
	dropFolder,
	fileAt,
	filesIn,
	forgetFolderTime,
	markAbsent,
	markMissing,
	markPresent,
	type KnownFile
} from './file-rows.ts';
import type { FoundFile, ReadFolder, Skipped } from './found.ts';
import { matchContent, solveRiddles } from './moves.ts';
import { folderOf, newTally, note, planFolder, takeOver, type Shelf, type Step } from './put-away.ts';
import { lookAtRoot } from './root-state.ts';
import { walk, type KnownFolder } from './walk.ts';

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

export type RootState = (typeof rootFolders.$inferSelect)['state'];

/** Between transactions others get their turn. */
const stepsPerTransaction = 400;
const keptSkips = 200;
/** More than this share gone at once looks like a disk that is not there. */
const lossShare = 0.3;
const lossCount = 10;

/** Brings what is known of a root folder in line with what is there. */
export async function scanRoot(options: ScanOptions): Promise<{ state: RootState; report: ScanReport }> {
	const { db, rootFolderId, signal, now } = options;
	const startedAt = now();
	const root = db
		.select({ root: rootFolders, kind: libraries.kind })
		.from(rootFolders)
		.innerJoin(libraries, eq(libraries.id, rootFolders.libraryId))
		.where(eq(rootFolders.id, rootFolderId))
		.get();
	if (!root) throw new AppError('not_found', 'This root folder was removed.', { status: 404 });
	const { path, isMount, skipPatterns } = root.root;
	const look = await lookAtRoot(path, isMount);
	const skips = skipList();
	const scan: Scan = {
		...options,
		startedAt,
		path,
		skips,
		present: countPresent(db, rootFolderId),
		heldFolders: [],
		walked: 0,
		unchanged: 0,
		growing: 0,
		missing: 0,
		shelf: {
			db,
			rootFolderId,
			isFresh:
				prepared(db, 'SELECT 1 FROM files WHERE rootFolderId = ? LIMIT 1').get(rootFolderId) === undefined,
			now: startedAt,
			tally: newTally(),
			riddles: [],
			gone: [],
			fresh: []
		}
	};
	if (look.state !== 'ready') return finish(scan, look.state, look.message);

	const known = knownFolders(db, rootFolderId);
	const seen = new Set<string>();
	try {
		for await (const batch of walk({
			root: path,
			realRoot: look.real,
			rootId: look.id,
			kind: root.kind,
			skipPatterns,
			known,
			from: options.folders ?? [''],
			full: options.full ?? false,
			workers: options.workers,
			signal,
			skip: skips.add
		})) {
			const rootFault = batch.find((folder) => folder.path === '' && folder.fault)?.fault;
			if (rootFault) return finish(scan, 'unreadable', `${path} cannot be read (${rootFault}).`);
			if (batch.some(isSuddenlyEmpty(scan)))
				return finish(scan, 'suddenly-empty', `${path} is suddenly empty; nothing was changed.`);
			await putBatchAway(scan, batch, seen);
		}
	} catch (error) {
		if (signal.aborted || !(error instanceof AppError && error.code === 'timeout')) throw error;
		return finish(scan, 'unreadable', `${path} does not answer.`);
	}

	const goneFolders = [...known.keys()].filter(
		(folder) => !seen.has(folder) && isInScope(scan, folder) && !isHeld(scan, folder)
	);
	for (const folder of goneFolders) {
		scan.shelf.gone.push(...filesIn(db, rootFolderId, folder).filter(({ state }) => state !== 'trashed'));
	}
	await settleFresh(scan);
	const inTransaction = (work: () => void) => rawDb(db).transaction(work)();
	await solveRiddles(scan.shelf, (id) => rootPathOf(db, id), inTransaction);
	await matchContent(scan.shelf, path, inTransaction);
	const held = await settleGone(scan, goneFolders);
	await refreshTotals(scan);
	dropSolved(db, rootFolderId);
	prepared(db, 'UPDATE root_folders SET isMount = ? WHERE id = ?').run(Number(look.isMount), rootFolderId);
	return finish(scan, held ? 'suddenly-empty' : 'ready', held);
}

interface Scan extends ScanOptions {
	startedAt: number;
	path: string;
	skips: ReturnType<typeof skipList>;
	/** Files there were before. */
	present: number;
	/** Folders that could not be read: what is known of them stays. */
	heldFolders: string[];
	walked: number;
	unchanged: number;
	growing: number;
	missing: number;
	shelf: Shelf;
}

function skipList() {
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

function knownFolders(db: Db, rootFolderId: number): Map<string, KnownFolder> {
	const rows = prepared(db, 'SELECT path, mtimeMs, subfolders FROM folders WHERE rootFolderId = ?').all(
		rootFolderId
	) as {
		path: string;
		mtimeMs: number;
		subfolders: string;
	}[];
	return new Map(
		rows.map(({ path, mtimeMs, subfolders }) => [
			path,
			{ mtimeMs, subfolders: subfolders === '[]' ? [] : (JSON.parse(subfolders) as string[]) }
		])
	);
}

const rootPathOf = (db: Db, id: number) =>
	prepared(db, 'SELECT path FROM root_folders WHERE id = ?').pluck().get(id) as string | undefined;

const isBelow = (folder: string, path: string) =>
	folder === '' || path === folder || path.startsWith(`${folder}/`);
const isInScope = ({ folders = [''] }: Scan, path: string) => folders.some((folder) => isBelow(folder, path));
const isHeld = ({ heldFolders }: Scan, path: string) => heldFolders.some((folder) => isBelow(folder, path));

const isSuddenlyEmpty = (scan: Scan) => (folder: ReadFolder) =>
	folder.path === '' &&
	!folder.unchanged &&
	!scan.acceptLosses &&
	scan.present > 0 &&
	folder.files.length + folder.subfolders.length + folder.links.length === 0;

async function putBatchAway(scan: Scan, batch: readonly ReadFolder[], seen: Set<string>): Promise<void> {
	const readable: ReadFolder[] = [];
	for (const folder of batch) {
		scan.walked += 1;
		for (const skipped of folder.skipped) scan.skips.add(skipped);
		if (folder.fault === 'ENOENT') continue;
		seen.add(folder.path);
		if (folder.fault) {
			scan.heldFolders.push(folder.path);
			scan.skips.add({ path: folder.path, reason: `The folder cannot be read (${folder.fault}).` });
		} else if (folder.unchanged) scan.unchanged += 1;
		else readable.push(folder);
	}
	let steps: Step[] = [];
	for (const folder of readable) {
		steps.push(...planFolder(scan.shelf, folder));
		if (steps.length < stepsPerTransaction) continue;
		await write(scan, steps);
		steps = [];
	}
	await write(scan, steps);
	scan.progress?.(scan.walked, scan.shelf.tally.added);
}

async function write({ db, signal }: Scan, steps: readonly Step[]): Promise<void> {
	for (let at = 0; at < steps.length; at += stepsPerTransaction) {
		rawDb(db).transaction(() => {
			for (const step of steps.slice(at, at + stepsPerTransaction)) step();
		})();
		await pause(0);
		signal.throwIfAborted();
	}
}

/** Files written a moment ago: those that stay as they are are taken, the others wait for the next scan. */
async function settleFresh(scan: Scan): Promise<void> {
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
	for (let at = 0; at < whole.length; at += stepsPerTransaction) {
		rawDb(shelf.db).transaction(() => {
			for (const found of whole.slice(at, at + stepsPerTransaction)) {
				const row = fileAt(shelf.db, shelf.rootFolderId, found.path);
				if (row) takeOver(shelf, found, row);
				else shelf.riddles.push({ found, row: undefined, candidates: candidatesOf(shelf, found) });
			}
		})();
		await pause(0);
	}
}

const candidatesOf = ({ db }: Shelf, { inode }: FoundFile) =>
	prepared(db, `SELECT * FROM files WHERE inode = ? AND state <> 'trashed'`).all(inode) as KnownFile[];

async function isSettled(root: string, found: FoundFile): Promise<boolean> {
	const now = await stat(join(root, found.path)).catch(() => undefined);
	if (!now) return false;
	return now.isDirectory() || (now.size === found.sizeBytes && Math.abs(now.mtimeMs - found.mtimeMs) < 1);
}

/** First absence is noted, the second confirmed; answers why when too much is gone to believe it. */
async function settleGone(scan: Scan, goneFolders: readonly string[]): Promise<string | undefined> {
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
const dropSolved = (db: Db, rootFolderId: number) =>
	prepared(
		db,
		`DELETE FROM unmatched WHERE rootFolderId = ? AND NOT EXISTS (SELECT 1 FROM files f
		WHERE f.rootFolderId = unmatched.rootFolderId AND (f.unit = unmatched.path OR f.path = unmatched.path) AND f.state = 'present')`
	).run(rootFolderId);

async function refreshTotals({ db, shelf: { tally }, now }: Scan): Promise<void> {
	const today = new Date(now()).toISOString().slice(0, 10);
	for (const id of tally.movies) refreshMovieTotals(db, id);
	for (const id of tally.series) {
		refreshSeriesTotals(db, id, today);
		await pause(0);
	}
}

function finish(scan: Scan, state: RootState, held?: string): { state: RootState; report: ScanReport } {
	const { db, rootFolderId, now, startedAt, shelf, skips } = scan;
	const { added, changed, moved, returned } = shelf.tally;
	const report: ScanReport = {
		finishedAt: now(),
		tookMs: Math.round(now() - startedAt),
		folders: scan.walked,
		unchangedFolders: scan.unchanged,
		added,
		changed,
		moved,
		returned,
		missing: scan.missing,
		growing: scan.growing,
		skippedCount: skips.count(),
		skipped: skips.kept,
		...(held !== undefined && { held })
	};
	db.update(rootFolders)
		.set({ state, report, scannedAt: now() })
		.where(eq(rootFolders.id, rootFolderId))
		.run();
	return { state, report };
}
