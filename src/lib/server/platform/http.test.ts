import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer } from 'node:https';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { CookieJar } from 'tough-cookie';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { cert, key } from '../../../../tests/fakes/certificate.ts';
import { startFake } from '../../../../tests/fakes/http.ts';
import { startSocks } from '../../../../tests/fakes/socks.ts';
import { createHttp } from './http.ts';

const lanRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8', 'fc00::/7', '::1/128'];
const http = createHttp({ allowPrivateTargets: lanRanges, version: '1.2.3', backoffMs: 5 });
afterAll(() => http.close());

const fault = (code: string) => expect.objectContaining({ name: 'AppError', code });

test('asks with query, headers and a name of its own, and reads JSON against a schema', async () => {
	await using server = await startFake(({ query }) => ({ body: { said: query.getAll('a') } }));
	const schema = z.object({ said: z.array(z.string()) });
	const api = http.with({ headers: { 'x-api-key': 'k' }, query: { a: ['1', 2], b: undefined } });
	expect(await api.json(`${server.url}/x?a=0`, { schema })).toEqual({ said: ['1', '2'] });
	expect(server.requests[0]?.headers).toMatchObject({ 'user-agent': 'Bijou/1.2.3', 'x-api-key': 'k' });
	const wrong = http.json(server.url, { schema: z.object({ other: z.string() }) });
	await expect(wrong).rejects.toEqual(fault('unexpected'));
});

test('sends JSON, forms and multipart', async () => {
	await using server = await startFake(
		({ method, headers, body }) => `${method} ${headers['content-type']} ${body}`
	);
	expect(await http.text(server.url, { json: { a: 1 } })).toBe('POST application/json {"a":1}');
	const form = new URLSearchParams({ a: 'ä' });
	expect(await http.text(server.url, { body: form, method: 'PUT' })).toMatch(
		/^PUT application\/x-www-form.* a=%C3%A4$/
	);
	const parts = new FormData();
	parts.set('file', new File(['bytes'], 'a.torrent'));
	expect(await http.text(server.url, { body: parts })).toMatch(
		/multipart\/form-data; boundary=[^]*a\.torrent[^]*bytes/
	);
});

const page = 'bijou '.repeat(50);
test.each([
	['gzip', gzipSync(page)],
	['br', brotliCompressSync(page)],
	['deflate', deflateSync(page)],
	['deflate', deflateRawSync(page)],
	['zstd', zstdCompressSync(page)],
	['gzip, br', brotliCompressSync(gzipSync(page))],
	['identity', Buffer.from(page)]
])('unpacks %s', async (encoding, body) => {
	await using server = await startFake(() => ({ headers: { 'content-encoding': encoding }, body }));
	expect(await http.text(server.url)).toBe(page);
});

test('says when a body is damaged, cut short or in an unknown encoding', async () => {
	const gzip = { 'content-encoding': 'gzip' };
	await using server = await startFake(() => ({ headers: gzip, body: 'no gzip at all' }));
	await expect(http.text(server.url, { retries: 0 })).rejects.toEqual(fault('decode'));
	server.reply(() => ({ headers: gzip, body: gzipSync(page).subarray(0, 20) }));
	await expect(http.text(server.url, { retries: 0 })).rejects.toEqual(fault('decode'));
	server.reply(() => ({ headers: { 'content-encoding': 'compress' }, body: 'x' }));
	await expect(http.text(server.url)).rejects.toEqual(fault('decode'));
	server.reply(() => ({
		raw: (response) =>
			void (
				response.writeHead(200, { 'content-length': '99' }),
				response.write('x'),
				setTimeout(() => response.destroy(), 20)
			)
	}));
	await expect(http.text(server.url, { retries: 0 })).rejects.toEqual(fault('connection'));
});

test.each([
	['plain', {}, Buffer.alloc(5000, 'a')],
	['a gzip bomb', { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(20_000_000))],
	[
		'a nested bomb',
		{ 'content-encoding': 'gzip, br' },
		brotliCompressSync(gzipSync(Buffer.alloc(20_000_000)))
	]
])('stops at the bound: %s', async (_, headers, body) => {
	await using server = await startFake(() => ({ headers, body }));
	await expect(http.request(server.url, { maxBytes: 1000 })).rejects.toEqual(fault('too_large'));
});

test('stops an endless body without reading it', async () => {
	await using server = await startFake(() => ({
		raw(response) {
			const timer = setInterval(() => response.write(Buffer.alloc(65_536)), 1);
			response.on('close', () => clearInterval(timer));
		}
	}));
	await expect(http.request(server.url, { maxBytes: 200_000 })).rejects.toEqual(fault('too_large'));
});

