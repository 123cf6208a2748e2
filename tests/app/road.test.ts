// Reads take a short way past Kit. They must be answered there as Kit would answer them, to the same people.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load } from '../harness/load.ts';
import { addPerson, signIn } from '../harness/people.ts';
import { admin, adminKey, startServer, type TestServer } from '../harness/server.ts';
import { sourceFiles } from '../structure/source.ts';

const root = resolve(import.meta.dirname, '../..');
const json = { 'content-type': 'application/json' };
const films = '/api/library/movies';

let server: TestServer;
const visitors: Record<string, Record<string, string>> = { stranger: {} };
const seed = (movies: number) =>
	execFileSync(
		process.execPath,
		[join(root, 'src/cli/seed.ts'), `--movies=${movies}`, '--series=2', '--episodes=4'],
		{
			env: { PATH: process.env['PATH'], DATA_DIR: server.dataDir }
		}
	);

beforeAll(async () => {
	server = await startServer();
	seed(60);
	visitors['guest'] = { cookie: await addPerson(server, 'gus', 'guest') };
	visitors['key'] = { 'x-api-key': adminKey };
	visitors['wrong key'] = { 'x-api-key': 'bijou_wrong' };
}, 60_000);
afterAll(() => server[Symbol.asyncDispose]());

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

/** As it comes over the wire: nothing is unpacked. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
	const { hostname, port } = new URL(server.url);
	const asked = request({ hostname, port, path, headers, method }).end();
	const [response] = await once(asked, 'response');
	const pieces: Buffer[] = [];
	for await (const piece of response) pieces.push(piece as Buffer);
	return { status: response.statusCode!, headers: response.headers, body: Buffer.concat(pieces) };
}
const jsonOf = ({ body }: Answer) => JSON.parse(body.toString()) as Record<string, never>;
const listed = async (headers: Record<string, string>) => jsonOf(await ask(films, headers));

/** The same address spelled so that only Kit reads it. */
const byKit = (path: string) =>
	path.replace(
		/([a-z0-9])(\?|$)/,
		(_, letter: string, end: string) => `%${letter.charCodeAt(0).toString(16)}${end}`
	);
const isShort = ({ headers }: Answer) => headers['content-length'] !== undefined;

/** What must be the same on both ways. Lengths are told by the short one only, ids and times differ by nature. */
function gist({ status, headers, body }: Answer) {
	const own = ['x-request-id', 'date', 'content-length', 'transfer-encoding', 'etag', 'retry-after'];
	const kept = Object.entries(headers).filter(([name]) => !own.includes(name));
	return {
		status,
		headers: Object.fromEntries(kept),
		tagged: headers.etag !== undefined,
		identified: /^[\w-]{36}$/.test(headers['x-request-id'] as string),
		fault: status >= 400 ? body.toString().replace(/[\da-f]{8}-[\da-f-]{27}/, 'ID') : undefined
	};
}

const samples: Record<string, string> = {
	'[port]': 'notification',
	'[section]': 'general',
	'[token]': 'none'
};
const reads = sourceFiles()
	.filter(({ path, text }) => /^routes\/api\/.*\+server\.ts$/.test(path) && /export const GET\b/.test(text))
	.map(({ path }) => path.replace(/^routes/, '').replace(/\/\+server\.ts$/, ''))
	.filter((path) => !path.includes('[...'))
	.map((path) => path.replace(/\[[^\]]+\]/g, (part) => samples[part] ?? '1'));

