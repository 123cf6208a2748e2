import { expect, test } from 'vitest';
import { z } from 'zod';
import { startFake } from '../../../../tests/fakes/http.ts';
import { openWorkshop } from '../../../../tests/harness/workshop.ts';
import { createHttp } from '#server/platform/http.ts';
import { createCache } from './cache.ts';

const schema = z.object({ title: z.string() });
const minute = 60_000;

async function openCache() {
	const workshop = await openWorkshop();
	const server = await startFake(() => ({ body: { title: `answer ${server.requests.length}` } }));
	const http = createHttp({ allowPrivateTargets: ['127.0.0.0/8'], version: '0', backoffMs: 1 });
	const clock = { now: 1_000_000 };
	const { get, purge } = createCache({ db: workshop.db, http, now: () => clock.now });
	return {
		server,
		clock,
		purge,
		ask: (more: Partial<Parameters<typeof get>[1]> = {}, path = '/film/1') =>
			get(`${server.url}${path}`, { schema, maxAgeMs: 10 * minute, ...more } as {
				schema: typeof schema;
				maxAgeMs: number;
			}),
		async [Symbol.asyncDispose]() {
			await server.close();
			await http.close();
			workshop[Symbol.dispose]();
		}
	};
}

test('an answer is kept for its time and asked for again afterwards', async () => {
	await using cache = await openCache();
	expect(await cache.ask()).toEqual({ title: 'answer 1' });
	cache.clock.now += 9 * minute;
	expect(await cache.ask()).toEqual({ title: 'answer 1' });
	cache.clock.now += 2 * minute;
	expect(await cache.ask()).toEqual({ title: 'answer 2' });
});

test('other words in the question are another question, the key is not', async () => {
	await using cache = await openCache();
	await cache.ask({ query: { language: 'en' } });
	await cache.ask({ query: { language: 'de' } });
	await cache.ask({ query: { language: 'de' }, secret: { query: { api_key: 'secret' } } });
	expect(cache.server.requests).toHaveLength(2);
	expect(cache.server.requests.map(({ query }) => query.get('language'))).toEqual(['en', 'de']);
});

test('those who ask at the same time share one request', async () => {
	await using cache = await openCache();
	const all = await Promise.all(Array.from({ length: 20 }, () => cache.ask()));
	expect(cache.server.requests).toHaveLength(1);
	expect(new Set(all.map(({ title }) => title))).toEqual(new Set(['answer 1']));
});

test('one who stops waiting does not spoil it for the others', async () => {
	await using cache = await openCache();
	const impatient = new AbortController();
	const first = cache.ask({ signal: impatient.signal });
	const second = cache.ask();
	impatient.abort(new Error('had enough'));
	await expect(first).rejects.toThrow('had enough');
	expect(await second).toEqual({ title: 'answer 1' });
	await expect(cache.ask({ signal: impatient.signal })).resolves.toEqual({ title: 'answer 1' });
});

test.each([
	['answers 500', { status: 500 }],
	['wants us to wait for long', { status: 429, headers: { 'retry-after': '600' } }],
	['answers with garbage', { body: '<html>busy</html>' }],
	['answers with another shape', { body: { name: 'nonsense' } }]
])('when a source %s, an older answer is better than none', async (_, reply) => {
	await using cache = await openCache();
	await cache.ask();
	cache.server.reply(() => reply);
	cache.clock.now += 60 * minute;
	expect(await cache.ask()).toEqual({ title: 'answer 1' });
	const asked = cache.server.requests.length;
	await cache.ask();
	expect(cache.server.requests, 'a failing source is left alone for a while').toHaveLength(asked);
	cache.server.reply(() => ({ body: { title: 'recovered' } }));
	cache.clock.now += 2 * minute;
	expect(await cache.ask()).toEqual({ title: 'recovered' });
});

test.each([
	['500', { status: 500 }, 'answered with status 500'],
	['garbage', { body: 'busy' }, 'did not answer with JSON'],
	['another shape', { body: [] }, 'in a form that is not understood']
])('a first answer of %s is a fault, and is not kept', async (_, reply, message) => {
	await using cache = await openCache();
	cache.server.reply(() => reply);
	await expect(cache.ask()).rejects.toThrow(message);
	cache.server.reply(() => ({ body: { title: 'fine' } }));
	expect(await cache.ask()).toEqual({ title: 'fine' });
});

test('that a thing is gone is an answer: the older one is not shown', async () => {
	await using cache = await openCache();
	await cache.ask();
	cache.server.reply(() => ({ status: 404 }));
	cache.clock.now += 60 * minute;
	await expect(cache.ask()).rejects.toMatchObject({ details: { status: 404 } });
});

test('a short wait that a source asks for is granted', async () => {
	await using cache = await openCache();
	let times = 0;
	cache.server.reply(() =>
		times++ === 0 ? { status: 429, headers: { 'retry-after': '0' } } : { body: { title: 'after the wait' } }
	);
	expect(await cache.ask()).toEqual({ title: 'after the wait' });
});

test('what is old for long is forgotten', async () => {
	await using cache = await openCache();
	await cache.ask({}, '/film/1');
	cache.clock.now += 20 * 86_400_000;
	await cache.ask({}, '/film/2');
	cache.clock.now += 11 * 86_400_000;
	expect(cache.purge()).toBe(1);
});
