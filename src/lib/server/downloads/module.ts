import type { DownloadState } from '#core/downloads/download.ts';
import { said } from '#core/text/said.ts';
import type { Events } from '#server/events.ts';
import type { Indexers } from '#server/indexers/module.ts';
import type { Bus } from '#server/platform/bus.ts';
import type { Db } from '#server/platform/db.ts';
import type { Log } from '#server/platform/log.ts';
import type { Module } from '#server/platform/module.ts';
import type { Providers } from '#server/platform/providers.ts';
import type { Settings } from '#server/platform/settings.ts';
import { defineTask } from '#server/platform/tasks.ts';
import { clientChecks } from './checks.ts';
import { clientPort } from './clients/client.ts';
import { clients } from './clients/registry.ts';
import { createGrab, type GrabbedBy, type GrabRequest } from './grab.ts';
import { createMonitor } from './monitor.ts';
import * as rows from './queries.ts';
import type { BlockedRow, DownloadRow, HistoryQuery, QueueQuery } from './queries.ts';
import { type Abilities, createQueue, type RemoveOptions } from './queue.ts';
import type { ForItem } from './schema.ts';
import { downloadSettings } from './settings.ts';

export type { BlockedRow, DownloadRow, ForItem, GrabbedBy, GrabRequest, RemoveOptions };

export interface Downloads extends Module {
	/** Fetches a release's file and gives it to a client; resolves when the client has it. */
	grab(request: GrabRequest, by?: GrabbedBy, signal?: AbortSignal): Promise<DownloadRow>;
	get(id: number): DownloadRow;
	queue(query: QueueQuery): ReturnType<typeof rows.queue>;
	counts(): Partial<Record<DownloadState, number>>;
	/** What was grabbed for an item of the library, newest first. */
	forItem(kind: ForItem['kind'], id: number): DownloadRow[];
	remove(id: number, options: RemoveOptions, signal?: AbortSignal): Promise<void>;
	pause(id: number, signal?: AbortSignal): Promise<DownloadRow>;
	resume(id: number, signal?: AbortSignal): Promise<DownloadRow>;
	/** What its client can do with it. */
	abilities(row: Pick<DownloadRow, 'clientId' | 'state'>): Abilities;
	history(query: HistoryQuery): ReturnType<typeof rows.history>;
	blocklist: {
		list(query: Parameters<typeof rows.blocked>[1]): ReturnType<typeof rows.blocked>;
		remove(ids: readonly number[]): number;
		/** The entry that stands against a release. */
		find(release: Parameters<typeof rows.isBlocked>[1]): BlockedRow | undefined;
	};
	/** Asks the clients now instead of at the next turn. */
	look(): Promise<void>;
}

interface Deps {
	db: Db;
	bus: Bus<Events>;
	log: Log;
	settings: Settings;
	providers: Providers;
	indexers: Pick<Indexers, 'list' | 'download'>;
	/** Somebody has the queue before them. */
	watched?: () => boolean;
	now?: () => number;
}

const day = 86_400_000;

export function createDownloads(deps: Deps): Downloads {
	const { db, bus, log, settings, providers, indexers, watched = () => false, now = Date.now } = deps;
	settings.register([downloadSettings]);
	providers.register(clients, {
		port: clientPort,
		title: 'Download clients',
		description: 'Programs that fetch the torrents and NZB files that Bijou chooses.'
	});
	const monitor = createMonitor({ db, bus, log, providers, watched, now });
	const queue = createQueue({ db, bus, providers, look: monitor.lookNow, now });
	const grab = createGrab({ db, bus, providers, indexers, now });

	function turn(id: number, what: 'imported' | 'unimported', state: 'imported' | 'completed') {
		db.transaction((tx) => {
			rows.happened(tx, { downloadId: id, what, at: now() });
			rows.update(tx, id, { state, changedAt: now() });
		});
		bus.emit('download.changed', { id });
	}
	bus.on('media.imported', ({ from }) => {
		for (const { id } of rows.downloadsAt(db, from, 'completed')) turn(id, 'imported', 'imported');
	});
	// What was taken back can be imported again.
	bus.on('media.unimported', ({ files }) => {
		for (const { from } of files)
			for (const { id } of rows.downloadsAt(db, from, 'imported')) turn(id, 'unimported', 'completed');
	});

	const tidy = defineTask({
		id: 'downloads.tidy',
		title: 'Forget old downloads',
		description: 'Those that failed or were cleared away, after the time set under Settings, Downloads.',
		every: '1d',
		run() {
			const { keepHistoryDays } = settings.get(downloadSettings);
			const count = rows.forgetBefore(db, now() - keepHistoryDays * day);
			return said('{count} forgotten.', { count });
		}
	});

	return {
		async grab(request, by, signal) {
			const row = await grab(request, by, signal);
			monitor.wake();
			return row;
		},
		...queue,
		get: (id) => rows.byId(db, id),
		queue: (query) => rows.queue(db, query),
		counts: () => rows.counts(db),
		forItem: (kind, id) => rows.forItem(db, kind, id),
		history: (query) => rows.history(db, query),
		blocklist: {
			list: (query) => rows.blocked(db, query),
			remove(ids) {
				const removed = rows.unblock(db, ids);
				bus.emit('blocklist.changed', {});
				return removed;
			},
			find: (release) => rows.isBlocked(db, release)
		},
		look: monitor.lookNow,
		tasks: [tidy],
		checks: clientChecks(providers, now),
		start: (signal) => monitor.start(signal),
		stop: () => monitor.stop()
	};
}
