import { said } from '#core/text/said.ts';
import { prepared } from '#server/platform/statements.ts';
import { conflict } from '#server/platform/errors.ts';
import type { Config } from '#server/platform/config.ts';
import type { JobDefinition, Jobs } from '#server/platform/jobs.ts';
import type { Module } from '#server/platform/module.ts';
import { defineTask } from '#server/platform/tasks.ts';
import { checkPath } from './check-path.ts';
import { closeImport } from './close.ts';
import type { Road } from './deps.ts';
import { editRows, type RowEdit } from './edit.ts';
import { completeFolder } from './folders.ts';
import { defineImportJob } from './import-job.ts';
import { defineLookJob } from './look-job.ts';
import {
	countRows,
	getLook,
	importedItems,
	listHistory,
	listRows,
	patchLook,
	recentLooks,
	rowsToImport,
	type HistoryQuery,
	type ListedRow,
	type LookCounts,
	type LookRow,
	type RowFilter,
	type RowQuery
} from './queries.ts';
import { reopen } from './reopen.ts';
import { createTurns } from './turns.ts';
import { importLooks, type Hint, type ImportMode } from './schema.ts';

export type { Hint, HistoryQuery, ImportMode, ListedRow, LookCounts, RowEdit, RowFilter };

export interface By {
	userId: string;
	name: string;
}

export interface Work {
	id: number;
	progress: number;
	note: string | null;
}

export interface LookView extends LookRow {
	/** Under way right now. */
	work: Work | null;
	counts: LookCounts;
	/** What its files became part of. */
	items: ReturnType<typeof importedItems>;
}

export interface Imports extends Module {
	/** Looks into a folder or file; what is to become of it is decided later, or at once when the hint says so. */
	look(path: string, hint?: Hint, by?: By): Promise<LookView>;
	/** The end of every source: what is sure comes in, the rest waits for a person. */
	offer(path: string, hint?: Hint): Promise<LookView>;
	get(id: number): LookView;
	rows(id: number, query: RowQuery): ReturnType<typeof listRows>;
	edit(
		id: number,
		which: readonly number[] | RowFilter,
		edit: RowEdit,
		signal: AbortSignal
	): Promise<ListedRow[]>;
	/** Brings the chosen files in; answers the job. */
	bring(id: number, wish: { mode?: ImportMode | undefined }, by?: By): number;
	forget(id: number): void;
	recent(limit: number): ReturnType<typeof recentLooks>;
	complete(typed: string): Promise<string[]>;
	history(query: HistoryQuery): ReturnType<typeof listHistory>;
}

interface Deps extends Omit<Road, 'inTurn'> {
	config: Pick<Config, 'dataDir'>;
	jobs: Jobs;
}

const day = 86_400_000;
const keptDays = 14;
const sweepAfterMs = 500;
const unimportMs = 60_000;

