import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { refreshMovieTotals } from '../items.ts';
import { fingerprint } from './fingerprint.ts';
import { probeFile } from './probe.ts';
import { qualityBySight, resolutionOf } from '../resolution.ts';

interface ProbeOptions {
	db: Db;
	rootFolderId: number;
	timeoutMs: number;
	signal: AbortSignal;
	progress(done: number, total: number): void;
}

interface Row {
	id: number;
	path: string;
	sizeBytes: number;
}

const atOnce = 2;

/** Looks into every file that was not looked into yet, a few at a time; a next run goes on where this one ended. */
export async function probeFiles({
	db,
	rootFolderId,
	timeoutMs,
	signal,
	progress
}: ProbeOptions): Promise<{ probed: number; faults: number }> {
	const root = prepared(db, 'SELECT path FROM root_folders WHERE id = ?').pluck().get(rootFolderId) as
		string | undefined;
	const rows = prepared(
		db,
		`SELECT id, path, sizeBytes FROM files WHERE rootFolderId = ? AND state = 'present' AND probe IS NULL AND probeFault IS NULL ORDER BY addedAt DESC`
	).all(rootFolderId) as Row[];
	if (root === undefined) return { probed: 0, faults: 0 };
	let faults = 0;
	let done = 0;
	const queue = rows.values();
	const worker = async () => {
		for (const row of queue) {
			signal.throwIfAborted();
			if (!(await probeRow(db, root, row, { timeoutMs, signal }))) faults += 1;
			progress((done += 1), rows.length);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return { probed: done - faults, faults };
}

async function probeRow(
	db: Db,
	root: string,
	row: Row,
	options: { timeoutMs: number; signal: AbortSignal }
): Promise<boolean> {
	const path = join(root, row.path);
	const found = await stat(path).catch(() => undefined);
	// Gone meanwhile: the next scan says so.
	if (!found) return true;
	if (/\.strm$/i.test(path) || found.isDirectory())
		return write(db, row, { probe: null, fault: null, print: null });
	const print = await fingerprint(path).catch(() => null);
	const result = await probeFile(path, options);
	return 'probe' in result
		? write(db, row, {
				probe: JSON.stringify(result.probe),
				fault: null,
				print,
				height: result.probe.video?.height,
				width: result.probe.video?.width
			})
		: write(db, row, { probe: null, fault: result.fault, print });
}

interface Result {
	probe: string | null;
	fault: string | null;
	print: string | null;
	width?: number | undefined;
	height?: number | undefined;
}

function write(db: Db, row: Row, { probe, fault, print, width, height }: Result): boolean {
	const note = probe === null && fault === null ? 'There is nothing to look into.' : fault;
	const resolution = resolutionOf(width, height);
	const quality = qualityBySight(resolution);
	const movieId = prepared(
		db,
		`UPDATE files SET probe = ?, probeFault = ?, fingerprint = coalesce(?, fingerprint), resolution = coalesce(resolution, ?),
		quality = coalesce(quality, ?) WHERE id = ? RETURNING movieId`
	)
		.pluck()
		.get(probe, note, print, resolution ?? null, quality ?? null, row.id) as number | null | undefined;
	if (movieId) refreshMovieTotals(db, movieId);
	return fault === null;
}
