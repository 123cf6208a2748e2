import { createHash } from 'node:crypto';
import type { Db } from '#server/platform/db.ts';
import type { Providers } from '#server/platform/providers.ts';
import { indexerPort } from '../configured.ts';
import { addLink, linksOf, setLink, type Link } from './links.ts';
import { sourcePort, type IndexerSource, type RemoteIndexer } from './source.ts';

export interface OfferedIndexer extends Omit<RemoteIndexer, 'feed'> {
	/** The indexer that stands for it here. */
	indexerId?: number;
}
export interface InStep {
	added: number;
	changed: number;
	gone: number;
	back: number;
}

export interface Takeover {
	offered(sourceId: number, signal?: AbortSignal): Promise<OfferedIndexer[]>;
	/** Adds the chosen ones; those that are here already stay as they are. */
	take(sourceId: number, remoteIds: readonly string[], signal?: AbortSignal): Promise<InStep>;
	/** Follows what changed at the source. */
	sync(sourceId: number, signal?: AbortSignal): Promise<InStep>;
}

export function createTakeover({ db, providers }: { db: Db; providers: Providers }): Takeover {
	const listOf = (sourceId: number, signal?: AbortSignal) =>
		providers.instance<IndexerSource>(providers.of(sourcePort, sourceId).id).list(signal);

	function freeName(name: string): string {
		const taken = new Set(providers.list(indexerPort).map((provider) => provider.name));
		for (let count = 1; ; count++) {
			const candidate = count === 1 ? name : `${name} (${count})`;
			if (!taken.has(candidate)) return candidate;
		}
	}
	function add(sourceId: number, { remoteId, name, protocol, feed, enabled, priority }: RemoteIndexer) {
		const { id } = providers.create(indexerPort, {
			kind: protocol === 'usenet' ? 'newznab' : 'torznab',
			name: freeName(name.slice(0, 90)),
			enabled,
			...(priority !== undefined && { priority }),
			settings: { ...feed }
		});
		addLink(db, { sourceId, remoteId, indexerId: id, name, feed: digest(feed), present: enabled });
	}

	/** What a person switched off here stays off; what the source took away is switched off until it is back. */
	function followPresence(link: Link, present: boolean, step: InStep) {
		if (present === link.present) return;
		providers.update(link.indexerId, { enabled: present });
		setLink(db, link, { present });
		step[present ? 'back' : 'gone']++;
	}
	/** A new name is taken over where nobody gave it another here; a new address or key always. */
	function followChange(link: Link, { name, feed }: RemoteIndexer, step: InStep) {
		const renamed = name !== link.name;
		const moved = digest(feed) !== link.feed;
		if (!renamed && !moved) return;
		const here = providers.get(link.indexerId).name;
		const isTheirs = here === link.name || here.startsWith(`${link.name} (`);
		providers.update(link.indexerId, {
			...(renamed && isTheirs && { name: freeName(name.slice(0, 90)) }),
			...(moved && { settings: { ...feed } })
		});
		setLink(db, link, { name, feed: digest(feed) });
		step.changed++;
	}
	function follow(sourceId: number, remotes: readonly RemoteIndexer[]): InStep {
		const step: InStep = { added: 0, changed: 0, gone: 0, back: 0 };
		for (const link of linksOf(db, sourceId)) {
			const remote = remotes.find(({ remoteId }) => remoteId === link.remoteId);
			if (remote) followChange(link, remote, step);
			followPresence(link, remote?.enabled ?? false, step);
		}
		return step;
	}

	return {
		async offered(sourceId, signal) {
			const links = new Map(linksOf(db, sourceId).map((link) => [link.remoteId, link.indexerId]));
			return (await listOf(sourceId, signal)).map(({ feed: _feed, ...remote }) => {
				const indexerId = links.get(remote.remoteId);
				return { ...remote, ...(indexerId !== undefined && { indexerId }) };
			});
		},
		async take(sourceId, remoteIds, signal) {
			const remotes = await listOf(sourceId, signal);
			const linked = new Set(linksOf(db, sourceId).map(({ remoteId }) => remoteId));
			const wanted = remotes.filter(({ remoteId }) => remoteIds.includes(remoteId) && !linked.has(remoteId));
			for (const remote of wanted) add(sourceId, remote);
			return { added: wanted.length, changed: 0, gone: 0, back: 0 };
		},
		async sync(sourceId, signal) {
			const remotes = await listOf(sourceId, signal);
			const step = follow(sourceId, remotes);
			const { takeAll } = providers.get(sourceId).settings;
			if (takeAll !== true) return step;
			const linked = new Set(linksOf(db, sourceId).map(({ remoteId }) => remoteId));
			const fresh = remotes.filter(({ remoteId, enabled }) => enabled && !linked.has(remoteId));
			for (const remote of fresh) add(sourceId, remote);
			return { ...step, added: fresh.length };
		}
	};
}

const digest = (feed: RemoteIndexer['feed']): string =>
	createHash('sha256').update(JSON.stringify(feed)).digest('base64url').slice(0, 22);
