import { describe, expect, test } from 'vitest';
import type { Caps } from './caps.ts';
import { unsupported } from './caps.ts';
import { readCaps } from './read-caps.ts';
import { writeCaps } from './write-caps.ts';
import { categoryById, categoryByName, standardCategories, withChildren } from './categories.ts';
import { writeFeed } from './feed.ts';
import { readParameters, writeParameters } from './parameters.ts';
import { readDate, readFeed } from './read-feed.ts';
import type { Release } from './release.ts';
import { writeError } from './torznab-error.ts';

const caps: Caps = {
	modes: { search: ['q'], 'tv-search': ['q', 'season', 'ep', 'tvdbid'], 'movie-search': ['q', 'imdbid'] },
	categories: [
		{ id: 2040, name: 'Movies/HD', parent: 2000 },
		{ id: 5000, name: 'TV' },
		{ id: 5040, name: 'TV/HD', parent: 5000 },
		{ id: 100007, name: 'Films & more' }
	],
	rawSearch: true,
	limits: { default: 50, max: 100 }
};

describe('categories', () => {
	test('are found by id and by name in any case', () => {
		expect(categoryById(5070)).toEqual({ id: 5070, name: 'TV/Anime', parent: 5000 });
		expect(categoryByName(' movies/web-dl ')?.id).toBe(2080);
		expect(standardCategories.filter(({ parent }) => parent === undefined)).toHaveLength(8);
	});
	test('a wanted parent brings its children, a child not its parent', () => {
		expect(withChildren([3000]).has(3040)).toBe(true);
		expect(withChildren([3040]).has(3000)).toBe(false);
	});
});

describe('caps document', () => {
	test('holds the tree, with parents that were not named', () => {
		const xml = writeCaps(caps);
		expect(xml).toContain(
			'<category id="2000" name="Movies"><subcat id="2040" name="Movies/HD"/></category>'
		);
		expect(xml).toContain('<category id="100007" name="Films &amp; more"/>');
		expect(xml).toContain(
			'<tv-search available="yes" supportedParams="q,season,ep,tvdbid" searchEngine="raw"/>'
		);
		expect(xml).toContain('<book-search available="no" supportedParams=""/>');
	});
	test('comes back as it was written', () => {
		const read = readCaps(writeCaps(caps));
		expect(read).toMatchObject({ modes: caps.modes, limits: caps.limits, rawSearch: true, server: 'Bijou' });
		expect(read.categories.map(({ id }) => id)).toEqual([2000, 2040, 5000, 5040, 100007]);
	});
	test('is filled with usual values where an indexer is brief', () => {
		const read = readCaps(
			'<caps><searching><tv-search available="yes"/><search available="no"/></searching><categories><category id="5000" name="TV"><subcat id="5040" name="HD"/></category></categories></caps>'
		);
		expect(read.modes).toEqual({ 'tv-search': ['q', 'rid', 'season', 'ep'] });
		expect(read.limits).toEqual({ default: 100, max: 100 });
		expect(read.categories[1]).toEqual({ id: 5040, name: 'TV/HD', parent: 5000 });
	});
	test('reports the error it is instead', () => {
		expect(() => readCaps(writeError(100))).toThrow('Incorrect user credentials');
		expect(() => readCaps('<html></html>')).toThrow('not a caps document');
	});
});

