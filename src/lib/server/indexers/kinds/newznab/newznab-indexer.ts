import type { Caps } from '#core/torznab/caps.ts';
import { readCaps } from '#core/torznab/read-caps.ts';
import { writeParameters } from '#core/torznab/parameters.ts';
import type { SearchQuery } from '#core/torznab/query.ts';
import type { ApiLimits } from '#core/torznab/read-feed.ts';
import type { Release } from '#core/torznab/release.ts';
import { TorznabFault } from '#core/torznab/torznab-fault.ts';
import { invalid } from '#server/platform/errors.ts';
import type { Http } from '#server/platform/http.ts';
import type { Workers } from '#server/platform/workers.ts';
import type { Indexer, Trace, TracedRequest } from '../../indexer.ts';
import { fetchRelease } from './fetch-release.ts';
import type { CapsStore } from './kept-caps.ts';
import { indexerFault, limitReached, statusFault } from './faults.ts';
import type { FeedResult, FeedWork } from './read-feed.worker.ts';

export interface NewznabOptions {
	name: string;
	/** `torrent` makes it Torznab: the same API with other attributes. */
	protocol: 'torrent' | 'usenet';
	url: string;
	apiPath?: string;
	apiKey?: string;
	/** Asked when a query names none. */
	categories?: number[];
	/** `&name=value`, added to every request. */
	additionalParameters?: string;
	http: Http;
	workers: Workers;
	clock?: () => number;
	/** Where caps are kept between runs. */
	keptCaps?: CapsStore;
}

export interface NewznabIndexer extends Indexer {
	renewCaps(signal?: AbortSignal): Promise<Caps>;
	/** What the last feed said about the account's API use. */
	limits(): ApiLimits | undefined;
}

type Recorder = (request: TracedRequest) => void;
interface Asking {
	purpose: TracedRequest['purpose'];
	signal?: AbortSignal | undefined;
	record?: Recorder | undefined;
}

/** A task asks anew every day; only when it could not for long is a search kept waiting. */
const capsLifeMs = 7 * 24 * 3_600_000;
const maxCapsBytes = 2 * 1024 * 1024;
const mostPages = 10;
const usualPage = 100;
const maxBytes = 16 * 1024 * 1024;
const accept = 'application/rss+xml, text/rss+xml, application/xml, text/xml';

