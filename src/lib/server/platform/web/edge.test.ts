import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { IncomingMessage } from 'node:http';
import pino from 'pino';
import { expect, test } from 'vitest';
import { createMetrics } from '../metrics.ts';
import { acceptedEncoding, compress, createBody, packed } from './compress.ts';
import { openEdge } from './edge.ts';
import { createEdgeHandle } from './handle.ts';
import { crossOriginFault } from './origin.ts';

const request = (init: RequestInit & { headers?: Record<string, string> } = {}) =>
	new Request('http://bijou.test/x', init);

test.each([
	['a read', 'GET', { cookie: 's=1', origin: 'https://evil.test' }, true],
	['no cookie', 'POST', { origin: 'https://evil.test' }, true],
	['a program', 'POST', { cookie: 's=1' }, true],
	['the own page', 'POST', { cookie: 's=1', origin: 'http://bijou.test' }, true],
	['the own page over TLS of a proxy', 'POST', { cookie: 's=1', origin: 'https://bijou.test' }, true],
	['the configured address', 'DELETE', { cookie: 's=1', origin: 'https://home.example' }, true],
	['the browser says so', 'PUT', { cookie: 's=1', 'sec-fetch-site': 'same-origin' }, true],
	['another site', 'POST', { cookie: 's=1', origin: 'https://evil.test' }, false],
	['a sandboxed page', 'POST', { cookie: 's=1', origin: 'null' }, false],
	['another port', 'POST', { cookie: 's=1', origin: 'http://bijou.test:81' }, false],
	['a neighbour below the same domain', 'PATCH', { cookie: 's=1', 'sec-fetch-site': 'same-site' }, false],
	['another site by fetch metadata', 'DELETE', { cookie: 's=1', 'sec-fetch-site': 'cross-site' }, false]
])('cross-origin: %s', (_, method, headers, allowed) => {
	const asked = request({ method, headers: { host: 'bijou.test', ...headers } as Record<string, string> });
	expect(crossOriginFault(asked, 'https://home.example') === undefined).toBe(allowed);
});

test('the edge writes who asks and forgets every claim', () => {
	const edge = openEdge({ trustedProxies: [], upgrade: () => undefined, stop: async () => undefined });
	const incoming = (headers: Record<string, string>) =>
		({
			headers: { host: 'bijou.test', ...headers },
			socket: { remoteAddress: '203.0.113.5' }
		}) as unknown as IncomingMessage;
	const claimed = incoming({
		'x-forwarded-for': '127.0.0.1',
		'x-real-ip': '127.0.0.1',
		'x-bijou-client': '127.0.0.1',
		accept: '*/*'
	});
	expect(edge.prepare(claimed)).toBe(true);
	expect(claimed.headers).toEqual({
		host: 'bijou.test',
		accept: '*/*',
		'x-bijou-client': '203.0.113.5',
		'x-bijou-host': 'bijou.test',
		'x-bijou-proto': 'http'
	});
	expect(edge.prepare(incoming({ host: 'evil.test/@bijou.test' }))).toBe(false);
});

const text = 'the same words again and again '.repeat(200);
const page = (init: ResponseInit = {}, body: BodyInit = text) =>
	new Response(body, { headers: { 'content-type': 'text/html', 'set-cookie': 'a=1' }, ...init });
const accepting = (encodings: string) => request({ headers: { 'accept-encoding': encodings } });

test('compresses text as the client likes it', async () => {
	const brotli = await compress(accepting('gzip, deflate, br'), page());
	expect([brotli.headers.get('content-encoding'), brotli.headers.get('vary')]).toEqual([
		'br',
		'accept-encoding'
	]);
	expect(brotli.headers.getSetCookie()).toEqual(['a=1']);
	expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(text);
	const gzip = await compress(accepting('gzip'), page({ status: 404 }));
	expect(gzip.status).toBe(404);
	expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(text);
});