describe('parameters', () => {
	const read = (text: string) => readParameters(new URLSearchParams(text));
	test.each([
		['t=caps', { kind: 'caps' }],
		[
			't=tvsearch&q=a&season=01&ep=02&tvdbid=7&cat=5030,5040&offset=100&limit=50',
			{
				kind: 'search',
				query: {
					mode: 'tv-search',
					q: 'a',
					season: 1,
					episode: '02',
					tvdbId: '7',
					categories: [5030, 5040],
					offset: 100,
					limit: 50
				}
			}
		],
		[
			't=tvsearch&season=2024&ep=03/14',
			{ kind: 'search', query: { mode: 'tv-search', season: 2024, episode: '03/14' } }
		],
		['T=movie&imdbid=0133093', { kind: 'search', query: { mode: 'movie-search', imdbId: '0133093' } }],
		[
			't=audio&artist=x&album=y&year=1999',
			{ kind: 'search', query: { mode: 'music-search', artist: 'x', album: 'y', year: 1999 } }
		],
		['q=x', { kind: 'error', code: 200, description: 'Missing parameter (t)' }],
		['t=register', { kind: 'error', code: 202, description: 'No such function (register)' }],
		['t=toString', { kind: 'error', code: 202, description: 'No such function (tostring)' }],
		['t=search&cat=tv', { kind: 'error', code: 201, description: 'Incorrect parameter (cat)' }],
		['t=search&limit=-1', { kind: 'error', code: 201, description: 'Incorrect parameter (limit)' }]
	])('%s', (text, wanted) => expect(read(text)).toEqual(wanted));

	test('are fitted to what another indexer knows', () => {
		const written = (query: Parameters<typeof writeParameters>[0]) =>
			writeParameters(query, caps)?.toString();
		expect(
			written({ mode: 'tv-search', q: 'a b', season: 1, episode: '2', tvdbId: '7', imdbId: 'tt1' })
		).toBe('t=tvsearch&season=1&ep=2&tvdbid=7&q=a+b');
		expect(written({ mode: 'movie-search', q: 'a', year: 1999 })).toBe('t=movie&q=a+1999');
		expect(written({ mode: 'movie-search', tmdbId: '603' })).toBeUndefined();
		expect(written({ mode: 'music-search', artist: 'x', album: 'y', categories: [3000] })).toBe(
			't=search&cat=3000&q=x+y'
		);
		expect(
			writeParameters(
				{ mode: 'tv-search', q: 'a', season: 3, episode: '4' },
				{ ...caps, modes: { search: ['q'] } }
			)?.toString()
		).toBe('t=search&q=a+S03E04');
	});
	test('tell what a mode does not read', () => {
		expect(unsupported(caps, { mode: 'movie-search', q: 'x', tmdbId: '1', imdbId: 'tt2' })).toEqual([
			'tmdbid'
		]);
		expect(unsupported(caps, { mode: 'book-search', q: 'x' })).toEqual([]);
	});
});

const torrent: Release = {
	title: 'Bed & Breakfast <2024> 1080p',
	guid: 'https://site.test/t/1',
	protocol: 'torrent',
	categories: [2040],
	details: 'https://site.test/t/1',
	download: 'https://site.test/get?id=1&key=2',
	infoHash: '0123456789abcdef0123456789abcdef01234567',
	sizeBytes: 5_000_000_000,
	publishedAt: Date.UTC(2024, 1, 29, 10, 20, 30),
	seeders: 0,
	leechers: 3,
	imdbId: 133093,
	downloadVolumeFactor: 0,
	genres: ['Action', 'Drama'],
	flags: ['internal']
};
const options = {
	title: 'Bijou',
	link: 'https://bijou.test/',
	self: 'https://bijou.test/torznab/api?t=search&q=x',
	offset: 0,
	total: 1,
	now: 0,
	linkFor: ({ download }: Release) => download!
};

