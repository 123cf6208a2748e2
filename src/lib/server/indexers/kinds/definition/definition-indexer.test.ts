import { afterAll, expect, test } from 'vitest';
import iconv from 'iconv-lite';
import { createBench, startSite } from './test-site.ts';

const bench = createBench();
afterAll(() => bench.close());

interface Parts {
	top?: string;
	login?: string;
	settings?: string;
	search?: string;
	fields?: string;
	download?: string;
}

/** A small definition of a site whose rows are `tr.r` with a title in `b` and a link in `a`. */
const definition = ({
	top = '',
	login = '',
	settings = 'settings: []',
	search = '',
	fields = '',
	download = ''
}: Parts = {}) => `id: small
name: Small
${top || 'type: public'}
links: [http://small.test/]
caps:
  categorymappings:
    - {id: 7, cat: Movies/HD, desc: Films in HD}
    - {id: x, cat: TV, desc: Series}
  modes: {search: [q], movie-search: [q, imdbid], tv-search: [q, season, ep]}
${settings}
${login}
search:
  paths: [{path: browse}]
${search || '  inputs: {s: "{{ .Keywords }}"}\n  rows: {selector: tr.r}'}
  fields:
${fields}    title: {selector: b}
    category: {text: 7}
    size: {text: 1 GB}
    seeders: {text: 5}
    leechers: {text: 1}
    download: {selector: a, attribute: href}
${download}`;

const row = (title: string, link = title) =>
	`<tr class=r><td><b>${title}</b><td><a href="get/${link}">get</a></tr>`;
const page = (...rows: string[]) => `<html><body><table>${rows.join('')}</table></body></html>`;
const search = (text: string, baseUrl: string, more = {}) =>
	bench.indexer({ definition: text, baseUrl, ...more }).search({ mode: 'search', q: 'one two' });

test('searches, reads rows and resolves links against the search address', async () => {
	await using site = await startSite(() => ({ body: page(row('First'), row('Second')) }));
	const [first, second] = await search(definition(), site.url);
	expect(site.requests[0]!.query.get('s')).toBe('one two');
	expect(first).toMatchObject({
		title: 'First',
		download: `${site.url}get/First`,
		sizeBytes: 1024 ** 3,
		seeders: 5,
		leechers: 1
	});
	expect(first!.categories).toEqual([2040, 100007]);
	expect(second!.guid).toBe(`${site.url}get/Second`);
});

test('does not ask a site for ids it cannot search by', async () => {
	await using site = await startSite(() => ({ body: page(row('First')) }));
	const indexer = bench.indexer({ definition: definition(), baseUrl: site.url });
	expect(await indexer.search({ mode: 'movie-search', tmdbId: '603' })).toEqual([]);
	expect(site.requests).toHaveLength(0);
	expect(await indexer.search({ mode: 'movie-search', imdbId: 'tt0133093' })).toHaveLength(1);
});

const formLogin = `login:
  path: enter
  method: form
  inputs: {user: "{{ .Config.username }}", pass: "{{ .Config.password }}"}
  error: [{selector: p.bad}]
  test: {path: home, selector: a.leave}`;

test('signs in through the form when the page shows nobody is, and searches again', async () => {
	await using site = await startSite(({ path, method, cookie, body }) => {
		if (path === '/enter' && method === 'GET') {
			return {
				body: '<form action=door method=post><input type=hidden name=token value="t 1"><input name=user><input name=pass></form>'
			};
		}
		if (path === '/door') {
			const ok = body === 'token=t+1&user=ann&pass=p%26%C3%A9';
			return ok
				? { status: 302, headers: { location: '/home', 'set-cookie': 'sid=9; Path=/' } }
				: { body: '<p class=bad>Wrong password</p>' };
		}
		return cookie.includes('sid=9')
			? { body: `<a class=leave>out</a>${page(row('Inside'))}` }
			: { body: '<form></form>' };
	});
	const text = definition({ login: formLogin, settings: '' });
	const releases = await search(text, site.url, { settings: { username: 'ann', password: 'p&é' } });
	expect(releases.map(({ title }) => title)).toEqual(['Inside']);
	await expect(
		search(text, site.url, { settings: { username: 'ann', password: 'no' } })
	).rejects.toMatchObject({
		code: 'login_failed',
		message: 'Small refused the login: Wrong password'
	});
});

test('keeps the session of an earlier run', async () => {
	await using site = await startSite(({ cookie }) =>
		cookie.includes('sid=9') ? { body: `<a class=leave></a>${page(row('Inside'))}` } : { status: 500 }
	);
	const stored = JSON.stringify({
		version: 'tough-cookie@6',
		storeType: 'MemoryCookieStore',
		rejectPublicSuffixes: false,
		cookies: [{ key: 'sid', value: '9', domain: '127.0.0.1', path: '/', hostOnly: true }]
	});
	const releases = await search(definition({ login: formLogin, settings: '' }), site.url, {
		cookies: { stored, save: () => undefined }
	});
	expect(releases).toHaveLength(1);
});