test.each([
	['header', { 'content-type': 'text/html; charset=windows-1251' }, Buffer.from([0xcf, 0xf0, 0xe8])],
	[
		'meta',
		{ 'content-type': 'text/html' },
		Buffer.concat([Buffer.from('<meta charset="windows-1251">'), Buffer.from([0xcf, 0xf0, 0xe8])])
	],
	['BOM', {}, Buffer.from('\ufeffПри', 'utf16le')],
	['UTF-8', {}, Buffer.from('При')]
])('reads text by its %s', async (_, headers, body) => {
	await using server = await startFake(() => ({ headers, body }));
	expect(await http.text(server.url)).toMatch(/При$/);
});

test('text in no named charset that is not UTF-8 is read as Windows-1252', async () => {
	await using server = await startFake(() => ({ body: Buffer.from([0x63, 0x61, 0x66, 0xe9]) }));
	expect(await http.text(server.url)).toBe('café');
});

test('tries idempotent requests again and honours Retry-After', async () => {
	let calls = 0;
	await using server = await startFake(() =>
		++calls < 3 ? { status: 503, headers: { 'retry-after': '0' } } : 'third'
	);
	expect(await http.text(server.url)).toBe('third');
	calls = 0;
	await expect(http.text(server.url, { method: 'POST', body: '' })).rejects.toMatchObject({
		code: 'status',
		details: { status: 503 }
	});
	expect(calls).toBe(1);
	server.reply(() => ({ status: 429, headers: { 'retry-after': '3600' } }));
	await expect(http.text(server.url)).rejects.toMatchObject({ details: { status: 429, retryAfter: 3600 } });
	server.reply(() => ({ status: 404, body: 'gone' }));
	await expect(http.text(server.url)).rejects.toMatchObject({ code: 'status', details: { status: 404 } });
	expect((await http.request(server.url, { okStatuses: [404] })).text()).toBe('gone');
});

test('waits as long as Retry-After asks', async () => {
	let calls = 0;
	await using server = await startFake(() =>
		++calls < 2 ? { status: 503, headers: { 'retry-after': '1' } } : 'ok'
	);
	const before = performance.now();
	expect(await http.text(server.url)).toBe('ok');
	expect(performance.now() - before).toBeGreaterThan(900);
});

test('gives up in time: no answer, or an answer that trickles', async () => {
	await using server = await startFake(() => ({ raw: () => undefined }));
	await expect(http.text(server.url, { timeoutMs: 60, retries: 1 })).rejects.toEqual(fault('timeout'));
	expect(server.requests.length).toBe(2);
	server.reply(() => ({
		raw(response) {
			const timer = setInterval(() => response.write('.'), 10);
			response.on('close', () => clearInterval(timer));
		}
	}));
	await expect(http.text(server.url, { timeoutMs: 80, retries: 0 })).rejects.toEqual(fault('timeout'));
});

test('an abort ends the request with its own reason', async () => {
	await using server = await startFake(() => ({ raw: () => undefined }));
	const reason = new Error('changed my mind');
	const controller = new AbortController();
	setTimeout(() => controller.abort(reason), 30);
	await expect(http.text(server.url, { signal: controller.signal })).rejects.toBe(reason);
});

test('names faults of connection and name resolution', async () => {
	const gone = await startFake(() => '');
	await gone.close();
	await expect(http.text(gone.url)).rejects.toEqual(fault('connection'));
	await expect(http.text('http://no-such-name.invalid', { retries: 0 })).rejects.toEqual(fault('dns'));
	await expect(http.text('ftp://127.0.0.1/')).rejects.toEqual(fault('connection'));
	await expect(http.text('not a url')).rejects.toEqual(fault('connection'));
});

test('survives servers that do not speak HTTP', async () => {
	const server = createServer((socket) => socket.on('error', () => undefined).end('SSH-2.0-OpenSSH\r\n\r\n'));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await expect(http.text(`http://127.0.0.1:${port}`, { retries: 0 })).rejects.toEqual(fault('connection'));
	await expect(http.text(`https://127.0.0.1:${port}`, { retries: 0 })).rejects.toEqual(fault('tls'));
	server.close();
});