describe('feed', () => {
	test('carries everything other programs ask for', () => {
		const xml = writeFeed([torrent], options);
		expect(xml).toContain('<title>Bed &amp; Breakfast &lt;2024&gt; 1080p</title>');
		expect(xml).toContain(
			'<enclosure url="https://site.test/get?id=1&amp;key=2" length="5000000000" type="application/x-bittorrent"/>'
		);
		expect(xml).toContain('<pubDate>Thu, 29 Feb 2024 10:20:30 +0000</pubDate>');
		expect(xml).toContain('<torznab:response offset="0" total="1"/>');
		for (const [name, value] of [
			['category', '2000'],
			['category', '2040'],
			['seeders', '0'],
			['peers', '3'],
			['imdb', '0133093'],
			['downloadvolumefactor', '0'],
			['tag', 'internal']
		]) {
			expect(xml).toContain(`<torznab:attr name="${name}" value="${value}"/>`);
		}
	});
	test('comes back as it was written', () => {
		const [read] = readFeed(writeFeed([torrent], options), {
			url: options.self,
			protocol: 'torrent'
		}).releases;
		expect(read).toMatchObject({ ...torrent, categories: [2000, 2040] });
	});
	test('is never without a date, and may be empty', () => {
		expect(writeFeed([{ ...torrent, publishedAt: undefined as never }], options)).toContain(
			'<pubDate>Thu, 01 Jan 1970 00:00:00 +0000</pubDate>'
		);
		expect(
			readFeed(writeFeed([], { ...options, total: 0 }), { url: options.self, protocol: 'torrent' })
		).toEqual({ releases: [] });
	});
	test('drops what XML cannot hold', () => {
		expect(writeFeed([{ ...torrent, title: 'a\u0000b\ud800c\u{1f600}' }], options)).toContain(
			'<title>abc\u{1f600}</title>'
		);
	});

	const usenetFeed = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x "boom">]>
		<rss xmlns:newznab="http://www.newznab.com/DTD/2010/feeds/attributes/"><channel>
		<atom:link href="x"/><newznab:response offset="0" total="321"/><newznab:apilimits apicurrent="9" apimax="10"/>
		<item><title>Caf&amp;eacute; S01E01 &x;</title><guid isPermaLink="false">abc</guid><link>/getnzb?id=abc&amp;i=1</link>
		<comments>https://nzb.test/details/abc#comments</comments><pubDate>Sat, 14 Mar 2015 17:10:42 -0400</pubDate>
		<category>TV &gt; HD</category><enclosure url="/getnzb?id=abc" length="1500" type="application/x-nzb"/>
		<newznab:attr name="category" value="5040"/><newznab:attr name="Size" value="1,503,238"/>
		<newznab:attr name="usenetdate" value="Fri, 13 Mar 2015 10:00:00 +0000"/><newznab:attr name="group" value="alt.binaries.test"/>
		<newznab:attr name="password" value="1"/><newznab:attr name="tvdbid" value="121361"/><newznab:attr name="imdb" value=""/>
		</item><item><title></title><link>x</link></item></channel></rss>`;
	test('of usenet is read with its own attributes', () => {
		const feed = readFeed(usenetFeed, { url: 'https://nzb.test/api?t=search', protocol: 'usenet' });
		expect(feed).toMatchObject({ total: 321, limits: { apiCurrent: 9, apiMax: 10 } });
		expect(feed.releases).toEqual([
			expect.objectContaining({
				title: 'Café S01E01 &x;',
				guid: 'abc',
				protocol: 'usenet',
				download: 'https://nzb.test/getnzb?id=abc',
				details: 'https://nzb.test/details/abc',
				sizeBytes: 1_503_238,
				publishedAt: Date.UTC(2015, 2, 13, 10),
				categories: [5040],
				tvdbId: 121361,
				usenet: { group: 'alt.binaries.test', password: true, usenetDate: Date.UTC(2015, 2, 13, 10) }
			})
		]);
		expect(feed.releases[0]).not.toHaveProperty('imdbId');
	});
	test('that is a page or an error is said to be so', () => {
		const read = (xml: string) => () => readFeed(xml, { url: 'https://x.test/', protocol: 'torrent' });
		expect(read('<!DOCTYPE html><html></html>')).toThrow('web page');
		expect(read('<error code="500" description="Request limit reached"/>')).toThrow('Request limit reached');
		expect(read('')).toThrow('not a feed');
	});
	test.each([
		['Sat, 14 Mar 2015 17:10:42 -0400', Date.UTC(2015, 2, 14, 21, 10, 42)],
		['Sat, 14 Mar 2015 17:10:42 GMT', Date.UTC(2015, 2, 14, 17, 10, 42)],
		['2015-03-14T17:10:42Z', Date.UTC(2015, 2, 14, 17, 10, 42)],
		['2015-03-14T17:10:42', Date.UTC(2015, 2, 14, 17, 10, 42)],
		['Sat, 14 Mar 2015 17:10:42', Date.UTC(2015, 2, 14, 17, 10, 42)],
		['Sat, 14 Mar 2015 17:10:42 CEST', Date.UTC(2015, 2, 14, 17, 10, 42)],
		['soon', undefined]
	])('date %s', (text, wanted) => expect(readDate(text)).toBe(wanted));
});
