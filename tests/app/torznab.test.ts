import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fakeTorrent, startTorznab, type FakeRelease } from '../fakes/torznab.ts';
import { adminKey, startServer, type TestServer } from '../harness/server.ts';

/**
 * What Sonarr, Radarr and Prowlarr send when they test and use an indexer, request by request, against the built
 * server with a real indexer behind it.
 */
let server: TestServer;
let upstream: Awaited<ReturnType<typeof startTorznab>>;
let id: number;

const hash = (n: number) => n.toString(16).padStart(40, 'a');
const series: FakeRelease[] = [
	{
		title: 'The.Lamplighter.S01E02.1080p.WEB-DL.DDP5.1.H.264-GRP',
		tvdbId: 81001,
		infoHash: hash(1),
		category: 5040
	},
	{ title: 'The.Lamplighter.S01.1080p.BluRay.x264-PACK', tvdbId: 81001, sizeBytes: 9e9, category: 5040 }
];
const films: FakeRelease[] = [
	{ title: 'Harbour & Fog 1999 1080p BluRay x264-GRP', imdb: '0133099', category: 2040, sizeBytes: 8e9 },
	{
		title: 'Magnetic.Fields.2011.720p.WEB-DL-GRP',
		category: 2040,
		sizeBytes: 3e9,
		magnet: `magnet:?xt=urn:btih:${hash(7)}&dn=Magnetic`
	}
];
const many: FakeRelease[] = Array.from({ length: 250 }, (_, n) => ({
	title: `Long.Runner.S02E${n}.720p.HDTV.x264-GRP`,
	category: 5040,
	publishedAt: Date.now() - n * 60_000
}));

function answer({ query }: { query: URLSearchParams }): readonly FakeRelease[] {
	const wanted = query.get('cat')?.split(',').map(Number) ?? [];
	const words = (query.get('q') ?? '').toLowerCase();
	const all = words.includes('long runner') ? many : [...series, ...films];
	return all
		.filter(
			({ category = 0 }) =>
				!wanted.length || wanted.includes(category) || wanted.includes(Math.floor(category / 1000) * 1000)
		)
		.filter(({ tvdbId }) => !query.has('tvdbid') || String(tvdbId) === query.get('tvdbid'))
		.filter(({ imdb }) => !query.has('imdbid') || query.get('imdbid')!.endsWith(imdb ?? 'none'))
		.filter(({ title }) => words.split(/\W+/).every((word) => title.toLowerCase().includes(word)));
}

beforeAll(async () => {
	upstream = await startTorznab({ releases: answer, apiKey: 'upstream-key' });
	server = await startServer();
	const made = await server.json<{ id: number }>('/api/indexers', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({
			kind: 'torznab',
			name: 'Harbour Index',
			settings: { url: upstream.url, apiKey: 'upstream-key' }
		})
	});
	id = made.id;
});
afterAll(async () => {
	await server?.[Symbol.asyncDispose]();
	await upstream?.[Symbol.asyncDispose]();
});
beforeEach(() => void (upstream.requests.length = 0));

const accept = 'application/rss+xml, text/rss+xml, application/xml, text/xml';
/** As the *arr family asks: no header of ours, the key in the address. */
async function ask(query: string, path = '/torznab/api', key = adminKey) {
	const response = await fetch(`${server.url}${path}?${query}${key && `&apikey=${key}`}`, {
		headers: { accept }
	});
	return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}
const items = (text: string) => text.split('<item>').slice(1);
const titles = (text: string) => items(text).map((item) => /<title>([^<]*)/.exec(item)![1]);

test.each(['/torznab/api', '/torznab/harbour-index/api'])(
	'caps at %s say what can be asked',
	async (path) => {
		const { status, type, text } = await ask('t=caps', path);
		expect(status).toBe(200);
		expect(type).toMatch(/^application\/xml/);
		expect(text).toMatch(/<caps>.*<limits default="100" max="100"\/>/s);
		const mode = (name: string) =>
			new RegExp(`<${name} available="yes" supportedParams="([^"]*)"`).exec(text)?.[1]?.split(',');
		expect(mode('search')).toContain('q');
		expect(mode('tv-search')).toEqual(expect.arrayContaining(['q', 'season', 'ep', 'tvdbid', 'imdbid']));
		expect(mode('movie-search')).toEqual(expect.arrayContaining(['q', 'imdbid', 'tmdbid']));
		expect(text).toMatch(/<category id="5000" name="TV">.*<subcat id="5040" name="TV\/HD"\/>/s);
		expect(text).toMatch(/<category id="2000" name="Movies">/);
	}
);