test('says that a login page keeps coming back', async () => {
	await using site = await startSite(() => ({ body: '<form><input name=user></form>' }));
	await expect(search(definition({ login: formLogin, settings: '' }), site.url)).rejects.toMatchObject({
		code: 'login_failed',
		message: expect.stringContaining('the login does not hold')
	});
});

test('sends the cookie a user brought', async () => {
	await using site = await startSite(({ cookie }) => ({
		body: cookie === 'uid=4; __Secure-key=a=b' ? page(row('Mine')) : ''
	}));
	const text = definition({
		login: 'login: {method: cookie, inputs: {cookie: "{{ .Config.cookie }}"}}',
		settings: 'settings: [{name: cookie, type: text, label: Cookie}]'
	});
	expect(await search(text, site.url, { settings: { cookie: 'uid=4; __Secure-key=a=b' } })).toHaveLength(1);
});

test('stops at a captcha', async () => {
	await using site = await startSite(({ path }) => ({
		body: path === '/enter' ? '<form><img id=c src=c.png></form>' : ''
	}));
	const login = `${formLogin}\n  captcha: {type: image, selector: img#c, input: answer}`;
	await expect(search(definition({ login, settings: '' }), site.url)).rejects.toMatchObject({
		code: 'captcha'
	});
});

test.each(['answer', 'input.reads'])(
	'a person answers a captcha whose input is given as %s',
	async (input) => {
		await using site = await startSite(({ path, cookie, body }) => {
			if (path === '/enter')
				return {
					headers: { 'set-cookie': 'try=7' },
					body: '<form action=in><input name=token value=t1><input class=reads name=answer><img id=c src=c.gif></form>'
				};
			if (path === '/c.gif')
				return { headers: { 'content-type': 'image/gif' }, body: cookie === 'try=7' ? 'GIF' : 'stranger' };
			if (path === '/in') {
				const right = new URLSearchParams(body).get('answer') === 'LAMP' && body.includes('token=t1');
				return right
					? { headers: { 'set-cookie': 'sid=in' }, body: 'welcome' }
					: { body: '<p class=bad>No.</p>' };
			}
			return { body: cookie?.includes('sid=in') ? `<a class=leave></a>${page(row('Inside'))}` : '' };
		});
		const bySelector = input !== 'answer';
		const plain = bySelector ? formLogin.replace(/ {2}inputs:.*\n/, '  selectors: true\n') : formLogin;
		const login = `${plain}\n  captcha: {type: image, selector: img#c, input: ${input}}`;
		let kept = '';
		const indexer = bench.indexer({
			definition: definition({ login, settings: '' }),
			baseUrl: site.url,
			cookies: { stored: undefined, save: (cookies: string) => void (kept = cookies) }
		});
		const { ask, answer } = indexer.byHand!;
		await expect(answer('LAMP')).rejects.toMatchObject({ code: 'conflict' });
		expect(await ask()).toEqual({
			type: 'image',
			picture: `data:image/gif;base64,${Buffer.from('GIF').toString('base64')}`
		});
		await expect(answer('LIMP')).rejects.toMatchObject({
			code: 'login_failed',
			message: expect.stringContaining('No.')
		});
		await ask();
		await answer('LAMP');
		expect(kept).toContain('sid');
		expect(await indexer.search({ mode: 'search', q: 'one two' })).toHaveLength(1);
	}
);

test('comes past a captcha with the cookie of a browser, and says when it does not hold any more', async () => {
	await using site = await startSite(({ cookie }) => ({
		body: cookie === 'sid=person' ? `<a class=leave></a>${page(row('Inside'))}` : '<img id=c src=c.png>'
	}));
	const login = `${formLogin}\n  captcha: {type: image, selector: img#c, input: answer}`;
	const text = definition({ login, settings: '' });
	expect(await search(text, site.url, { sessionCookie: 'Cookie: sid=person' })).toHaveLength(1);
	expect(site.requests.every(({ path }) => path === '/browse')).toBe(true);
	await expect(search(text, site.url, { sessionCookie: 'sid=old' })).rejects.toMatchObject({
		code: 'login_failed'
	});
});

test('follows redirects only so far', async () => {
	await using site = await startSite(() => ({ status: 302, headers: { location: '/browse' } }));
	const text = definition().replace('path: browse}', 'path: browse, followredirect: true}');
	await expect(search(text, site.url)).rejects.toThrow(/circles/);
	expect(site.requests.length).toBeLessThan(15);
});

