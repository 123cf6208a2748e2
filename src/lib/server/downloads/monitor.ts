import { diff } from '#core/downloads/diff.ts';
import type { RemoteDownload } from '#core/downloads/download.ts';
import { mapPath } from '#core/downloads/map-path.ts';
import type { Events } from '#server/events.ts';
import type { Bus } from '#server/platform/bus.ts';
import type { Db } from '#server/platform/db.ts';
import type { Log } from '#server/platform/log.ts';
import type { ActiveProvider, Providers } from '#server/platform/providers.ts';
import { clientPort, type DownloadClient } from './clients/client.ts';
import * as rows from './queries.ts';
import type { DownloadRow } from './queries.ts';

interface Deps {
	db: Db;
	bus: Bus<Events>;
	log: Log;
	providers: Providers;
	/** Somebody has the queue before them. */
	watched(): boolean;
	now(): number;
	/** Between two looks: while somebody watches, and while nobody does. */
	watchedMs?: number;
	quietMs?: number;
}

const tickMs = 500;

type Client = ActiveProvider<DownloadClient>;

/** Asks the clients about what is not finished, and tells what changed. Rests while nothing is open. */
export function createMonitor(deps: Deps) {
	const { db, bus, log, providers, now, watched, watchedMs = 2_000, quietMs = 30_000 } = deps;
	let timer: NodeJS.Timeout | undefined;
	let looking: Promise<void> | undefined;
	let lookedAt = 0;
	let ending: AbortSignal | undefined;

	function keep(row: DownloadRow, remote: RemoteDownload | undefined) {
		const at = now();
		const change = diff(row, remote, at);
		if (!change) return;
		const { patch, entered, numbers } = change;
		const after = db.transaction((tx) => {
			const completed = entered === 'completed' || entered === 'handed-over';
			const stamp = { ...(!numbers && { changedAt: at }), ...(completed && { completedAt: at }) };
			if (entered === 'completed' || entered === 'failed' || entered === 'missing') {
				rows.happened(tx, { downloadId: row.id, what: entered, at, reason: patch.message ?? null });
			}
			return rows.update(tx, row.id, { ...patch, ...stamp });
		});
		tell(after, change);
	}

	function tell(row: DownloadRow, { entered, numbers }: NonNullable<ReturnType<typeof diff>>) {
		const { id, title, message, progress, bytesPerSecond, etaSeconds } = row;
		bus.emit('download.progress', { id, fraction: progress, bytesPerSecond, etaSeconds });
		if (numbers) return;
		bus.emit('download.changed', { id });
		if (entered === 'completed') bus.emit('download.completed', { id, title, path: row.outputPath });
		if (entered === 'failed') bus.emit('download.failed', { id, title, reason: message });
	}

	async function ask({ id, name, instance }: Client, open: DownloadRow[], signal?: AbortSignal) {
		try {
			const remoteIds = [...new Set(open.map(({ remoteId }) => remoteId))];
			const found = await instance.list(remoteIds, signal);
			const known = new Map(found.map((remote) => [remote.id, remote]));
			for (const row of open) {
				const remote = known.get(row.remoteId);
				const path = remote?.path && mapPath(remote.path, instance.mappings);
				// It may have been cleared away while the client was asked.
				if (rows.byId(db, row.id).state === row.state)
					keep(row, remote && { ...remote, ...(path && { path }) });
			}
			providers.success(id);
		} catch (error) {
			if (signal?.aborted) return;
			log.info({ err: error, client: name }, 'a download client could not be asked');
			providers.failure(id, error);
		}
	}

	async function look(signal?: AbortSignal) {
		lookedAt = now();
		const open = rows.open(db);
		if (open.length === 0) return;
		const active = new Map(providers.active<DownloadClient>(clientPort).map((client) => [client.id, client]));
		for (const row of open.filter(({ clientId }) => clientId === null)) keep(row, undefined);
		await Promise.all(
			[...Map.groupBy(open, ({ clientId }) => clientId)].map(([id, theirs]) => {
				const client = id === null ? undefined : active.get(id);
				return client && ask(client, theirs, signal);
			})
		);
	}

	const begin = () =>
		(looking ??= look(ending).finally(() => {
			looking = undefined;
		}));

	/** A look that begins after this moment: one that is under way may have asked before it. */
	async function lookNow() {
		await looking?.catch(() => undefined);
		await begin();
	}

	function tick() {
		if (looking || now() - lookedAt < (watched() ? watchedMs : quietMs)) return;
		begin().catch((error: unknown) => log.error({ err: error }, 'the downloads could not be looked after'));
	}

	return {
		lookNow,
		/** At the next tick. */
		wake() {
			lookedAt = 0;
		},
		start(signal: AbortSignal) {
			ending = signal;
			timer = setInterval(tick, tickMs).unref();
		},
		async stop() {
			clearInterval(timer);
			await looking?.catch(() => undefined);
		}
	};
}