describe('on both ways', () => {
	test.each(reads)('%s answers the same to everybody', async (path) => {
		for (const visitor of Object.keys(visitors)) {
			for (const more of [{}, { 'accept-encoding': 'gzip' }, { 'if-none-match': '*' }]) {
				const headers = { ...visitors[visitor], ...more };
				const [short, long] = [await ask(path, headers), await ask(byKit(path), headers)];
				const here = [visitor, more];
				expect.soft([here, gist(short)]).toEqual([here, gist(long)]);
			}
		}
	});

	test('the walk goes two ways', async () => {
		expect(reads.length).toBeGreaterThan(30);
		expect(isShort(await ask(films, visitors['key']))).toBe(true);
		expect(isShort(await ask(byKit(films), visitors['key']))).toBe(false);
	});

	test.each([
		`${films}?limit=7&sort=-year`,
		`${films}?limit=0`,
		`${films}?limit=7&cursor=x`,
		`${films}?genre=Drama,Comedy&limit=3&limit=5`,
		`${films}/1`,
		`${films}/none`,
		`${films}/99999`,
		`${films}/-1?x=%00`
	])('%s', async (path) => {
		const [short, long] = [await ask(path, visitors['key']), await ask(byKit(path), visitors['key'])];
		expect(gist(short)).toEqual(gist(long));
		expect(short.body.toString()).toBe(long.body.toString());
		expect(short.headers.etag).toBe(long.headers.etag);
	});

	test.each([
		`${films}/`,
		`/api//library/movies`,
		`/api/./library/movies`,
		`/api/x/../library/movies`,
		`/api/library/movies/__data.json`,
		`/api/nowhere`,
		`/api/library/movies%00`,
		`//evil.test/api/library/movies`
	])('%s is left to Kit', async (path) => {
		const answer = await ask(path, visitors['key']);
		expect(answer.status).toBeLessThan(500);
		expect([answer.status, isShort(answer)]).not.toEqual([200, true]);
	});
});

describe('what a client asks for', () => {
	test('HEAD is GET without the body', async () => {
		const [head, get] = [await ask(films, visitors['key'], 'HEAD'), await ask(films, visitors['key'])];
		expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, get.headers.etag]);
		expect((await ask(films, {}, 'HEAD')).status).toBe(401);
	});

	test('who knows the answer gets 304, who knows another gets it', async () => {
		const { etag } = (await ask(films, visitors['key'])).headers;
		for (const encoding of ['identity', 'br']) {
			const headers = { ...visitors['key'], 'if-none-match': etag!, 'accept-encoding': encoding };
			const known = await ask(films, headers);
			expect([known.status, known.body.length, known.headers.etag]).toEqual([304, 0, etag]);
		}
		expect((await ask(films, { ...visitors['key'], 'if-none-match': '"other"' })).status).toBe(200);
	});

	test('each encoding holds the same words, also from memory', async () => {
		const plain = (await ask(films, visitors['key'])).body.toString();
		for (const [accepts, encoding, unpack] of [
			['gzip', 'gzip', gunzipSync],
			['gzip, br', 'br', brotliDecompressSync],
			['gzip, br;q=0', 'gzip', gunzipSync]
		] as const) {
			for (let n = 0; n < 2; n++) {
				const { headers, body } = await ask(films, { ...visitors['key'], 'accept-encoding': accepts });
				expect([headers['content-encoding'], headers.vary]).toEqual([encoding, 'accept-encoding']);
				expect(Number(headers['content-length'])).toBe(body.length);
				expect(unpack(body).toString()).toBe(plain);
			}
		}
	});

	test('a body that comes with a read is let through, and the connection lives on', async () => {
		const { hostname, port } = new URL(server.url);
		const socket = connect(Number(port), hostname);
		const lines = `Host: ${hostname}:${port}\r\nX-Api-Key: ${adminKey}\r\n`;
		socket.write(`GET ${films}?limit=1 HTTP/1.1\r\n${lines}Content-Length: 5\r\n\r\nhello`);
		socket.write(`GET ${films}?limit=2 HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`);
		expect((await text(socket)).match(/HTTP\/1\.1 200/g)).toHaveLength(2);
	});

	test('a hostile Host is refused', async () => {
		for (const host of ['evil.test/@bijou', 'a b', 'bijou.test:99999'])
			expect((await ask(films, { ...visitors['key'], host })).status).toBe(400);
	});
});