test('follows redirects, leaves keys behind at another origin, and stops going round', async () => {
	await using other = await startFake(({ headers }) => ({ body: { headers } }));
	await using server = await startFake(({ path }) =>
		path === '/loop'
			? { status: 302, headers: { location: '/loop' } }
			: path === '/same'
				? { status: 301, headers: { location: 'next' } }
				: path === '/away'
					? { status: 307, headers: { location: `${other.url}/there` } }
					: path === '/magnet'
						? { status: 302, headers: { location: 'magnet:?xt=urn:btih:abc' } }
						: 'arrived'
	);
	const secret = { headers: { 'x-api-key': 'k', authorization: 'Bearer t', accept: 'text/x' } };
	expect((await http.request(`${server.url}/same`, secret)).url).toBe(`${server.url}/next`);
	expect(server.requests.at(-1)?.headers['x-api-key']).toBe('k');
	await http.request(`${server.url}/away`, secret);
	expect(other.requests[0]?.headers).toMatchObject({ accept: 'text/x' });
	expect(other.requests[0]?.headers).not.toHaveProperty('x-api-key');
	expect(other.requests[0]?.headers).not.toHaveProperty('authorization');
	await expect(http.request(`${server.url}/loop`, { retries: 0 })).rejects.toThrow('redirects too often');
	const magnet = await http.request(`${server.url}/magnet`);
	expect(magnet.headers.get('location')).toMatch(/^magnet:/);
	expect((await http.request(`${server.url}/same`, { redirect: 'manual' })).status).toBe(301);
});

test('a redirected POST becomes a GET, except at 307', async () => {
	await using server = await startFake(({ path, method, body }) =>
		path === '/end' ? `${method} ${body}` : { status: Number(path.slice(1)), headers: { location: '/end' } }
	);
	expect(await http.text(`${server.url}/302`, { body: 'x' })).toBe('GET ');
	expect(await http.text(`${server.url}/303`, { body: 'x' })).toBe('GET ');
	expect(await http.text(`${server.url}/307`, { body: 'x' })).toBe('POST x');
});

test('keeps cookies, also those set on the way', async () => {
	await using server = await startFake(({ path, headers }) =>
		path === '/login'
			? { status: 302, headers: { location: '/home', 'set-cookie': ['sid=1; Path=/; HttpOnly', 'bad'] } }
			: String(headers.cookie)
	);
	const cookies = new CookieJar();
	expect(await http.text(`${server.url}/login`, { cookies })).toContain('sid=1');
	expect(await http.text(server.url)).toBe('undefined');
});

test('turns a login in the address into a header', async () => {
	await using server = await startFake(({ headers }) => String(headers.authorization));
	const url = server.url.replace('//', '//us%20er:p%40ss@');
	expect(await http.text(url)).toBe(`Basic ${Buffer.from('us er:p@ss').toString('base64')}`);
});