test('names the status of an answer that is none', async () => {
	await using site = await startSite(() => ({ status: 403, body: 'blocked' }));
	await expect(search(definition(), site.url)).rejects.toMatchObject({
		code: 'status',
		details: { status: 403 }
	});
});

test('recognises a browser check', async () => {
	await using site = await startSite(() => ({ status: 403, body: '<title>Just a moment...</title>' }));
	await expect(search(definition(), site.url)).rejects.toMatchObject({ code: 'challenge' });
});

test('tells a moved site from an empty list', async () => {
	await using site = await startSite(({ query }) => ({
		status: 302,
		headers: { location: query.get('s') ? 'http://elsewhere.test/' : '/single' }
	}));
	await expect(search(definition(), site.url)).rejects.toThrow(/change its address/);
	expect(
		await bench.indexer({ definition: definition(), baseUrl: site.url }).search({ mode: 'search' })
	).toEqual([]);
});

test('speaks the encoding of the site both ways', async () => {
	await using site = await startSite(() => ({
		body: iconv.encode(page(row('Привет', '1')), 'windows-1251')
	}));
	const text = definition({ top: 'type: public\nencoding: windows-1251' });
	const indexer = bench.indexer({ definition: text, baseUrl: site.url });
	const [release] = await indexer.search({ mode: 'search', q: 'мир' });
	expect(release!.title).toBe('Привет');
	expect(site.requests[0]!.headers).toBeDefined();
	expect(site.requests[0]!.query.toString()).not.toContain('D0');
});

test('keeps the pause a definition asks for', async () => {
	await using site = await startSite(() => ({ body: page(row('First')) }));
	const text = definition({ top: 'type: public\nrequestDelay: 0.4' }).replace(
		'paths: [{path: browse}]',
		'paths: [{path: browse}, {path: more}]'
	);
	await search(text, site.url);
	const [first, second] = site.requests;
	expect(second!.at - first!.at).toBeGreaterThanOrEqual(380);
});

const hostile = (filter: string) =>
	definition({
		fields: `    evil:\n      selector: b\n      optional: true\n      filters:\n        - name: re_replace\n          args: ${filter}\n`
	});
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

test('stops a regular expression that never ends and names its line', async () => {
	await using site = await startSite(() => ({ body: page(row('a'.repeat(60))) }));
	const text = hostile('["^(a+)+b$", "x"]');
	const started = performance.now();
	await expect(search(text, site.url, { timeoutMs: 600 })).rejects.toMatchObject({
		code: 'definition',
		details: { line: lineOf(text, 'name: re_replace') }
	});
	expect(performance.now() - started).toBeLessThan(5000);
	expect(await search(definition(), site.url)).toHaveLength(1);
});

test('stops it in search words too, also where they grow on the way', async () => {
	await using site = await startSite(() => ({ body: page(row('First')) }));
	const filters = (list: string) =>
		definition({ search: `  keywordsfilters: ${list}\n  rows: {selector: tr.r}` });
	const endless = filters(
		'[{name: append, args: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}, {name: re_replace, args: ["(a+)+b$", x]}]'
	);
	await expect(search(endless, site.url, { timeoutMs: 600 })).rejects.toMatchObject({ code: 'definition' });
	const growing = filters(`[${'{name: replace, args: [o, oo]}, '.repeat(40)}{name: trim}]`);
	await expect(search(growing, site.url)).rejects.toThrow(/grow beyond all bounds/);
});

test('stops texts that double with every filter', async () => {
	await using site = await startSite(() => ({ body: page(row('abcdefghij')) }));
	const doubling = Array.from(
		{ length: 40 },
		() => '        - {name: re_replace, args: ["(.*)", "$1$1"]}'
	).join('\n');
	const text = definition({ fields: `    evil:\n      selector: b\n      filters:\n${doubling}\n` });
	expect(await search(text, site.url)).toEqual([]);
});