/** Asks until the house has the answer in memory. */
const warm = async (path: string, headers: Record<string, string>) => {
	await ask(path, headers);
	return ask(path, headers);
};
const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
	server.fetch(path, { method, headers: { ...json, ...headers }, body: JSON.stringify(body) });

describe('what changed is seen at once', () => {
	test('a film', async () => {
		const before = await listed(visitors['key']!);
		expect(await listed(visitors['key']!)).toEqual(before);
		const [first] = before['items'] as unknown as { id: number }[];
		await send('PATCH', `${films}/${first!.id}`, { title: 'Aardvark' });
		const after = await listed(visitors['key']!);
		expect(JSON.stringify(after)).toContain('Aardvark');
	});

	test('by another process', async () => {
		const { total } = await listed(visitors['key']!);
		seed(5);
		expect((await listed(visitors['key']!))['total']).toBe(Number(total) + 5);
	});

	test('a key that is revoked, and one that is used too often', async () => {
		const made = await send('POST', '/api/api-keys', { name: 'TV', perMinute: 3 });
		const { key, apiKey } = (await made.json()) as { key: string; apiKey: { id: string } };
		const headers = { 'x-api-key': key };
		const statuses: number[] = [];
		for (let n = 0; n < 4; n++) statuses.push((await ask(films, headers)).status);
		expect(statuses).toEqual([200, 200, 200, 429]);
		expect((await ask(films, headers)).headers['retry-after']).toMatch(/^\d+$/);
		await server.fetch(`/api/api-keys/${apiKey.id}`, { method: 'DELETE' });
		expect((await ask(films, headers)).status).toBe(401);
	});

	test('a key of few scopes gets nothing of what a mighty one was told', async () => {
		await warm(films, visitors['key']!);
		const made = await send('POST', '/api/api-keys', { name: 'Metrics', scopes: ['metrics'] });
		const { key } = (await made.json()) as { key: string };
		expect((await ask(films, { 'x-api-key': key })).status).toBe(403);
	});

	test('a role that shrinks and an account that is switched off', async () => {
		const cookie = await addPerson(server, 'mia', 'member');
		const { id } = await server.json<{ id: string }>('/api/users/me', { headers: { cookie } });
		const seen = async () => [
			(await warm('/api/jobs', { cookie })).status,
			(await warm(films, { cookie })).status,
			jsonOf(await ask('/api/users/me', { cookie }))['role']
		];
		const before = await seen();
		await send('PATCH', `/api/users/${id}`, { role: 'admin' });
		expect(await seen()).toEqual([200, 200, 'admin']);
		await send('PATCH', `/api/users/${id}`, { role: 'member' });
		expect(await seen()).toEqual(before);
		await send('PATCH', `/api/users/${id}`, { disabled: true });
		expect((await ask(films, { cookie })).status).toBe(401);
	});
});