test('refuses private targets: literal, by name, by redirect, and when a name changes its mind', async () => {
	await using server = await startFake(() => 'secret');
	const answers = ['93.184.215.14', '127.0.0.1'];
	const rebinding = createHttp({
		allowPrivateTargets: [],
		version: '1',
		resolve: async () => [{ address: answers.at(-1)!, family: 4 }]
	});
	for (const host of ['127.0.0.1', '[::1]', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', 'rebind.example']) {
		const url = `http://${host}:${server.port}/`;
		await expect(rebinding.text(url), host).rejects.toEqual(fault('refused_address'));
	}
	await rebinding.close();
	server.reply(() => ({ status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data' } }));
	await expect(http.text(server.url)).rejects.toEqual(fault('refused_address'));
	expect(server.requests.length).toBe(1);
});

test('connects to the very address that was checked', async () => {
	await using server = await startFake(({ headers }) => String(headers.host));
	let asked = 0;
	const pinned = createHttp({
		allowPrivateTargets: ['127.0.0.1'],
		version: '1',
		resolve: async () => [{ address: asked++ === 0 ? '127.0.0.1' : '10.9.9.9', family: 4 }]
	});
	expect(await pinned.text(`http://once.example:${server.port}`)).toBe(`once.example:${server.port}`);
	expect(asked).toBe(1);
	await pinned.close();
});

test('keeps to the limits of a host', async () => {
	let now = 0;
	let most = 0;
	await using server = await startFake(async () => {
		most = Math.max(most, ++now);
		await new Promise((resolve) => setTimeout(resolve, 15));
		now--;
		return 'ok';
	});
	const limited = http.with({ perHost: { concurrency: 2 } });
	await Promise.all(Array.from({ length: 8 }, () => limited.text(server.url)));
	expect(most).toBe(2);
	const before = performance.now();
	const spaced = http.with({ perHost: { concurrency: 5, minGapMs: 40 } });
	await Promise.all(Array.from({ length: 4 }, () => spaced.text(server.url)));
	expect(performance.now() - before).toBeGreaterThanOrEqual(115);
});

test('waiting for a host can be aborted without losing the turn of others', async () => {
	let release = () => undefined as void;
	await using server = await startFake(() => new Promise((resolve) => (release = () => resolve('ok'))));
	const single = http.with({ perHost: { concurrency: 1 } });
	const first = single.text(server.url);
	const given = single.text(server.url, { signal: AbortSignal.timeout(20) });
	await expect(given).rejects.toMatchObject({ name: 'TimeoutError' });
	const third = single.text(server.url);
	release();
	expect(await first).toBe('ok');
	while (server.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
	release();
	expect(await third).toBe('ok');
});

test('goes through a plain HTTP proxy, but not to a proxy that may not be reached', async () => {
	await using proxy = await startFake(({ method, path }) => `${method} ${path} by proxy`);
	expect(await http.text('http://example.test/file', { proxy: proxy.url })).toBe('GET /file by proxy');
	const strict = createHttp({ allowPrivateTargets: [], version: '1' });
	await expect(strict.text('http://example.test', { proxy: proxy.url })).rejects.toEqual(
		fault('refused_address')
	);
	await expect(http.text('http://169.254.169.254/', { proxy: proxy.url })).rejects.toEqual(
		fault('refused_address')
	);
	await expect(http.text('http://a.test', { proxy: 'gopher://x' })).rejects.toEqual(fault('connection'));
	await strict.close();
});

test('goes through an HTTP proxy to a secure server, end to end', async () => {
	const secure = createTlsServer({ key, cert }, (_, response) => response.end('behind the proxy'));
	await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
	await using proxy = await startFake(() => ({ status: 500 }));
	const tunnels: string[] = [];
	proxy.server.on('connect', (request, socket) => {
		tunnels.push(`${request.url} ${request.headers['proxy-authorization']}`);
		const target = connect((secure.address() as AddressInfo).port, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 OK\r\n\r\n');
			socket.pipe(target).pipe(socket);
		});
		for (const end of [socket, target]) end.on('error', () => undefined);
	});
	const through = { proxy: proxy.url.replace('//', '//me:pw@'), retries: 0 };
	await expect(http.text('https://hidden.example/', through)).rejects.toEqual(fault('tls'));
	expect(await http.text('https://hidden.example/', { ...through, verifyTls: false })).toBe(
		'behind the proxy'
	);
	expect(tunnels[0]).toBe(`hidden.example:443 Basic ${Buffer.from('me:pw').toString('base64')}`);
	secure.closeAllConnections();
	secure.close();
});

test('goes through a SOCKS5 proxy, with and without a password', async () => {
	await using server = await startFake(() => 'through socks');
	await using socks = await startSocks({ targetPort: server.port, password: 'p ss' });
	const open = { proxy: `socks5://127.0.0.1:${socks.port}` };
	expect(await http.text('http://hidden.example/', open)).toBe('through socks');
	const login = { proxy: `socks5://me:p%20ss@127.0.0.1:${socks.port}` };
	expect(await http.text('http://other.example/', login)).toBe('through socks');
	expect(socks.asked).toEqual(['hidden.example', 'other.example']);
	const wrong = { proxy: `socks5://me:no@127.0.0.1:${socks.port}`, retries: 0 };
	await expect(http.text('http://other.example/', wrong)).rejects.toEqual(fault('connection'));
});

test('streams what is too big to hold, and can be stopped', async () => {
	const big = Buffer.alloc(5_000_000, 'x');
	await using server = await startFake(() => ({
		body: big,
		headers: { 'content-length': String(big.length) }
	}));
	const { body, headers, status } = await http.stream(server.url);
	let size = 0;
	for await (const chunk of body) size += (chunk as Buffer).length;
	expect([status, size, headers.get('content-length')]).toEqual([200, big.length, '5000000']);
	const bounded = await http.stream(server.url, { maxBytes: 100_000 });
	await expect(bounded.body.toArray()).rejects.toEqual(fault('too_large'));
	const controller = new AbortController();
	const stopped = await http.stream(server.url, { signal: controller.signal });
	controller.abort(new Error('stop'));
	await expect(stopped.body.toArray()).rejects.toThrow();
});

test('a stream that falls silent ends with a fault', async () => {
	await using server = await startFake(() => ({ raw: (response) => void response.write('start') }));
	const { body } = await http.stream(server.url, { timeoutMs: 200 });
	await expect(body.toArray()).rejects.toThrow(/timeout|answer in time/i);
});

test('an unknown certificate is a fault unless the caller accepts it', async () => {
	const server = createTlsServer({ key, cert }, (_, response) => response.end('at home'));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
	await expect(http.text(url)).rejects.toEqual(fault('tls'));
	expect(await http.text(url, { verifyTls: false })).toBe('at home');
	server.closeAllConnections();
	server.close();
});
