import { join } from 'node:path';
import type { Db } from '#server/platform/db.ts';
import { createTrash } from '#server/platform/files.ts';
import type { Jobs } from '#server/platform/jobs.ts';
import type { Settings } from '#server/platform/settings.ts';
import { prepared } from '#server/platform/statements.ts';
import { defineTask, type TaskDefinition } from '#server/platform/tasks.ts';
import type { RefreshPayload } from './identify/refresh-job.ts';
import type { IdentifyPayload } from './identify/jobs.ts';
import type { ScanPayload } from './scan/jobs.ts';
import { isRemote } from './scan/watch.ts';
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
	prepared(db, 'SELECT id, path FROM root_folders').all() as { id: number; path: string }[];

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
				const started = rootsOf(db).map(({ id }) => deps.startScan({ rootFolderId: id }));
				for (const [index, id] of started.entries()) {
					const settled = jobs.settled(id);
					await Promise.race([
						settled,
						new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
					]);
					signal.throwIfAborted();
					progress((index + 1) / started.length);
				}
				return `Scanned ${started.length} root folders.`;
			}
		}),
		defineTask({
			id: 'library.poll',
			title: 'Look at network folders',
			description: 'Network mounts do not tell of changes, so their folders are looked at.',
			every: '15m',
			missed: 'skip',
			async run() {
				let looked = 0;
				for (const { id, path } of rootsOf(db)) {
					if (!(await isRemote(path))) continue;
					deps.startScan({ rootFolderId: id });
					looked += 1;
				}
				return looked > 0 ? `Looks at ${looked} network folders.` : 'There are no network folders.';
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
				return `Deleted ${purged} things for good.`;
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
				return `Forgot ${changes} changes.`;
			}
		})
	];
}
