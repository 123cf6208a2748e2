import { z } from 'zod';
import type { Bus } from '#server/platform/bus.ts';
import type { Db } from '#server/platform/db.ts';
import { AppError } from '#server/platform/errors.ts';
import { freeSpace } from '#server/platform/files.ts';
import { defineJob, type JobDefinition, type Jobs } from '#server/platform/jobs.ts';
import { findProgram } from '#server/platform/process.ts';
import type { Settings } from '#server/platform/settings.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Workers } from '#server/platform/workers.ts';
import type { Events } from '#server/events.ts';
import { librarySettings } from '../settings.ts';
import { probeFiles } from './probe-files.ts';
import { scanRoot } from './scan-root.ts';

interface Deps {
	db: Db;
	bus: Bus<Events>;
	jobs: Jobs;
	workers: Workers;
	settings: Settings;
	now: () => number;
	/** Looks for pictures in folders that were read. */
	pictures(rootFolderId: number, folders: readonly string[], signal: AbortSignal): Promise<void>;
	/** What comes after a scan that changed something. */
	identify(rootFolderId: number): void;
	/** Folders are known now: keep an eye on them. */
	scanned(rootFolderId: number): void;
}

const scanPayload = z.object({
	rootFolderId: z.number().int(),
	folders: z.array(z.string()).optional(),
	full: z.boolean().optional(),
	acceptLosses: z.boolean().optional()
});
export type ScanPayload = z.output<typeof scanPayload>;

const probePayload = z.object({ rootFolderId: z.number().int() });

export interface ScanJobs {
	scan: JobDefinition<ScanPayload>;
	probe: JobDefinition<z.output<typeof probePayload>>;
}

export function defineScanJobs(deps: Deps): ScanJobs {
	const { db, bus, jobs, workers, settings, now } = deps;
	const nameOf = (id: number) =>
		(prepared(db, 'SELECT path FROM root_folders WHERE id = ?').pluck().get(id) as string | undefined) ??
		'a removed folder';

	const probe = defineJob({
		kind: 'library.probe',
		title: ({ rootFolderId }) => `Look into files of ${nameOf(rootFolderId)}`,
		lane: 'scans',
		payload: probePayload,
		dedupe: ({ rootFolderId }) => String(rootFolderId),
		async run({ rootFolderId }, { signal, progress }) {
			const timeoutMs = settings.get(librarySettings).probeTimeoutSeconds * 1_000;
			const told = (done: number, total: number) => progress(done / total, `${done} of ${total} files`);
			const result = await probeFiles({ db, rootFolderId, timeoutMs, signal, progress: told });
			if (result.probed > 0) bus.emit('library.changed', { kind: 'file' });
			return result;
		}
	});

	const scan = defineJob({
		kind: 'library.scan',
		title: ({ rootFolderId, folders }) =>
			folders?.length === 1 ? `Scan ${nameOf(rootFolderId)}/${folders[0]}` : `Scan ${nameOf(rootFolderId)}`,
		lane: 'scans',
		payload: scanPayload,
		dedupe: (payload) => JSON.stringify(payload),
		async run(payload, { signal, progress, log }) {
			const known = prepared(db, 'SELECT count(*) FROM folders WHERE rootFolderId = ?')
				.pluck()
				.get(payload.rootFolderId) as number;
			const { state, report, read } = await scanRoot({
				...withoutUndefined(payload),
				db,
				workers,
				signal,
				now,
				progress: (folders, files) =>
					progress(folders / Math.max(known, folders + 1), `${folders} folders, ${files} new files`)
			});
			for (const { path, reason } of report.skipped) log(`${path || '.'}: ${reason}`);
			if (report.held) log(report.held);
			await noteFreeSpace(db, payload.rootFolderId);
			bus.emit('library.changed', { kind: 'root', id: payload.rootFolderId });
			if (state === 'missing' || state === 'unreadable')
				throw new AppError('root_unavailable', report.held!, { status: 503 });
			await deps.pictures(payload.rootFolderId, read, signal);
			deps.scanned(payload.rootFolderId);
			deps.identify(payload.rootFolderId);
			if (settings.get(librarySettings).probe && findProgram('ffprobe'))
				jobs.add(probe, { rootFolderId: payload.rootFolderId });
			const { skipped: _, ...counts } = report;
			return { state, ...counts };
		}
	});
	return { scan, probe };
}

const withoutUndefined = <T extends object>(value: T) =>
	Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
		[K in keyof T]: Exclude<T[K], undefined>;
	};

async function noteFreeSpace(db: Db, rootFolderId: number): Promise<void> {
	const path = prepared(db, 'SELECT path FROM root_folders WHERE id = ?').pluck().get(rootFolderId) as string;
	const { freeBytes } = await freeSpace(path).catch(() => ({ freeBytes: null }));
	prepared(db, 'UPDATE root_folders SET freeBytes = ? WHERE id = ?').run(freeBytes, rootFolderId);
}
