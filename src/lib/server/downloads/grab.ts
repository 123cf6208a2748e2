import type { Protocol } from '#core/downloads/download.ts';
import { magnetFacts } from '#core/downloads/magnet.ts';
import type { Events } from '#server/events.ts';
import type { Indexers } from '#server/indexers/module.ts';
import type { Bus } from '#server/platform/bus.ts';
import type { Db } from '#server/platform/db.ts';
import { conflict, invalid } from '#server/platform/errors.ts';
import type { ActiveProvider, Providers } from '#server/platform/providers.ts';
import { chooseClients } from './choose-client.ts';
import type { DownloadClient } from './clients/client.ts';
import { isUnreachable } from './clients/talk.ts';
import { readFile, readMagnet, type Fetched } from './content.ts';
import * as rows from './queries.ts';
import type { DownloadRow } from './queries.ts';
import type { ForItem } from './schema.ts';

export interface GrabRequest {
	title: string;
	/** Where it was found; absent for a magnet that somebody pasted. */
	indexerId?: number | undefined;
	/** The indexer's address of the file; a magnet goes too. */
	link?: string | undefined;
	/** In place of the file, or when that cannot be had. */
	magnet?: string | undefined;
	guid?: string | undefined;
	sizeBytes?: number | undefined;
	item?: ForItem | undefined;
	clientId?: number | undefined;
	/** The client's own when absent. */
	category?: string | undefined;
	paused?: boolean | undefined;
	/** Also when it was grabbed before, lies in the client already, or is on the blocklist. */
	force?: boolean | undefined;
}

export interface GrabbedBy {
	userId?: string | undefined;
	name: string;
}

interface Deps {
	db: Db;
	bus: Bus<Events>;
	providers: Providers;
	indexers: Pick<Indexers, 'list' | 'download'>;
	now(): number;
}

type Client = ActiveProvider<DownloadClient>;

export function createGrab({ db, bus, providers, indexers, now }: Deps) {
	/** Two people pressing the button at once get one download. */
	const underWay = new Set<string>();

	function refuseDouble(
		{ title, indexerId, force }: GrabRequest,
		{ hashes, hash }: Pick<Fetched, 'hashes' | 'hash'>
	) {
		if (force) return;
		const known = [...hashes, ...(hash ? [hash] : [])];
		const before = rows.standing(db, known);
		if (before) {
			throw conflict(`${before.title} was grabbed before and is with ${before.client}.`, {
				reason: 'grabbed',
				downloadId: before.id
			});
		}
		const blocked = rows.isBlocked(db, { hashes: known, title, indexerId });
		if (blocked) {
			const why = blocked.reason ? `: ${blocked.reason}` : '.';
			throw conflict(`${blocked.title} is on the blocklist${why}`, {
				reason: 'blocked',
				blockedId: blocked.id
			});
		}
	}

	async function fetch(request: GrabRequest, protocol: Protocol, from: string, signal?: AbortSignal) {
		const { link, magnet, indexerId } = request;
		if (!link || indexerId === undefined) {
			const only = magnet ?? link;
			if (!only || !/^magnet:/i.test(only))
				throw invalid('This release has neither a file nor a magnet link.');
			return readMagnet(only);
		}
		try {
			const got = await indexers.download(indexerId, link, signal);
			return 'magnet' in got ? readMagnet(got.magnet, from) : readFile(got.bytes, protocol, from);
		} catch (error) {
			if (!magnet || signal?.aborted) throw error;
			return readMagnet(magnet);
		}
	}

	/** A client that cannot be reached has taken nothing: the next one is asked. */
	async function give(clients: Client[], request: GrabRequest, fetched: Fetched, signal?: AbortSignal) {
		const { title, category, paused, force } = request;
		const { content, hashes, name } = fetched;
		for (const [index, client] of clients.entries()) {
			const { id, instance } = client;
			try {
				const [there] = hashes.length ? await instance.list(hashes, signal) : [];
				if (there && !force) {
					throw conflict(`${client.name} has this torrent already.`, { reason: 'in client', clientId: id });
				}
				const remoteId =
					there?.id ?? (await instance.add({ title, name, content, hashes, category, paused }, signal));
				providers.success(id);
				return { client, remoteId };
			} catch (error) {
				if (signal?.aborted || !isUnreachable(error)) throw error;
				providers.failure(id, error);
				if (index === clients.length - 1) throw error;
			}
		}
		throw new Error('no client was given');
	}

	function keep(request: GrabRequest, protocol: Protocol, fetched: Fetched, by: GrabbedBy | undefined) {
		return ({ client, remoteId }: { client: Client; remoteId: string }): DownloadRow => {
			const { title, guid, indexerId, item, category = client.instance.category } = request;
			const indexer = indexers.list().find(({ id }) => id === indexerId);
			const at = now();
			return db.transaction((tx) => {
				const row = rows.insert(tx, {
					title,
					protocol,
					hash: fetched.hash ?? null,
					guid: guid ?? null,
					indexerId: indexer?.id ?? null,
					indexer: indexer?.name ?? null,
					clientId: client.id,
					client: client.name,
					remoteId,
					category: category ?? null,
					itemKind: item?.kind ?? null,
					itemId: item?.id ?? null,
					item: item ?? null,
					state: 'queued',
					name: fetched.name ?? null,
					sizeBytes: fetched.sizeBytes ?? request.sizeBytes ?? null,
					userId: by?.userId ?? null,
					grabbedBy: by?.name ?? null,
					grabbedAt: at,
					changedAt: at,
					movedAt: at
				});
				rows.happened(tx, { downloadId: row.id, what: 'grabbed', at, by: by?.name });
				return row;
			});
		};
	}

	return async function grab(
		request: GrabRequest,
		by?: GrabbedBy,
		signal?: AbortSignal
	): Promise<DownloadRow> {
		const indexer = indexers.list().find(({ id }) => id === request.indexerId);
		const protocol = indexer?.protocol ?? 'torrent';
		const clients = chooseClients(providers, {
			protocol,
			tags: indexer?.tags ?? [],
			clientId: request.clientId
		});
		// What is known before the file is fetched spares the indexer the request.
		const hinted = magnetFacts(request.magnet ?? request.link ?? '')?.hashes ?? [];
		refuseDouble(request, { hashes: hinted, hash: undefined });
		const fetched = await fetch(request, protocol, indexer?.name ?? 'The indexer', signal);
		refuseDouble(request, fetched);
		const key = fetched.hash!;
		if (underWay.has(key))
			throw conflict(`${request.title} is being grabbed right now.`, { reason: 'grabbed' });
		underWay.add(key);
		try {
			const row = keep(request, protocol, fetched, by)(await give(clients, request, fetched, signal));
			bus.emit('release.grabbed', {
				downloadId: row.id,
				title: row.title,
				indexer: row.indexer,
				client: row.client
			});
			bus.emit('download.changed', { id: row.id });
			return row;
		} finally {
			underWay.delete(key);
		}
	};
}