test('the test of Sonarr passes: the first page without words holds releases of its categories', async () => {
	const { status, type, text } = await ask('t=tvsearch&cat=5030,5040&extended=1&offset=0&limit=100');
	expect([status, type]).toEqual([200, expect.stringMatching(/rss\+xml/)]);
	expect(titles(text)).toEqual(expect.arrayContaining(series.map(({ title }) => title)));
	for (const item of items(text)) {
		expect(item).toMatch(/<guid[^>]*>[^<]+<\/guid>/);
		expect(Date.parse(/<pubDate>([^<]+)/.exec(item)![1]!)).toBeGreaterThan(0);
		expect(item).toMatch(/<enclosure url="http[^"]+" length="\d+" type="application\/x-bittorrent"\/>/);
		expect(item).toMatch(/<torznab:attr name="size" value="\d+"\/>/);
		expect(item).toMatch(/<torznab:attr name="category" value="5040"\/>/);
		expect(item).toMatch(/<torznab:attr name="seeders" value="10"\/>/);
	}
	expect(text).toContain(`xmlns:torznab="http://torznab.com/schemas/2015/feed"`);
	expect(text).toContain('<torznab:response offset="0" total="2"/>');
});

test.each([
	[
		'an episode by its ids',
		't=tvsearch&tvdbid=81001&imdbid=tt0944947&season=1&ep=2',
		{ tvdbid: '81001', season: '1', ep: '2' }
	],
	['a season by its id', 't=tvsearch&tvdbid=81001&season=1', { tvdbid: '81001', season: '1' }],
	[
		'an episode by its title',
		't=tvsearch&q=The%20Lamplighter&season=1&ep=2',
		{ q: 'The Lamplighter', season: '1', ep: '2' }
	],
	[
		'a daily episode',
		't=tvsearch&q=The%20Lamplighter&season=2015&ep=03/14',
		{ q: 'The Lamplighter', season: '2015', ep: '03/14' }
	],
	['a special', 't=tvsearch&q=The%20Lamplighter&season=00&ep=1', { q: 'The Lamplighter S00E01' }],
	['anime by its number', 't=search&q=The%20Lamplighter%2007', { q: 'The Lamplighter 07' }]
])('Sonarr finds %s', async (_, query, sent) => {
	const { status, text } = await ask(
		`${query.replace('&', '&cat=5030,5040&extended=1&')}&offset=0&limit=100`
	);
	expect([status, text.startsWith('<?xml')]).toEqual([200, true]);
	const asked = upstream.requests.find(({ query: given }) => given.get('t') !== 'caps')!;
	expect(Object.fromEntries(asked.query)).toMatchObject(sent);
});

test.each([
	['by ids, without tt', 't=movie&cat=2000,2040&extended=1&imdbid=0133099&offset=0&limit=100'],
	['by ids, with tt', 't=movie&cat=2000,2040&extended=1&imdbid=tt0133099&offset=0&limit=100'],
	['by title and year', 't=search&cat=2000,2040&extended=1&offset=0&limit=100&q=Harbour%20%26%20Fog%201999']
])('Radarr finds a film %s', async (_, query) => {
	const { text } = await ask(query);
	expect(titles(text)).toEqual(['Harbour &amp; Fog 1999 1080p BluRay x264-GRP']);
	expect(text).toContain('<torznab:attr name="imdb" value="0133099"/>');
});

test('the test of Prowlarr passes: a search without anything, each with size and a category of the caps', async () => {
	const caps = await ask('t=caps');
	const known = new Set(
		[...caps.text.matchAll(/(?:category|subcat) id="(\d+)"/g)].map(([, category]) => category)
	);
	const { text } = await ask('t=search&extended=1');
	expect(items(text).length).toBe(4);
	for (const item of items(text)) {
		expect(Number(/name="size" value="(\d+)"/.exec(item)![1])).toBeGreaterThan(0);
		expect(known.has(/name="category" value="(\d+)"/.exec(item)![1]!)).toBe(true);
		expect(item).not.toMatch(/name="imdbid"/);
	}
});

