import { join } from 'node:path';
import { said } from '#core/text/said.ts';
import type { Db } from '#server/platform/db.ts';
import { createTrash } from '#server/platform/files.ts';
import type { Jobs } from '#server/platform/jobs.ts';
import type { Settings } from '#server/platform/settings.ts';
import { prepared } from '#server/platform/statements.ts';
import { defineTask, type TaskDefinition } from '#server/platform/tasks.ts';
import type { RefreshPayload } from './identify/refresh-job.ts';
import type { IdentifyPayload } from './identify/jobs.ts';
import type { ScanPayload } from './scan/jobs.ts';
import { lookAtRoot } from './scan/root-state.ts';
import { hidesTimes, isRemote } from './scan/watch.ts';
import { librarySettings } from './settings.ts';

interface Deps {
	db: Db;
	jobs: Jobs;
	settings: Settings;
	now: () => number;
	startScan(payload: ScanPayload): number;
	startIdentify(payload: IdentifyPayload): number;
	startRefresh(payload: RefreshPayload): number;
	startCollections(): number;
}

export const trashFolder = (root: string) => join(root, '.bijou-trash');

const rootsOf = (db: Db) =>
	prepared(db, 'SELECT id, path, state, isMount FROM root_folders').all() as {
		id: number;
		path: string;
		state: string;
		isMount: 0 | 1 | null;
	}[];

export function libraryTasks(deps: Deps): TaskDefinition[] {
	const { db, jobs, settings, now } = deps;
	return [
		defineTask({
			id: 'library.scan',
			title: 'Scan libraries',
			description: 'Finds new, changed, moved and missing files in all root folders.',
			every: '12h',
			startsAfter: '2m',
			async run({ signal, progress }) {
				const started: number[] = [];
				for (const { id, path } of rootsOf(db))
					started.push(deps.startScan({ rootFolderId: id, ...((await hidesTimes(path)) && { full: true }) }));
				for (const [index, id] of started.entries()) {
					const settled = jobs.settled(id);
					await Promise.race([
						settled,
						new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
					]);
					signal.throwIfAborted();
					progress((index + 1) / started.length);
				}
				return said('Scanned {count} root {count|folder|folders}.', { count: started.length });
			}
		}),
		defineTask({
			id: 'library.poll',
			title: 'Look at network folders',
			description:
				'Network mounts do not tell of changes, and a disk does not tell that it went or came back.',
			every: '15m',
			missed: 'skip',
			async run() {
				let looked = 0;
				for (const { id, path, state, isMount } of rootsOf(db)) {
					const look = await lookAtRoot(path, isMount === 1);
					if (look.state === state && !(await isRemote(path))) continue;
					deps.startScan({ rootFolderId: id });
					looked += 1;
				}
				return looked > 0
					? said('Looks at {count} root {count|folder|folders}.', { count: looked })
					: 'There is nothing to look at.';
			}
		}),
		defineTask({
			id: 'library.identify',
			title: 'Identify what is left',
			description: 'Tries again where a source failed.',
			every: '1h',
			missed: 'skip',
			run: () => {
				deps.startIdentify({});
			}
		}),
		defineTask({
			id: 'library.refresh',
			title: 'Refresh metadata',
			description: 'Running series every day, everything else after some weeks; locked fields stay.',
			every: '1d',
			run: () => {
				deps.startRefresh({});
			}
		}),
		defineTask({
			id: 'library.collections',
			title: 'Keep collections complete',
			description: 'Looks for films that came to a collection, and adds them where it is monitored.',
			every: '1d',
			run: () => {
				deps.startCollections();
			}
		}),
		defineTask({
			id: 'library.trash',
			title: 'Empty the trash',
			description: 'Deletes for good what was deleted longer ago than the settings say.',
			every: '1d',
			async run() {
				const before = now() - settings.get(librarySettings).trashDays * 86_400_000;
				let purged = 0;
				for (const { path } of rootsOf(db))
					purged += await createTrash({ folder: trashFolder(path), now }).purge(before);
				prepared(db, `DELETE FROM files WHERE state = 'trashed' AND missingSince < ?`).run(before);
				return said('Deleted {count} {count|thing|things} for good.', { count: purged });
			}
		}),
		defineTask({
			id: 'library.changes',
			title: 'Forget old changes',
			description: 'What was changed longer ago than the settings say can no longer be undone.',
			every: '1d',
			run() {
				const before = now() - settings.get(librarySettings).changeDays * 86_400_000;
				const { changes } = prepared(db, 'DELETE FROM undo_steps WHERE createdAt < ?').run(before);
				return said('Forgot {count} {count|change|changes}.', { count: changes });
			}
		})
	];
}