test.each([
	['gzip;q=1, br;q=0', 'gzip'],
	['br;q=0.1, gzip;q=0.9', 'gzip'],
	['*', 'br'],
	['identity', undefined],
	['', undefined]
])('accept-encoding %j means %s', (header, encoding) => expect(acceptedEncoding(header)).toBe(encoding));

test.each([
	['images', { headers: { 'content-type': 'image/png' } }],
	['what is encoded already', { headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' } }],
	['ranges', { status: 206, headers: { 'content-type': 'text/vtt', 'content-range': 'bytes 0-9/10' } }],
	['event streams', { headers: { 'content-type': 'text/event-stream' } }]
])('leaves %s alone', async (_, init) => {
	const response = page(init);
	expect(await compress(accepting('br'), response)).toBe(response);
});

test('leaves small bodies alone', async () => {
	const small = await compress(accepting('br'), page({}, 'small'));
	expect([small.headers.get('content-encoding'), await small.text()]).toEqual([null, 'small']);
});

test('what is there as a whole is packed as what flows, and once for each encoding', async () => {
	const body = createBody(text);
	const pack = (accepts?: string, type = 'text/html', method = 'GET', more = {}) => {
		const headers: Record<string, string> = { 'content-type': type, ...more };
		return { headers, bytes: packed(body, headers, { method, accepts }) };
	};
	const [first, again] = [pack('br'), pack('gzip, br', 'text/html', 'GET', { vary: 'accept' })];
	expect(brotliDecompressSync(await first.bytes).toString()).toBe(text);
	expect(await again.bytes).toBe(await first.bytes);
	expect(again.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept, accept-encoding' });
	for (const plain of [pack(), pack('br', 'text/html', 'HEAD')])
		expect([plain.bytes, plain.headers['vary']]).toEqual([body.bytes, 'accept-encoding']);
	expect(pack('br', 'image/png').headers).toEqual({ 'content-type': 'image/png' });
	const small = { 'content-type': 'application/json' };
	expect(packed(createBody('{}'), small, { method: 'GET', accepts: 'br' })).toEqual(Buffer.from('{}'));
	expect(small).toEqual({ 'content-type': 'application/json', vary: 'accept-encoding' });
});

test('a page that waits for its last part shows the first at once', async () => {
	let finish = () => undefined as void;
	const slow = new ReadableStream({
		start(controller) {
			controller.enqueue(new TextEncoder().encode('first part '.repeat(20)));
			finish = () => {
				controller.enqueue(new TextEncoder().encode('last part'));
				controller.close();
			};
		}
	});
	const response = await compress(accepting('gzip'), page({}, slow));
	const reader = response.body!.pipeThrough(new DecompressionStream('gzip')).getReader();
	const shown = new TextDecoder().decode((await reader.read()).value);
	expect(shown).toContain('first part');
	finish();
	let rest = '';
	for (let next = await reader.read(); !next.done; next = await reader.read())
		rest += new TextDecoder().decode(next.value);
	expect(shown + rest).toMatch(/last part$/);
});

test('every answer has an id, safe headers and a place in the figures', async () => {
	const metrics = createMetrics();
	const handle = createEdgeHandle({ log: pino({ level: 'silent' }), metrics });
	const event = { request: request(), locals: {}, route: { id: '/api/x' } };
	const asked = (over: object = {}) => ({
		event: { ...event, ...over },
		resolve: async () => Response.json({ a: 1 })
	});
	const response = await handle(asked() as never);
	expect(response.headers.get('x-request-id')).toBe((event.locals as App.Locals).requestId);
	expect(response.headers.get('x-content-type-options')).toBe('nosniff');
	const evil = request({ method: 'POST', headers: { cookie: 's=1', origin: 'https://evil.test' } });
	const refused = await handle(asked({ request: evil }) as never);
	expect([refused.status, await refused.json()]).toMatchObject([403, { error: { code: 'cross_origin' } }]);
	expect(metrics.text()).toContain('_count{route="/api/x",method="POST",status="403"} 1');
	metrics.close();
});