export function createImports({ config, jobs, ...deps }: Deps): Imports {
	const road: Road = { ...deps, inTurn: createTurns() };
	const { db, bus, library, now } = road;

	const lookJob: JobDefinition<{ lookId: number }> = defineLookJob({
		...road,
		ready(look) {
			if (look.hint.auto && rowsToImport(db, look.id).length > 0) begin(look.id, {});
		}
	});
	const importJob = defineImportJob(road);
	const roots = () => library.roots.list().map(({ path }) => path);
	const byOf = (by: By | undefined) => ({ userId: by?.userId ?? null, byName: by?.name ?? null });
	/** The job as long as it is to be done; a finished one may have been tidied away. */
	const workOf = (jobId: number | null): Work | null => {
		const states = ['queued', 'running'] as const;
		const job =
			jobId === null
				? undefined
				: ['imports.look', 'imports.import']
						.flatMap((kind) => jobs.list({ kind, states, limit: 500 }).items)
						.find(({ id }) => id === jobId);
		return job ? { id: job.id, progress: job.progress, note: job.note } : null;
	};
	const view = (look: LookRow): LookView => ({
		...look,
		work: look.state === 'looking' || look.state === 'importing' ? workOf(look.jobId) : null,
		counts: countRows(db, look.id),
		items: importedItems(db, look.id)
	});

	async function look(path: string, hint: Hint = {}, by?: By): Promise<LookView> {
		const checked = await checkPath(path, { dataDir: config.dataDir, roots: roots() });
		const mode = hint.mode ?? (hint.source === 'download' ? 'link' : 'move');
		const { id } = db
			.insert(importLooks)
			.values({ path: checked, hint, mode, state: 'looking', ...byOf(by), createdAt: now() })
			.returning({ id: importLooks.id })
			.get();
		const jobId = jobs.add(lookJob, { lookId: id }, by ? { userId: by.userId } : {});
		patchLook(db, id, { jobId });
		return view(getLook(db, id));
	}

	function begin(id: number, { mode }: { mode?: ImportMode | undefined }, by?: By): number {
		const found = getLook(db, id);
		if (found.state === 'importing') throw conflict('These files are being imported already.');
		if (found.state === 'looking') throw conflict('The folder is still being looked into. Wait a moment.');
		return library.intake.inTransaction(() => {
			prepared(
				db,
				`UPDATE import_rows SET outcome = NULL, fault = NULL WHERE lookId = ? AND outcome = 'failed' AND chosen = 1`
			).run(id);
			if (rowsToImport(db, id).length === 0)
				throw conflict('No file that is ready is chosen. Say what they are first.');
			const { userId } = by ?? { userId: found.userId };
			const jobId = jobs.add(importJob, { lookId: id }, userId ? { userId } : {});
			patchLook(db, id, { state: 'importing', jobId, ...(mode && { mode }), ...(by && byOf(by)) });
			bus.emit('import.started', { id, path: found.path });
			bus.emit('import.changed', { id });
			return jobId;
		});
	}

	/** An import whose job is gone is closed, whatever ended it. */
	async function sweep(): Promise<number> {
		const open = prepared(
			db,
			`SELECT id, jobId, state FROM import_looks WHERE state IN ('looking', 'importing')`
		).all() as { id: number; jobId: number | null; state: string }[];
		const orphans = open.filter(({ jobId }) => !workOf(jobId));
		for (const { id, state } of orphans)
			if (state === 'importing') await closeImport(road, id);
			else patchLook(db, id, { state: 'failed', message: 'It was cancelled.', finishedAt: now() });
		return orphans.length;
	}

	const tidy = defineTask({
		id: 'imports.tidy',
		title: 'Forget old looks into folders',
		description: 'What was found and not imported is forgotten after two weeks; the history stays.',
		every: '1d',
		async run() {
			await sweep();
			const { changes } = prepared(
				db,
				`DELETE FROM import_looks WHERE createdAt < ? AND state NOT IN ('looking', 'importing')`
			).run(now() - keptDays * day);
			return said('Forgot {count} {count|look|looks}.', { count: changes });
		}
	});

	let soon: NodeJS.Timeout | undefined;
	const sweepSoon = () => {
		clearTimeout(soon);
		soon = setTimeout(() => void sweep().catch(() => undefined), sweepAfterMs);
	};
	bus.on('job.changed', ({ kind, state }) => {
		// One that waits is cancelled, and one that brought the program down is given up, without having run to its end.
		if (kind.startsWith('imports.') && (state === 'cancelled' || state === 'failed')) sweepSoon();
	});

	bus.on('media.unimported', ({ files }) => {
		const signal = AbortSignal.timeout(unimportMs);
		void reopen(road, files, signal).catch(() => undefined);
	});

	return {
		look,
		offer: (path, hint = {}) => look(path, { ...hint, auto: true }),
		get: (id) => view(getLook(db, id)),
		rows: (id, query) => listRows(db, getLook(db, id).id, query),
		edit: (id, which, edit, signal) => editRows(road, id, which, edit, signal),
		bring: begin,
		forget(id) {
			const { state } = getLook(db, id);
			if (state === 'importing') throw conflict('These files are being imported. Cancel that first.');
			prepared(db, 'DELETE FROM import_looks WHERE id = ?').run(id);
		},
		recent: (limit) => recentLooks(db, limit),
		complete: completeFolder,
		history: (query) => listHistory(db, query),
		jobs: [lookJob, importJob],
		tasks: [tidy],
		start: sweepSoon,
		stop: () => clearTimeout(soon)
	};
}
