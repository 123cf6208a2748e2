import { eq } from 'drizzle-orm';
import { rawDb, type Db } from '#server/platform/db.ts';
import { AppError } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import { libraries, rootFolders, type ScanReport } from '../schema/folders.ts';
import { countPresent, filesIn } from './file-rows.ts';
import type { ReadFolder } from './found.ts';
import { matchContent, solveRiddles } from './moves.ts';
import { newTally, planFolder, type Step } from './put-away.ts';
import { lookAtRoot, type RootLook } from './root-state.ts';
import {
	isHeld,
	isInScope,
	skipList,
	stepsAtOnce,
	write,
	type Scan,
	type ScanOptions
} from './scan-context.ts';
import { writeLooseSubtitles } from './sidecar-rows.ts';
import { dropSolved, refreshTotals, settleFresh, settleGone } from './settle.ts';
import { walk, type KnownFolder } from './walk.ts';

export type RootState = (typeof rootFolders.$inferSelect)['state'];
type Outcome = { state: RootState; report: ScanReport; read: string[] };

/** Brings what is known of a root folder in line with what is there. */
export async function scanRoot(options: ScanOptions): Promise<Outcome> {
	const { db, rootFolderId } = options;
	const { root, kind } = rootOf(db, rootFolderId);
	const look = await lookAtRoot(root.path, root.isMount);
	const scan = openScan(options, root.path);
	if (look.state !== 'ready') return finish(scan, look.state, look.message);

	const known = knownFolders(db, rootFolderId);
	const seen = new Set<string>();
	const stopped = await walkAll(scan, { look, kind, skipPatterns: root.skipPatterns, known, seen });
	if (stopped) return stopped;
	// The disk may have gone while it was read.
	const again = await lookAtRoot(root.path, look.isMount);
	if (again.state !== 'ready') return finish(scan, again.state, again.message);

	const goneFolders = [...known.keys()].filter(
		(folder) => !seen.has(folder) && isInScope(scan, folder) && !isHeld(scan, folder)
	);
	for (const folder of goneFolders) {
		scan.shelf.gone.push(...filesIn(db, rootFolderId, folder).filter(({ state }) => state !== 'trashed'));
	}
	await settleFresh(scan);
	const inTransaction = (work: () => void) => rawDb(db).transaction(work)();
	await solveRiddles(scan.shelf, (id) => rootPathOf(db, id), inTransaction);
	await matchContent(scan.shelf, root.path, inTransaction);
	if (scan.shelf.tally.moved > 0) {
		for (const { folder, sidecars } of scan.shelf.loose)
			writeLooseSubtitles(db, rootFolderId, folder, sidecars);
	}
	const held = await settleGone(scan, goneFolders);
	await refreshTotals(scan);
	dropSolved(db, rootFolderId);
	prepared(db, 'UPDATE root_folders SET isMount = ? WHERE id = ?').run(Number(look.isMount), rootFolderId);
	return finish(scan, held ? 'suddenly-empty' : 'ready', held);
}

function rootOf(db: Db, id: number) {
	const found = db
		.select({ root: rootFolders, kind: libraries.kind })
		.from(rootFolders)
		.innerJoin(libraries, eq(libraries.id, rootFolders.libraryId))
		.where(eq(rootFolders.id, id))
		.get();
	if (!found) throw new AppError('not_found', 'This root folder was removed.', { status: 404 });
	return found;
}

function openScan(options: ScanOptions, path: string): Scan {
	const { db, rootFolderId, now } = options;
	const startedAt = now();
	const isFresh =
		prepared(db, 'SELECT 1 FROM files WHERE rootFolderId = ? LIMIT 1').get(rootFolderId) === undefined;
	return {
		...options,
		startedAt,
		path,
		skips: skipList(),
		present: countPresent(db, rootFolderId),
		heldFolders: [],
		read: [],
		walked: 0,
		unchanged: 0,
		growing: 0,
		missing: 0,
		shelf: {
			db,
			rootFolderId,
			isFresh,
			now: startedAt,
			tally: newTally(),
			riddles: [],
			gone: [],
			fresh: [],
			loose: []
		}
	};
}

interface Way {
	look: RootLook;
	kind: (typeof libraries.$inferSelect)['kind'];
	skipPatterns: string[];
	known: Map<string, KnownFolder>;
	/** Filled with the folders that were there. */
	seen: Set<string>;
}

/** Walks and puts away; answers the outcome when the root folder turns out to be unusable. */
async function walkAll(
	scan: Scan,
	{ look, kind, skipPatterns, known, seen }: Way
): Promise<Outcome | undefined> {
	const { path, workers, signal, skips } = scan;
	const from = scan.folders ?? [''];
	const full = scan.full ?? false;
	const way = {
		root: path,
		realRoot: look.real,
		rootId: look.id,
		kind,
		skipPatterns,
		known,
		from,
		full,
		workers,
		signal
	};
	try {
		for await (const batch of walk({ ...way, skip: skips.add })) {
			const rootFault = batch.find((folder) => folder.path === '' && folder.fault)?.fault;
			if (rootFault) return finish(scan, 'unreadable', `${path} cannot be read (${rootFault}).`);
			if (batch.some(isSuddenlyEmpty(scan)))
				return finish(scan, 'suddenly-empty', `${path} is suddenly empty; nothing was changed.`);
			await putBatchAway(scan, batch, seen);
		}
		return undefined;
	} catch (error) {
		if (signal.aborted || !(error instanceof AppError && error.code === 'timeout')) throw error;
		return finish(scan, 'unreadable', `${path} does not answer.`);
	}
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
		else {
			readable.push(folder);
			scan.read.push(folder.path);
		}
	}
	let steps: Step[] = [];
	for (const folder of readable) {
		steps.push(...planFolder(scan.shelf, folder));
		if (steps.length < stepsAtOnce) continue;
		await write(scan, steps);
		steps = [];
	}
	await write(scan, steps);
	scan.progress?.(scan.walked, scan.shelf.tally.added);
}

function finish(scan: Scan, state: RootState, held?: string): Outcome {
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
	return { state, report, read: scan.read };
}
