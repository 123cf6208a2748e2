import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { writeCaps } from '#core/torznab/write-caps.ts';
import { writeFeed } from '#core/torznab/feed.ts';
import type { Release } from '#core/torznab/release.ts';
import { createHttp } from '#server/platform/http.ts';
import { createWorkers } from '#server/platform/workers.ts';
import { startSite, type SiteRequest } from '../definition/test-site.ts';
import { createNewznabIndexer, type NewznabOptions } from './newznab-indexer.ts';

const workers = createWorkers({ log: pino({ level: 'silent' }) });
const http = createHttp({ allowPrivateTargets: ['127.0.0.0/8'], version: 'test', backoffMs: 5 });
afterAll(async () => {
	await workers.close();
	await http.close();
});

const capsXml = writeCaps({
	modes: { search: ['q'], 'tv-search': ['q', 'season', 'ep', 'tvdbid'] },
	categories: [{ id: 5000, name: 'TV' }],
	rawSearch: false,
	limits: { default: 2, max: 2 }
});
const release = (index: number): Release => ({
	title: `Release ${index}`,
	guid: `guid-${index}`,
	protocol: 'torrent',
	categories: [5040],
	download: `http://files.test/${index}`,
	sizeBytes: 1000 + index,
	seeders: 1
});
const feed = (releases: Release[], total = releases.length) =>
	writeFeed(releases, {
		title: 't',
		link: 'http://t.test/',
		self: 'http://t.test/',
		offset: 0,
		total,
		now: 0,
		linkFor: ({ download }) => download!
	});
const xml = (body: string) => ({ type: 'application/xml', body });

const indexerAt = (url: string, more: Partial<NewznabOptions> = {}) =>
	createNewznabIndexer({ name: 'Here', protocol: 'torrent', url, apiKey: 'sesame', http, workers, ...more });
const isCaps = ({ query }: SiteRequest) => query.get('t') === 'caps';

test('asks caps once, then page after page until there is no more', async () => {
	await using site = await startSite((request) => {
		if (isCaps(request)) return xml(capsXml);
		const offset = Number(request.query.get('offset'));
		return xml(feed([1, 2, 3].slice(offset, offset + 2).map(release)));
	});
	const indexer = indexerAt(site.url);
	const found = await indexer.search({
		mode: 'tv-search',
		tvdbId: '7',
		season: 1,
		categories: [5000],
		limit: 10
	});
	expect(found.map(({ guid }) => guid)).toEqual(['guid-1', 'guid-2', 'guid-3']);
	await indexer.search({ mode: 'search', q: 'x', limit: 1 });
	expect(site.requests.filter(isCaps)).toHaveLength(1);
	expect(site.requests[1]!.query.toString()).toBe(
		't=tvsearch&cat=5000&season=1&tvdbid=7&extended=1&offset=0&limit=2&apikey=sesame'
	);
});

test('is not fooled by an indexer that ignores the offset', async () => {
	await using site = await startSite((request) =>
		xml(isCaps(request) ? capsXml : feed([release(1), release(2)]))
	);
	expect(await indexerAt(site.url).search({ mode: 'search', limit: 50 })).toHaveLength(2);
	expect(site.requests).toHaveLength(3);
});

test('does not ask by ids the indexer does not know', async () => {
	await using site = await startSite((request) => xml(isCaps(request) ? capsXml : feed([release(1)])));
	expect(await indexerAt(site.url).search({ mode: 'tv-search', tmdbId: '5' })).toEqual([]);
	expect(site.requests).toHaveLength(1);
});

test.each([
	['<error code="100" description="Incorrect user credentials"/>', { code: 'login_failed' }],
	[
		'<error code="500" description="Request limit reached"/>',
		{ code: 'rate_limited', details: { retryAfter: 3600 } }
	],
	[
		'<error code="900" description="Database is down"/>',
		{ code: 'upstream', message: expect.stringContaining('Database is down') }
	],
	['<html><body>hello</body></html>', { code: 'upstream', message: expect.stringContaining('web page') }]
])('understands %s', async (body, fault) => {
	await using site = await startSite((request) => xml(isCaps(request) ? capsXml : body));
	await expect(indexerAt(site.url).search({ mode: 'search' })).rejects.toMatchObject(fault);
});

test('understands statuses, and how long to wait', async () => {
	await using site = await startSite(() => ({ status: 429, headers: { 'retry-after': '120' } }));
	await expect(indexerAt(site.url).caps()).rejects.toMatchObject({
		code: 'rate_limited',
		details: { retryAfter: 120 }
	});
	await using closed = await startSite(() => ({ status: 401 }));
	await expect(indexerAt(closed.url).caps()).rejects.toMatchObject({ code: 'login_failed' });
});

test('rests when the account has used up its requests', async () => {
	const full = feed([release(1)]).replace(
		'<torznab:response',
		'<newznab:apilimits apicurrent="100" apimax="100"/><torznab:response'
	);
	await using site = await startSite((request) => xml(isCaps(request) ? capsXml : full));
	let now = 0;
	const indexer = indexerAt(site.url, { clock: () => now });
	expect(await indexer.search({ mode: 'search' })).toHaveLength(1);
	expect(indexer.limits()).toEqual({ apiCurrent: 100, apiMax: 100 });
	await expect(indexer.search({ mode: 'search' })).rejects.toMatchObject({ code: 'rate_limited' });
	now += 3_600_001;
	expect(await indexer.search({ mode: 'search' })).toHaveLength(1);
});

test('fetches files, follows to magnets, and sees errors in place of files', async () => {
	await using site = await startSite(({ path }) => {
		if (path === '/nzb')
			return {
				headers: { 'content-disposition': 'attachment; filename="a b.nzb"' },
				body: '<?xml version="1.0"?><nzb xmlns="x"></nzb>'
			};
		if (path === '/magnet') return { status: 301, headers: { location: 'magnet:?xt=urn:btih:1' } };
		return xml('<error code="300" description="No such item"/>');
	});
	const usenet = indexerAt(site.url, { protocol: 'usenet' });
	expect(await usenet.download(`${site.url}nzb`)).toMatchObject({ name: 'a b.nzb' });
	expect(await usenet.download(`${site.url}magnet`)).toEqual({ magnet: 'magnet:?xt=urn:btih:1' });
	await expect(usenet.download(`${site.url}gone`)).rejects.toThrow('No such item');
	await expect(indexerAt(site.url).download(`${site.url}nzb`)).rejects.toThrow(
		'something else than a torrent'
	);
});

test('tells in a test what happened, without the key', async () => {
	await using site = await startSite((request) => xml(isCaps(request) ? capsXml : feed([release(1)])));
	const trace = await indexerAt(site.url).test();
	expect(trace).toMatchObject({ ok: true, releases: 1, fields: { title: 'Release 1' } });
	expect(trace.requests.map(({ purpose }) => purpose)).toEqual(['caps', 'search']);
	expect(JSON.stringify(trace)).not.toContain('sesame');
	expect(await indexerAt('http://127.0.0.1:1/').test()).toMatchObject({ ok: false });
});
