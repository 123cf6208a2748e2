import { writeCaps } from '#core/torznab/write-caps.ts';
import { writeFeed } from '#core/torznab/feed.ts';
import { readParameters } from '#core/torznab/parameters.ts';
import type { SearchQuery } from '#core/torznab/query.ts';
import { writeError, type TorznabCode } from '#core/torznab/torznab-error.ts';
import { slug } from '#core/text/slug.ts';
import type { Accounts } from '#server/accounts/module.ts';
import type { Indexers } from '#server/indexers/module.ts';
import type { Actor } from '#core/access/permissions.ts';
import { notFound, toAppError, type AppError } from '#server/platform/errors.ts';
import { joinCaps, throughUs } from './joined-caps.ts';
import { createPages, type Listed } from './pages.ts';

export interface TorznabCall {
	parameters: URLSearchParams;
	/** Id or name of the only one asked; all that are in use when absent. */
	indexer?: string;
	/** Our own address as the caller sees it. */
	origin: string;
	/** Who asks, as far as headers say; else the parameter `apikey` does. */
	actor: Actor | undefined;
	ip: string;
	signal?: AbortSignal;
}
interface Cut {
	offset: number;
	size: number;
	origin: string;
	indexerId: number | undefined;
}
type Call = Pick<TorznabCall, 'origin' | 'signal'> & { indexerId?: number };

export interface TorznabBridge {
	answer(call: TorznabCall): Promise<Response>;
	/** The file or magnet behind one of our links. */
	download(token: string, signal?: AbortSignal): Promise<Response>;
}

const pageSize = 100;
const limits = { default: pageSize, max: pageSize };
const xml = (text: string, type = 'application/xml'): Response =>
	new Response(text, { headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' } });

interface Deps {
	indexers: Indexers;
	accounts: Pick<Accounts, 'authenticate'>;
}

/** Our search as Sonarr, Radarr and Prowlarr ask an indexer. Errors are documents with status 200, as they read them. */
export function createTorznabBridge({ indexers, accounts }: Deps): TorznabBridge {
	const pages = createPages({ indexers });

	async function caps({ indexerId, signal }: Call): Promise<Response> {
		if (indexerId !== undefined)
			return xml(writeCaps(throughUs(await indexers.caps(indexerId, signal), limits)));
		const all = await Promise.allSettled(indexers.inUse().map((id) => indexers.caps(id, signal)));
		const known = all.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
		return xml(writeCaps(joinCaps(known, limits)));
	}

	async function search(query: SearchQuery, { indexerId, origin, signal }: Call): Promise<Response> {
		const { limit = pageSize, offset = 0, ...wish } = query;
		const chosen = indexerId === undefined ? undefined : [indexerId];
		const found = await pages.find({ ...wish, limit: pages.depth(offset + limit) }, chosen, signal);
		const cut = { offset, size: Math.min(limit, pageSize), origin, indexerId };
		const written = pages.written(found, JSON.stringify(cut), () => write(found, cut));
		return xml(written, 'application/rss+xml');
	}

	function write(found: readonly Listed[], { offset, size, origin, indexerId }: Cut): string {
		const name = indexerId === undefined ? 'Bijou' : indexers.list().find(({ id }) => id === indexerId)!.name;
		const page = found.slice(offset, offset + size);
		const links = new Map(page.map((one) => [one.release, linkOf(one, origin)]));
		return writeFeed([...links.keys()], {
			title: name,
			link: origin,
			self: `${origin}${indexerId === undefined ? '/torznab/api' : `/torznab/${indexerId}/api`}`,
			offset,
			total: found.length,
			now: Date.now(),
			linkFor: (release) => links.get(release)!
		});
	}

	function linkOf({ sources: [best], release }: Listed, origin: string): string {
		const token = indexers.links.sign({
			indexerId: best!.indexerId,
			link: best!.release.download ?? release.magnet ?? '',
			title: release.title
		});
		return `${origin}/torznab/download/${token}`;
	}

	/** The fault of the key, if there is one; its words are compared by readers. */
	async function refusedKey({ parameters, actor, ip }: TorznabCall): Promise<Response | undefined> {
		const key = [...parameters].find(([name]) => name.toLowerCase() === 'apikey')?.[1];
		if (!key && !actor) return refuse(200);
		const caller = key ? await accounts.authenticate(new Headers(), ip, key) : actor;
		if (!caller) return refuse(100);
		return caller.permissions.has('search.use') ? undefined : refuse(102);
	}

	function idOf(indexer: string): number {
		const found = indexers.list().find(({ id, name }) => String(id) === indexer || slug(name) === indexer);
		if (!found) throw notFound('indexer', indexer);
		return found.id;
	}

	return {
		async answer(call) {
			try {
				const refusal = await refusedKey(call);
				if (refusal) return refusal;
				const request = readParameters(call.parameters);
				if (request.kind === 'error') return refuse(request.code, request.description);
				const { origin, signal, indexer } = call;
				const asked: Call = {
					origin,
					...(signal && { signal }),
					...(indexer !== undefined && { indexerId: idOf(indexer) })
				};
				return request.kind === 'caps' ? await caps(asked) : await search(request.query, asked);
			} catch (error) {
				return refused(error);
			}
		},
		async download(token, signal) {
			const { indexerId, link, title } = indexers.links.open(token);
			const file = await indexers.download(indexerId, link, signal);
			if ('magnet' in file) return new Response(null, { status: 302, headers: { location: file.magnet } });
			return releaseFile(file.bytes, file.name ?? title);
		}
	};
}

const refuse = (code: TorznabCode, description?: string) => xml(writeError(code, description));

function refused(error: unknown): Response {
	const fault = toAppError(error);
	if (fault.status === 404) return refuse(201, 'Incorrect parameter (indexer)');
	if (!isLimit(fault)) return refuse(900, fault.message);
	// Readers wait as long as we say, but only when the status says so too.
	const { retryAfter = 3600 } = (fault.details ?? {}) as { retryAfter?: number };
	const headers = { 'retry-after': String(retryAfter), 'content-type': 'application/xml; charset=utf-8' };
	return new Response(writeError(500), { status: 429, headers });
}

const isLimit = ({ code }: AppError) => code === 'limit_reached' || code === 'rate_limited';

function releaseFile(bytes: Buffer, name: string): Response {
	const isTorrent = bytes[0] === 'd'.charCodeAt(0);
	const extension = isTorrent ? 'torrent' : 'nzb';
	const plain = name.replace(/\.(?:torrent|nzb)$/i, '').replace(/[^\p{L}\p{N} ._()[\]-]+/gu, ' ');
	const file = encodeURIComponent(`${plain.slice(0, 180).trim() || 'release'}.${extension}`);
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': isTorrent ? 'application/x-bittorrent' : 'application/x-nzb',
			'content-disposition': `attachment; filename*=UTF-8''${file}`
		}
	});
}
