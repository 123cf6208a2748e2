import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { createPageMemory } from './page-memory.ts';

function house() {
	const state = { version: 'a', at: 0, drawn: 0 };
	const pages = createPageMemory({ version: () => state.version, now: () => state.at });
	const ask = async ({
		path = '/',
		cookie = 'session=ada',
		route = '/(app)',
		actor = true,
		method = 'GET',
		answer = () => new Response('')
	} = {}) => {
		const url = new URL(path, 'http://bijou.test');
		const event = {
			url,
			route: { id: route },
			request: new Request(url, { method, headers: { cookie } }),
			locals: actor ? { actor: {} } : {}
		};
		const resolve = async () => {
			state.drawn++;
			const made = answer();
			return new Response(`${path} ${state.drawn}`, made);
		};
		const response = await pages.handle({ event: event as unknown as RequestEvent, resolve });
		return response.text();
	};
	return { state, ask, pages };
}

test('a page is drawn once while nothing changes', async () => {
	const { ask, state } = house();
	expect(await Promise.all([ask(), ask(), ask()])).toEqual(['/ 1', '/ 1', '/ 1']);
	expect(state.drawn).toBe(1);
});

test('a change, the time and another visitor make it new', async () => {
	const { ask, state } = house();
	await ask();
	state.version = 'b';
	expect(await ask()).toBe('/ 2');
	state.at = 5000;
	expect(await ask()).toBe('/ 3');
	expect(await ask({ cookie: 'session=bob' })).toBe('/ 4');
	expect(await ask({ path: '/?page=2' })).toBe('/?page=2 5');
});

test.each([
	['strangers', { actor: false }],
	['endpoints', { route: '/api/jobs' }],
	['forms', { method: 'POST' }],
	['faults', { answer: () => new Response('', { status: 500 }) }],
	['pages that set cookies', { answer: () => new Response('', { headers: { 'set-cookie': 'a=b' } }) }]
])('%s are never kept', async (_, options) => {
	const { ask, state } = house();
	await ask(options);
	await ask(options);
	expect(state.drawn).toBe(2);
});

test('one who waits for a page that fails gets one of their own', async () => {
	const { ask, state } = house();
	const answer = () => {
		if (state.drawn === 1) throw new Error('broken');
		return new Response('');
	};
	const [first, second] = await Promise.allSettled([ask({ answer }), ask({ answer })]);
	expect(first.status).toBe('rejected');
	expect(second).toMatchObject({ status: 'fulfilled', value: '/ 2' });
});

test('the short way finds a page by the same address and the same visitor only', async () => {
	const { ask, pages, state } = house();
	await ask({ path: '/films?page=2' });
	const find = async (href: string, headers: Record<string, string> = {}) => {
		const page = pages.find(href, new Headers({ cookie: 'session=ada', ...headers }));
		return page && [page.route, (await page.drawn)?.body?.bytes.toString()];
	};
	expect(await find('http://bijou.test/films?page=2')).toEqual(['/(app)', '/films?page=2 1']);
	expect(await find('http://other.test/films?page=2')).toBeUndefined();
	expect(await find('http://bijou.test/films?page=2&x-sveltekit-invalidated=01')).toBeUndefined();
	for (const headers of [{ cookie: 'session=bob' }, { 'accept-language': 'de' }, { 'x-api-key': 'k' }])
		expect(await find('http://bijou.test/films?page=2', headers as Record<string, string>)).toBeUndefined();
	state.version = 'b';
	expect(await find('http://bijou.test/films?page=2')).toBeUndefined();
});
