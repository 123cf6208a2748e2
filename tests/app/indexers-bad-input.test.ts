import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFake, type FakeReply } from '../fakes/http.ts';
import { startTorznab } from '../fakes/torznab.ts';
import { openIndexers } from '../harness/indexers.ts';

/** What sites and definitions do to us, through the module as people use it: bounded, and with a reason. */
let home: Awaited<ReturnType<typeof openIndexers>>;
beforeAll(async () => void (home = await openIndexers()));
afterAll(() => home[Symbol.asyncDispose]());

const html = (body: string | Buffer, headers: Record<string, string> = {}): FakeReply => ({
	headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
	body
});
const row = (title: string) => `<table><tr class="row"><td><a href="/dl/1">${title}</a></td></tr></table>`;

interface Site {
	title?: string;
	keywords?: string;
	login?: string;
	encoding?: string;
}
let count = 0;

/** One indexer of a definition over a site that answers like this. */
async function through(
	answer: () => FakeReply,
	{ title = '{selector: a}', keywords = '', login = '', encoding = 'UTF-8' }: Site = {}
) {
	const site = await startFake(answer);
	const id = `bad-${++count}`;
	await home.indexers.definitions.save(`---
id: ${id}
name: ${id}
description: bad
language: en-US
type: public
encoding: ${encoding}
links: ["${site.url}/"]
caps:
  categorymappings: [{id: 1, cat: Movies/HD, desc: Films}]
  modes: {search: [q]}
settings: []
${login}
search:
  paths: [{path: list}]
  inputs: {q: "{{ .Keywords }}"}
  ${keywords}
  rows: {selector: "tr.row"}
  fields:
    title: ${title}
    download: {selector: a, attribute: href}
    category: {text: 1}
    size: {text: 1 GB}
`);
	const indexer = home.add(id, '', {}, `definition:${id}`);
	const started = performance.now();
	const { outcomes, releases } = await home.search({ mode: 'search', q: 'x' }, { indexers: [indexer] });
	await site.close();
	home.providers.remove(indexer);
	return {
		outcome: outcomes[0]!,
		titles: releases.map(({ release }) => release.title),
		ms: performance.now() - started
	};
}

test('a page cut short gives the rows that are whole', async () => {
	const { outcome, titles } = await through(() =>
		html(`${row('Whole 2020')}<table><tr class="row"><td><a href="/dl/2`)
	);
	expect(outcome).toMatchObject({ state: 'answered' });
	expect(titles).toEqual(['Whole 2020']);
});

test('an answer that breaks off is a fault of the connection', async () => {
	const { outcome } = await through(() => ({
		raw(response) {
			response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' });
			response.write('<table>');
			setTimeout(() => response.destroy(), 20);
		}
	}));
	expect(outcome).toMatchObject({
		state: 'failed',
		message: expect.stringMatching(/connection|broke|failed/i)
	});
});

test('an answer without end is cut off at its bound', async () => {
	const piece = Buffer.alloc(1024 * 1024, 'x');
	const { outcome, ms } = await through(() => ({
		raw(response) {
			response.writeHead(200, { 'content-type': 'text/html' });
			const pour = () => {
				while (!response.destroyed && response.write(piece));
				if (!response.destroyed) response.once('drain', pour);
			};
			pour();
		}
	}));
	expect(outcome).toMatchObject({
		state: 'failed',
		message: expect.stringMatching(/more than the \d+ bytes allowed/)
	});
	expect(ms).toBeLessThan(15_000);
});

test('a bomb of compressed nothing is cut off too', async () => {
	const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
	const { outcome } = await through(() => html(bomb, { 'content-encoding': 'gzip' }));
	expect(outcome).toMatchObject({
		state: 'failed',
		message: expect.stringMatching(/more than the \d+ bytes allowed/)
	});
});

test('the charset that the definition names is used where the site names another', async () => {
	const { titles } = await through(
		() => html(Buffer.from(row('K\xe4se und \xd6l 2020'), 'latin1'), { 'content-type': 'text/html' }),
		{
			encoding: 'ISO-8859-1'
		}
	);
	expect(titles).toEqual(['Käse und Öl 2020']);
});

