import { join } from 'node:path';
import { z } from 'zod';
import { toAppError } from '#server/platform/errors.ts';
import { defineJob, type JobContext } from '#server/platform/jobs.ts';
import { baseOf } from './base-of.ts';
import { closeImport } from './close.ts';
import type { Road } from './deps.ts';
import { importRow } from './import-row.ts';
import {
	getLook,
	foldersImported,
	getRow,
	madeItems,
	patchRow,
	rowsToImport,
	sizesOf,
	type ImportRow,
	type LookRow
} from './queries.ts';
import { importHistory } from './schema.ts';

export const defineImportJob = (road: Road) =>
	defineJob({
		kind: 'imports.import',
		title: 'Import files',
		lane: 'imports',
		payload: z.object({ lookId: z.number().int() }),
		dedupe: ({ lookId }) => `import ${lookId}`,
		run: ({ lookId }, context) => importAll(road, lookId, context)
	});

interface Tally {
	imported: number;
	failed: number;
}

async function importAll(road: Road, lookId: number, context: JobContext) {
	const { db, library } = road;
	const { signal } = context;
	const look = getLook(db, lookId);
	const tally: Tally = { imported: 0, failed: 0 };
	let undoId: number | null = null;
	try {
		await importRows(road, look, context, tally);
	} finally {
		// The end of the program is not the end of the import: the rest follows at the next start.
		if (!signal.aborted || signal.reason === 'Cancelled') undoId = await closeImport(road, lookId);
	}
	const made = madeItems(db, lookId);
	if (made.length > 0) library.refresh({ items: made });
	return { ...tally, undoId };
}

async function importRows(road: Road, look: LookRow, context: JobContext, tally: Tally): Promise<void> {
	const { db, bus, library } = road;
	const { signal, progress, log, jobId } = context;
	const ids = rowsToImport(db, look.id);
	const sizes = sizesOf(db, ids).map((size) => Math.max(1, size));
	const total = sizes.reduce((sum, size) => sum + size, 0);
	let before = 0;
	const base = await baseOf(look.path).catch(() => look.path);
	for (const [index, id] of ids.entries()) {
		signal.throwIfAborted();
		const row = getRow(db, id);
		const note = `${index + 1} / ${ids.length}`;
		const tell = (fraction: number) => progress((before + sizes[index]! * fraction) / total, note);
		tell(0);
		try {
			await importRow(road, look, row, { signal, jobId, progress: tell });
			tally.imported += 1;
			log(`${row.path} → ${row.destination ?? ''}`);
		} catch (error) {
			signal.throwIfAborted();
			tally.failed += 1;
			log(`${row.path}: ${noteFailure(road, { look, row, from: join(base, row.path), jobId }, error)}`);
		}
		before += sizes[index]!;
		bus.emit('import.changed', { id: look.id });
	}
	// Folders that the import has emptied go, but never the one that was chosen.
	if (look.mode === 'move')
		for (const folder of foldersImported(db, look.id)) await library.intake.removeEmpty(base, folder);
}

const meanings: Record<string, string> = {
	EROFS: 'The disk is read-only.',
	EACCES: 'Bijou may not write there.',
	EPERM: 'Bijou may not write there.',
	ENOENT: 'It is not there any more.',
	ENAMETOOLONG: 'Its name would be too long for the disk.',
	EIO: 'The disk cannot be read.',
	ESTALE: 'The network folder has gone.'
};

function faultOf(error: unknown): string {
	const { code } = error as NodeJS.ErrnoException;
	const fault = toAppError(error);
	if (fault.code !== 'internal') return fault.message;
	return (code && meanings[code]) ?? (error as Error).message;
}

interface Failure {
	look: LookRow;
	row: ImportRow;
	from: string;
	jobId: number;
}

function noteFailure(road: Road, { look, row, from, jobId }: Failure, error: unknown): string {
	const { db, library, now } = road;
	const fault = faultOf(error);
	library.intake.inTransaction(() => {
		patchRow(db, row.id, { outcome: 'failed', fault });
		db.insert(importHistory)
			.values({
				at: now(),
				userId: look.userId,
				byName: look.byName,
				jobId,
				outcome: 'failed',
				fault,
				fromPath: from,
				kind: row.target?.kind ?? null,
				title: row.title,
				episodes: row.episodeTitles,
				quality: row.quality,
				sizeBytes: row.sizeBytes
			})
			.run();
	});
	return fault;
}