export function createNewznabIndexer(options: NewznabOptions): NewznabIndexer {
	const { name, protocol, http, workers, clock = Date.now, apiKey } = options;
	const address = apiAddress(options);
	/** A key of a letter or two would take letters out of everything else. */
	const mask = (text: string) => {
		const named = text.replace(/(apikey=)[^&\s]+/gi, '$1••••••');
		return apiKey && apiKey.length > 3 ? named.replaceAll(apiKey, '••••••') : named;
	};
	const kept = options.keptCaps?.read();
	let known: { caps: Promise<Caps>; until: number } | undefined = kept && {
		caps: Promise.resolve(kept.caps),
		until: kept.askedAt + capsLifeMs
	};
	let limits: ApiLimits | undefined;
	let limitedUntil = 0;

	async function ask(
		parameters: URLSearchParams,
		{ purpose, signal, record }: Asking
	): Promise<{ url: string; text: string }> {
		const url = new URL(address);
		for (const [key, value] of parameters) url.searchParams.set(key, value);
		if (apiKey) url.searchParams.set('apikey', apiKey);
		const started = performance.now();
		const base = { purpose, method: 'GET', url: mask(url.href) };
		try {
			const most = purpose === 'caps' ? maxCapsBytes : maxBytes;
			const response = await http.request(url, {
				headers: { accept },
				maxBytes: most,
				...(signal && { signal })
			});
			const ms = Math.round(performance.now() - started);
			record?.({ ...base, status: response.status, bytes: response.bytes().length, ms });
			return { url: url.href, text: response.text() };
		} catch (error) {
			const fault = statusFault(name, error);
			record?.({
				...base,
				ms: Math.round(performance.now() - started),
				error: mask(String(fault instanceof Error ? fault.message : fault))
			});
			throw fault;
		}
	}

	async function askCaps(asking: Asking): Promise<Caps> {
		const { text } = await ask(new URLSearchParams({ t: 'caps' }), asking);
		try {
			return readCaps(text);
		} catch (error) {
			throw error instanceof TorznabFault ? indexerFault(name, error) : error;
		}
	}

	/** Calls at the same time share one request; when it fails, what was known before still counts. */
	function renewCaps(asking: Asking): Promise<Caps> {
		const before = known;
		const askedAt = clock();
		const asked = { caps: askCaps(asking), until: askedAt + capsLifeMs };
		known = asked;
		asked.caps.then(
			(caps) => options.keptCaps?.save({ caps, askedAt }),
			() => {
				if (known === asked) known = before;
			}
		);
		return asked.caps;
	}
	const caps = (asking: Asking = { purpose: 'caps' }): Promise<Caps> =>
		known && known.until > clock() ? known.caps : renewCaps(asking);

	async function readPage(
		parameters: URLSearchParams,
		asking: Asking
	): Promise<Release[] & { total?: number }> {
		if (limitedUntil > clock()) throw limitReached(name, 'the limit it told us is used up');
		const { url, text } = await ask(parameters, asking);
		const result = await workers.run<FeedWork, FeedResult>(
			'read-feed',
			{ xml: text, url, protocol },
			{ timeoutMs: 15_000, ...(asking.signal && { signal: asking.signal }) }
		);
		if (!result.ok) throw indexerFault(name, new TorznabFault(result.code, result.message));
		noteLimits(result.feed.limits);
		const { releases, total } = result.feed;
		return Object.assign(releases, total !== undefined && { total });
	}

	function noteLimits(told: ApiLimits | undefined) {
		if (!told) return;
		limits = told;
		const { apiCurrent, apiMax } = told;
		if (apiMax && apiCurrent !== undefined && apiCurrent >= apiMax) limitedUntil = clock() + 3_600_000;
	}

	async function search(query: SearchQuery, asking: Asking): Promise<Release[]> {
		const own = await caps({ ...asking, purpose: 'caps' });
		const wanted = query.categories?.length ? query.categories : options.categories;
		const parameters = writeParameters({ ...query, ...(wanted && { categories: wanted }) }, own);
		if (!parameters) return [];
		parameters.set('extended', '1');
		const page = Math.max(1, Math.min(usualPage, Math.max(own.limits.default, own.limits.max)));
		const limit = query.limit ?? page;
		const found = new Map<string, Release>();
		for (let index = 0; index < mostPages && found.size < limit; index++) {
			parameters.set('offset', String((query.offset ?? 0) + index * page));
			parameters.set('limit', String(page));
			const releases = await readPage(parameters, asking);
			const before = found.size;
			for (const release of releases) if (!found.has(release.guid)) found.set(release.guid, release);
			// An indexer that ignores the offset sends the same page again and again.
			if (releases.length < page || found.size === before) break;
		}
		return [...found.values()].slice(0, limit);
	}

	return {
		caps: (signal) => caps({ purpose: 'caps', signal }),
		renewCaps: (signal) => renewCaps({ purpose: 'caps', signal }),
		search: (query, signal) => search(query, { purpose: 'search', signal }),
		download: (link, signal) => fetchRelease({ link, name, protocol, http, signal }),
		limits: () => limits,
		async test(signal) {
			const trace: Trace = { ok: false, message: '', requests: [], rows: 0, releases: 0, dropped: [] };
			try {
				const record: Recorder = (request) => trace.requests.push(request);
				await renewCaps({ purpose: 'caps', signal, record });
				const releases = await search({ mode: 'search', limit: 1 }, { purpose: 'search', signal, record });
				trace.rows = trace.releases = releases.length;
				trace.ok = true;
				trace.message = releases.length
					? 'The indexer answers with releases.'
					: 'The indexer answers, but lists nothing.';
				if (releases[0])
					trace.fields = { title: releases[0].title, categories: releases[0].categories.join(', ') };
			} catch (error) {
				if (signal?.aborted) throw error;
				trace.message = mask(error instanceof Error ? error.message : String(error));
			}
			return trace;
		}
	};
}

function apiAddress({ url, apiPath = '/api', additionalParameters = '' }: NewznabOptions): URL {
	if (!URL.canParse(url) || !/^https?:/i.test(url)) throw invalid(`"${url}" is not an address.`);
	const address = new URL(
		url.replace(/\/+$/, '') + (apiPath.startsWith('/') || !apiPath ? apiPath : `/${apiPath}`)
	);
	for (const [key, value] of new URLSearchParams(additionalParameters.replace(/^[?&]/, '')))
		address.searchParams.set(key, value);
	return address;
}