test('a login page in place of results says so, where the definition has a login', async () => {
	const login = `login:
  path: enter
  method: post
  inputs: {user: ada}
  test: {path: list, selector: "a[href*=leave]"}`;
	const { outcome } = await through(() => html('<form action="/enter"><input name="user"></form>'), {
		login
	});
	expect(outcome).toMatchObject({ state: 'failed', message: expect.stringMatching(/login/i) });
});

test('redirects in circles end', async () => {
	const { outcome, ms } = await through(() => ({ status: 302, headers: { location: '/list?again=1' } }), {});
	expect(outcome.state).toMatch(/failed|answered/);
	expect(outcome.found).toBe(0);
	expect(ms).toBeLessThan(5_000);
});

test('feeds: entities that multiply, no feed at all, pages that repeat', async () => {
	const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY ${String.fromCharCode(98 + (n % 20))}${n} "&a;&a;&a;&a;&a;&a;&a;&a;">`).join('')}]><rss><channel><item><title>&a;&b0;</title><guid>1</guid><link>http://a.test/1</link></item></channel></rss>`;
	for (const [body, state] of [
		[laughs, /answered|failed/],
		['<html><body>Sign in</body></html>', /failed/],
		['', /failed/],
		['{"no":"xml"}', /failed/]
	] as const) {
		await using feed = await startFake(({ query }) =>
			query.get('t') === 'caps'
				? '<caps><searching><search available="yes" supportedParams="q"/></searching></caps>'
				: body
		);
		const id = home.add(`Feed ${++count}`, feed.url);
		const { outcomes, releases } = await home.search({ mode: 'search', q: 'x' }, { indexers: [id] });
		expect(outcomes[0]!.state).toMatch(state);
		for (const { release } of releases) expect(release.title.length).toBeLessThan(100);
		home.providers.remove(id);
	}
	const page = Array.from({ length: 100 }, (_, n) => ({ title: `Same ${n}` }));
	await using same = await startTorznab({ releases: () => page, ignoresOffset: true });
	const id = home.add('Same', same.url);
	const { releases } = await home.search({ mode: 'search', q: 'x', limit: 1000 }, { indexers: [id] });
	expect(releases.length).toBe(100);
	expect(same.requests.length).toBeLessThan(5);
	home.providers.remove(id);
});

test.each([
	[
		'a pattern that other engines hang on',
		'["^(a+)+$", "x"]',
		{ state: 'failed', message: expect.stringMatching(/^Line 20: .* took longer than/) }
	],
	['a pattern that tries everything', '["(.*a){25}", "y"]', { state: 'answered', found: 1 }]
])('%s is bounded, and others are served meanwhile', async (_, args, expected) => {
	const hanging = through(() => html(row(`${'a'.repeat(20_000)}!`)), {
		title: `{selector: a, filters: [{name: re_replace, args: ${args}}]}`
	});
	const fine = await through(() => html(row('Fine 2020')));
	expect(fine.titles).toEqual(['Fine 2020']);
	const { outcome, ms } = await hanging;
	expect(outcome).toMatchObject(expected);
	expect(ms).toBeLessThan(15_000);
});

test('a definition whose texts grow without end costs its row, no more', async () => {
	const grow = Array.from({ length: 40 }, () => '{name: re_replace, args: ["(.+)", "$1$1"]}').join(', ');
	const { outcome, ms } = await through(() => html(row('Small')), {
		title: `{selector: a, filters: [${grow}]}`
	});
	expect(outcome).toMatchObject({ state: 'answered', found: 0 });
	expect(ms).toBeLessThan(15_000);
});

test.each([
	['not YAML', 'id: [', /.+/],
	[
		'YAML that refers to itself a billion times',
		`a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, n) => `${'bcdefghij'[n]}: &${'bcdefghij'[n]} [${Array(9).fill(`*${'abcdefghi'[n]}`).join(',')}]`).join('\n')}`,
		/.+/
	],
	['too large', `id: x\n# ${'x'.repeat(600 * 1024)}`, /512 KiB/],
	['a list', '- a\n- b', /map/]
])('%s is refused as a definition, with a line', async (_, text, message) => {
	const { summary, faults } = await home.indexers.definitions.validate(text);
	expect(summary).toBeUndefined();
	expect(faults[0]).toMatchObject({ line: expect.any(Number), message: expect.stringMatching(message) });
	await expect(home.indexers.definitions.save(text)).rejects.toMatchObject({ status: expect.any(Number) });
});