test('does not expand the entities an XML answer declares', async () => {
	const levels = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join(
		''
	);
	const body = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e0 "lol">${levels}]><rss><item class="r"><b>T&e12;</b><a href="get/1"/></item></rss>`;
	await using site = await startSite(() => ({ type: 'text/xml', body }));
	const text = definition({ search: '  rows: {selector: item}' }).replace(
		'path: browse}',
		'path: browse, response: {type: xml}}'
	);
	const [release] = await search(text, site.url);
	expect(release!.title.length).toBeLessThan(20);
});

test('reads what there is of a page that breaks off', async () => {
	await using site = await startSite(() => ({ body: page(row('First'), row('Second')).slice(0, -40) }));
	expect(await search(definition(), site.url)).toHaveLength(1);
});

test('refuses an answer without end', async () => {
	const body = Buffer.alloc(51 * 1024 * 1024, ' ');
	await using site = await startSite(() => ({ body }));
	await expect(search(definition(), site.url)).rejects.toMatchObject({ code: 'too_large' });
});

test('says that a page came where JSON should', async () => {
	await using site = await startSite(() => ({ body: '<html><title>Just a moment</title></html>' }));
	const text = definition().replace('path: browse}', 'path: browse, response: {type: json}}');
	await expect(search(text, site.url)).rejects.toThrow(/page \("Just a moment"\) instead of JSON/);
});

test('downloads along the steps of the definition', async () => {
	await using site = await startSite(({ path, method, body }) => {
		if (path === '/thank')
			return {
				body:
					method === 'POST' && body === 'id=5'
						? '<a class=file href=/f/bad>x</a><a class=other href=/f/good>y</a>'
						: ''
			};
		if (path === '/f/bad') return { body: '<html>no</html>' };
		if (path === '/f/good') return { type: 'application/x-bittorrent', body: 'd4:infod4:name1:aee' };
		return { body: '<html></html>' };
	});
	const download = `download:
  before: {path: thank, method: post, inputs: {id: "{{ .DownloadUri.Query.id }}"}}
  selectors:
    - {selector: a.file, attribute: href, usebeforeresponse: true}
    - {selector: a.other, attribute: href, usebeforeresponse: true}`;
	const indexer = bench.indexer({ definition: definition({ download }), baseUrl: site.url });
	const result = await indexer.download(`${site.url}get?id=5`);
	expect('bytes' in result && result.bytes.toString()).toBe('d4:infod4:name1:aee');
});

test('takes a magnet behind a redirect', async () => {
	await using site = await startSite(() => ({
		status: 302,
		headers: { location: 'magnet:?xt=urn:btih:abc' }
	}));
	const result = await bench
		.indexer({ definition: definition(), baseUrl: site.url })
		.download(`${site.url}get/1`);
	expect(result).toEqual({ magnet: 'magnet:?xt=urn:btih:abc' });
});

test('does not pass a page off as a torrent', async () => {
	await using site = await startSite(() => ({ body: '<html>sign in</html>' }));
	const indexer = bench.indexer({ definition: definition(), baseUrl: site.url });
	await expect(indexer.download(`${site.url}get/1`)).rejects.toThrow(/page instead of a torrent/);
});

test('tells in a test what happened, without the secrets', async () => {
	await using site = await startSite(() => ({
		body: page(row('First'), '<tr class=r><td>broken</td></tr>')
	}));
	const text = definition({
		settings: 'settings: [{name: apikey, type: text, label: Key}]',
		search: '  inputs: {key: "{{ .Config.apikey }}"}\n  rows: {selector: tr.r}'
	});
	const trace = await bench
		.indexer({ definition: text, baseUrl: site.url, settings: { apikey: 'very secret' } })
		.test();
	expect(trace).toMatchObject({ ok: true, rows: 2, releases: 1, message: 'Found 1 releases.' });
	expect(trace.requests).toMatchObject([{ method: 'GET', status: 200, url: `${site.url}browse?key=••••••` }]);
	expect(trace.fields).toMatchObject({ title: 'First', size: String(1024 ** 3) });
	expect(trace.dropped[0]).toMatch(/line \d+: the field "title" found nothing/);
	expect(JSON.stringify(trace)).not.toContain('secret');
});

test('keeps secrets out of what goes wrong', async () => {
	await using site = await startSite(({ query }) => ({
		status: 302,
		headers: { location: `http://elsewhere.test/?k=${query.get('key')}` }
	}));
	const text = definition({
		settings: 'settings: [{name: apikey, type: text, label: Key}]',
		search: '  inputs: {key: "{{ .Config.apikey }}"}\n  rows: {selector: tr.r}'
	});
	const failure = search(text, site.url, { settings: { apikey: 'sesame-open' } });
	await expect(failure).rejects.toThrow('http://elsewhere.test/?k=••••••');
});

test('replaces a former address of the site and offers its categories', async () => {
	const text = definition({ top: 'type: public\nlegacylinks: [http://old.test/]' });
	const caps = await bench.indexer({ definition: text, baseUrl: 'http://old.test' }).caps();
	expect(caps.categories.map(({ id }) => id)).toEqual([2000, 2040, 5000, 100007, expect.any(Number)]);
	expect(caps.modes['movie-search']).toEqual(['q', 'imdbid']);
	expect(() => bench.indexer({ definition: 'id: x' })).toThrow(/cannot be used: line 1/);
});