test('pages follow one another and end with an empty channel', async () => {
	const page = async (offset: number) =>
		titles((await ask(`t=search&q=long%20runner&cat=5000&offset=${offset}&limit=100`)).text);
	const all = [...(await page(0)), ...(await page(100)), ...(await page(200))];
	expect(all.length).toBe(250);
	expect(new Set(all).size).toBe(250);
	expect(await page(300)).toEqual([]);
	const beyond = await ask('t=search&q=long%20runner&cat=5000&offset=300&limit=100');
	expect([beyond.status, beyond.text.includes('<channel>')]).toEqual([200, true]);
});

test('nothing found is an empty channel with status 200', async () => {
	const { status, text } = await ask('t=search&q=no-such-thing-anywhere');
	expect([status, items(text)]).toEqual([200, []]);
});

test.each([
	['no key', 't=caps', '', '200', 'Missing parameter'],
	['a wrong key', 't=caps', 'nonsense', '100', 'Incorrect user credentials'],
	['no function', 'q=x', adminKey, '200', 'Missing parameter (t)'],
	['an unknown function', 't=register', adminKey, '202', 'No such function (register)'],
	['a season that is none', 't=tvsearch&season=one', adminKey, '201', 'Incorrect parameter (season)']
])('with %s the answer is an error document with status 200', async (_, query, key, code, description) => {
	const { status, text } = await ask(query, '/torznab/api', key);
	expect(status).toBe(200);
	expect(text).toContain(`<error code="${code}" description="${description}"/>`);
});

test('an indexer that is not there is named as the wrong parameter', async () => {
	expect((await ask('t=caps', '/torznab/9999/api')).text).toContain('<error code="201"');
});

test('a link of the feed gives the torrent, hides the passkey, and cannot be changed', async () => {
	const { text } = await ask('t=search&q=lamplighter', `/torznab/${id}/api`);
	expect(text).not.toContain('s3cret');
	const link = /<enclosure url="([^"]+)"/.exec(text)![1]!.replaceAll('&amp;', '&');
	const file = await fetch(link, { redirect: 'manual' });
	expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/x-bittorrent']);
	expect(Buffer.from(await file.arrayBuffer())).toEqual(fakeTorrent);
	expect(upstream.requests.at(-1)!.query.get('passkey')).toBe('s3cret');
	const again = await ask('t=search&q=lamplighter', `/torznab/${id}/api`);
	expect(again.text).toContain(link.split('/').at(-1)!);
	expect((await fetch(`${link.slice(0, -4)}AAAA`)).status).toBe(404);
});

test('magnets are offered as such, and a link to one redirects there', async () => {
	upstream.reply(({ query }) => {
		if (query.get('t') === 'caps')
			return '<caps><searching><search available="yes" supportedParams="q"/></searching></caps>';
		return `<rss xmlns:torznab="http://torznab.com/schemas/2015/feed"><channel><item><title>Only Magnet 2020 720p</title>
			<guid>m1</guid><pubDate>Sat, 14 Mar 2020 10:00:00 GMT</pubDate><torznab:attr name="size" value="5"/><torznab:attr name="category" value="2040"/>
			<enclosure url="magnet:?xt=urn:btih:${hash(9)}" length="5" type="application/x-bittorrent;x-scheme-handler/magnet"/></item></channel></rss>`;
	});
	const { text } = await ask('t=search&q=only%20magnet');
	expect(text).toContain(`name="magneturl" value="magnet:?xt=urn:btih:${hash(9)}"`);
	const link = /<enclosure url="([^"]+)"/.exec(text)![1]!;
	const answered = await fetch(link, { redirect: 'manual' });
	expect([answered.status, answered.headers.get('location')]).toEqual([
		302,
		`magnet:?xt=urn:btih:${hash(9)}`
	]);
});

test('when the only indexer fails the answer says so, and its rest is told', async () => {
	upstream.reply(() => ({ status: 500, body: 'broken' }));
	const failed = await ask('t=search&q=broken-1');
	expect(failed.status).toBe(200);
	expect(failed.text).toMatch(/<error code="900" description="Harbour Index: [^"]+"/);
	const { items: list } = await server.json<{ items: { failures: number; lastError: string }[] }>(
		'/api/indexers'
	);
	expect(list[0]).toMatchObject({ failures: 1, lastError: expect.stringContaining('500') });
});
