import { openStates, type DownloadState } from '#core/downloads/download.ts';
import type { Events } from '#server/events.ts';
import type { Bus } from '#server/platform/bus.ts';
import type { Db } from '#server/platform/db.ts';
import { conflict } from '#server/platform/errors.ts';
import type { Providers } from '#server/platform/providers.ts';
import { clientPort, type DownloadClient } from './clients/client.ts';
import * as rows from './queries.ts';
import type { DownloadRow } from './queries.ts';

const isWhole = (state: DownloadState) => state === 'completed' || state === 'imported';

export interface RemoveOptions {
	/** From the client too; else only Bijou forgets about it. */
	removeFromClient: boolean;
	deleteFiles: boolean;
	/** The release is not taken again. */
	blocklist: boolean;
	by?: string | undefined;
	reason?: string | undefined;
}

/** What people may ask of the client for one download. */
export interface Abilities {
	pause: boolean;
	removeFromClient: boolean;
	deleteFiles: boolean;
}

interface Deps {
	db: Db;
	bus: Bus<Events>;
	providers: Providers;
	look(): Promise<void>;
	now(): number;
}

/** What people do with downloads that are there. */
export function createQueue({ db, bus, providers, look, now }: Deps) {
	const configured = (id: number | null) =>
		id === null ? undefined : providers.list(clientPort).find((each) => each.id === id);

	function clientOf({ clientId, client }: Pick<DownloadRow, 'clientId' | 'client'>): DownloadClient {
		if (!configured(clientId)) throw conflict(`${client} is not set up any more.`);
		return providers.instance<DownloadClient>(clientId!);
	}

	async function turn(id: number, way: 'pause' | 'resume', signal?: AbortSignal) {
		const row = rows.byId(db, id);
		const client = clientOf(row);
		if (!openStates.some((state) => state === row.state)) throw conflict(`${row.title} is not under way.`);
		if (!client[way]) throw conflict(`${row.client} cannot pause single downloads.`);
		await client[way](row.remoteId, signal);
		await look();
		return rows.byId(db, id);
	}

	function refuseUndeletable({ client, state }: DownloadRow, deletes: DownloadClient['deletesFiles']) {
		if (deletes === 'all' || (deletes === 'unfinished' && !isWhole(state))) return;
		throw conflict(
			deletes === 'none'
				? `${client} deletes no files. Remove it without them, and delete them yourself.`
				: `${client} does not delete finished files. Remove it without them, and delete them yourself.`
		);
	}

	function forget(row: DownloadRow, { removeFromClient, deleteFiles, blocklist, by, reason }: RemoveOptions) {
		const at = now();
		const how = deleteFiles
			? 'With its files.'
			: removeFromClient
				? 'Its files stay.'
				: 'It stays in the client.';
		db.transaction((tx) => {
			rows.update(tx, row.id, {
				state: 'removed',
				message: null,
				bytesPerSecond: null,
				etaSeconds: null,
				changedAt: at
			});
			rows.happened(tx, { downloadId: row.id, what: 'removed', at, by, reason: reason ?? how });
			if (!blocklist) return;
			const { title, protocol, hash, guid, indexerId, indexer, sizeBytes } = row;
			const why = reason ?? row.message;
			rows.block(tx, {
				title,
				protocol,
				hash,
				guid,
				indexerId,
				indexer,
				sizeBytes,
				reason: why,
				by: by ?? null,
				at
			});
		});
		bus.emit('download.changed', { id: row.id });
		if (blocklist) bus.emit('blocklist.changed', {});
	}

	return {
		async remove(id: number, options: RemoveOptions, signal?: AbortSignal) {
			const row = rows.byId(db, id);
			if (row.state === 'removed') return;
			const { removeFromClient, deleteFiles } = options;
			if (removeFromClient && configured(row.clientId)) {
				const client = clientOf(row);
				if (deleteFiles) refuseUndeletable(row, client.deletesFiles);
				await client.remove(row.remoteId, { deleteFiles }, signal);
			}
			forget(row, options);
		},
		pause: (id: number, signal?: AbortSignal) => turn(id, 'pause', signal),
		resume: (id: number, signal?: AbortSignal) => turn(id, 'resume', signal),
		abilities({ clientId, state }: Pick<DownloadRow, 'clientId' | 'state'>): Abilities {
			if (!configured(clientId)?.kindTitle)
				return { pause: false, removeFromClient: false, deleteFiles: false };
			const client = providers.instance<DownloadClient>(clientId!);
			const deletes = client.deletesFiles;
			return {
				pause: Boolean(client.pause) && openStates.some((open) => open === state),
				removeFromClient: true,
				deleteFiles: deletes === 'all' || (deletes === 'unfinished' && !isWhole(state))
			};
		}
	};
}