describe('a page from memory', () => {
	let cookie: string;
	const html = { accept: 'text/html' };
	beforeAll(async () => void (cookie = await signIn(server, admin)));

	test('is the page that was drawn, in every encoding', async () => {
		const drawn = await ask('/', { cookie, ...html });
		const kept = await ask('/', { cookie, ...html });
		expect(gist(kept)).toEqual(gist(drawn));
		expect(kept.body.equals(drawn.body)).toBe(true);
		expect(kept.headers['x-request-id']).not.toBe(drawn.headers['x-request-id']);
		const packed = await ask('/', { cookie, ...html, 'accept-encoding': 'br' });
		expect(brotliDecompressSync(packed.body).equals(drawn.body)).toBe(true);
		const known = await ask('/', { cookie, ...html, 'if-none-match': drawn.headers.etag! });
		expect([known.status, known.body.length]).toEqual([304, 0]);
	});

	test('knows languages and themes apart', async () => {
		await warm('/', { cookie, ...html });
		const german = await warm('/', { cookie, ...html, 'accept-language': 'de' });
		expect(german.body.toString()).toMatch(/<html[^>]+lang="de"/);
		const english = await warm('/', { cookie: `${cookie}; bijou-locale=en`, 'accept-language': 'de' });
		expect(english.body.toString()).toMatch(/<html[^>]+lang="en"/);
		const light = await warm('/', { cookie: `${cookie}; bijou-theme=light`, ...html });
		expect(light.body.toString()).toMatch(/<html[^>]+data-theme="light"/);
		const none = await warm('/', { cookie, ...html });
		expect(none.body.toString()).not.toMatch(/<html[^>]+data-theme="light"/);
	});

	test('is drawn anew for another part of it, another host and after a change', async () => {
		const parts = await Promise.all(
			['01', '11'].map((mask) => warm(`/__data.json?x-sveltekit-invalidated=${mask}`, { cookie }))
		);
		expect(parts[0]!.body.equals(parts[1]!.body)).toBe(false);
		const { body } = await warm('/', { cookie, ...html });
		const other = await ask('/', { cookie, ...html, host: 'other.test' });
		expect(other.body.equals(body)).toBe(false);
		await send('PATCH', '/api/settings/general', { language: 'de' });
		const changed = await ask('/', { cookie, ...html });
		await send('PATCH', '/api/settings/general', { language: null });
		expect([body, changed.body].map((html) => html.includes('lang="de"'))).toEqual([false, true]);
	});

	test('is shown to nobody who signed out, and under no other name', async () => {
		const own = await signIn(server, admin);
		const pages = [await ask('/', { cookie: own, ...html }), await ask('/', { cookie: own, ...html })];
		expect(pages[1]!.body.equals(pages[0]!.body)).toBe(true);
		const out = await fetch(`${server.url}/api/auth/sign-out`, {
			method: 'POST',
			headers: { ...json, cookie: own, origin: server.url },
			body: '{}'
		});
		expect(out.status).toBe(200);
		for (const headers of [{ cookie: own }, {}]) {
			const away = await ask('/', { ...headers, ...html });
			expect([away.status, away.headers.location]).toEqual([303, '/login?next=%2F']);
		}
		const guest = await ask('/', { ...visitors['guest'], ...html });
		expect(guest.body.equals((await ask('/', { cookie, ...html })).body)).toBe(false);
	});
});

test('a house that is not set up answers on no way', async () => {
	await using empty = await startServer({ withoutAdmin: true });
	const statuses = async (path: string) =>
		(await fetch(`${empty.url}${path}`, { redirect: 'manual' })).status;
	expect(await statuses(films)).toBe(503);
	expect(await statuses('/api/health')).toBe(200);
	expect(await statuses('/')).toBe(303);
});

test('answers of the short way stand in the figures under their route', async () => {
	await ask(`${films}/1`, visitors['key']);
	const figures = (await ask('/api/metrics', visitors['key'])).body.toString();
	expect(figures).toContain('_count{route="/api/library/movies/[id]",method="GET",status="200"}');
	expect(figures).toMatch(/_count\{route="\/\(app\)[^"]*",method="GET",status="200"\}/);
});

test('what was answered is let go of at once, not at the next full collection', async () => {
	await using house = await startServer({ flags: ['--trace-gc-nvp'] });
	await load(`${house.url}${films}`, { 'x-api-key': adminKey }, { warmUp: 4000, total: 6000 });
	const scavenges = house
		.output()
		.split('\n')
		.filter((line) => / gc=s /.test(line))
		.slice(-10);
	const sum = (name: string) =>
		scavenges.reduce((all, line) => all + Number(new RegExp(` ${name}=(\\d+)`).exec(line)?.[1]), 0);
	expect(sum('allocated')).toBeGreaterThan(1e6);
	expect(sum('new_space_survived') / sum('allocated')).toBeLessThan(0.06);
}, 60_000);
