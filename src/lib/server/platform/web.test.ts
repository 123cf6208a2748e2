import { isHttpError, isRedirect } from '@sveltejs/kit';
import type { RequestEvent, ServerLoadEvent } from '@sveltejs/kit';
import pino from 'pino';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { rolePermissions } from '#core/access/permissions.ts';
import type { Actor, Role } from '#core/access/permissions.ts';
import type { App } from '#server/app.ts';
import { notFound, upstream } from './errors.ts';
import { action, api, listOf, listQuery, page, pageOf, parseSort, decodeCursor } from './web.ts';

const person = (role: Role): Actor => ({
	kind: 'user',
	userId: role,
	name: role,
	role,
	permissions: new Set(rolePermissions[role])
});

interface Asked {
	role?: Role;
	method?: string;
	body?: BodyInit;
	headers?: Record<string, string>;
	params?: Record<string, string>;
	address?: string;
	signal?: AbortSignal;
}

const logged: string[] = [];
const log = pino({ level: 'info' }, { write: (line) => void logged.push(line) });

function ask(path: string, { role, params = {}, address = '192.0.2.1', ...init }: Asked = {}) {
	const url = new URL(path, 'http://bijou.test');
	const method = init.method ?? (init.body === undefined ? 'GET' : 'POST');
	const dependencies: string[] = [];
	const event = {
		url,
		params,
		request: new Request(url, { ...init, method }),
		route: { id: url.pathname },
		locals: {
			app: { name: 'the app' } as unknown as App,
			requestId: 'req-1',
			log,
			...(role && { actor: person(role) })
		},
		getClientAddress: () => address,
		depends: (...names: string[]) => void dependencies.push(...names)
	};
	return Object.assign(event as unknown as RequestEvent & ServerLoadEvent, { dependencies });
}

const jsonBody = (value: unknown, headers = {}): Asked => ({
	role: 'admin',
	body: typeof value === 'string' ? value : JSON.stringify(value),
	headers: { 'content-type': 'application/json', ...headers }
});
const thrownBy = (work: () => unknown) =>
	Promise.resolve()
		.then(work)
		.then(
			() => undefined,
			(error: unknown) => error
		);

const film = z.object({ id: z.number(), title: z.string() });

test.each([
	[undefined, 401, 'unauthorized'],
	['guest', 403, 'forbidden'],
	['admin', 204, undefined]
] as const)('access: %s gets %i', async (role, status, code) => {
	const handler = api({ access: 'settings.manage', summary: 'x' }, () => undefined);
	const response = await handler(ask('/', role ? { role } : {}));
	expect(response.status).toBe(status);
	if (code) expect(await response.json()).toEqual({ error: { code, message: expect.any(String) } });
});

test('reads query and parameters by their schema, and refuses what does not fit with its place', async () => {
	const handler = api(
		{
			access: 'open',
			summary: 'x',
			params: z.object({ id: z.number().int() }),
			query: listQuery.extend({ tags: z.array(z.string()).default([]), watched: z.boolean().optional() })
		},
		({ query, params }) => ({ ...query, ...params })
	);
	const params = { id: '7' };
	const good = await handler(ask('/?limit=20&tags=a,b&tags=c&watched=true&unknown=1', { params }));
	expect(await good.json()).toEqual({ id: 7, limit: 20, tags: ['a', 'b', 'c'], watched: true });
	for (const query of ['limit=0', 'limit=501', 'limit=x', 'limit=1.5', 'watched=maybe', 'limit=']) {
		const bad = await handler(ask(`/?${query}`, { params }));
		expect(bad.status, query).toBe(400);
		expect(await bad.json()).toMatchObject({
			error: { code: 'invalid', details: [{ path: query.split('=')[0] }] }
		});
	}
	expect((await handler(ask('/', { params: { id: 'x' } }))).status).toBe(400);
	const odd = await handler(ask('/?__proto__=1&constructor=2&tags=', { params }));
	expect(await odd.json()).toEqual({ id: 7, limit: 50, tags: [] });
});

test('reads JSON bodies, and says clearly why one cannot be read', async () => {
	const body = z.object({ title: z.string() });
	const handler = api({ access: 'open', summary: 'x', body, maxBytes: 100 }, ({ body }) => body.title);
	expect(await (await handler(ask('/', jsonBody({ title: 'Ä' })))).json()).toBe('Ä');
	const refusals: [Asked, number, string][] = [
		[jsonBody('{"title":'), 400, 'not valid JSON'],
		[jsonBody({ title: 5 }), 400, 'title'],
		[jsonBody({ title: 'x'.repeat(200) }), 413, '100 bytes'],
		[jsonBody({ title: 'a' }, { 'content-type': 'text/plain' }), 415, 'application/json'],
		[{ method: 'POST', headers: { 'content-type': 'application/json' } }, 400, ''],
		[
			{ body: new Uint8Array([0x22, 0xff, 0x22]), headers: { 'content-type': 'application/json' } },
			400,
			'not valid JSON'
		]
	];
	for (const [asked, status, text] of refusals) {
		const response = await handler(ask('/', asked));
		expect(response.status).toBe(status);
		expect(((await response.json()) as { error: { message: string } }).error.message).toContain(text);
	}
});

test('stops an oversized body whose length was not announced', async () => {
	let sent = 0;
	const endless = new ReadableStream({
		pull: (controller) => {
			sent += 1000;
			controller.enqueue(new Uint8Array(1000).fill(0x20));
		}
	});
	const handler = api({ access: 'open', summary: 'x', body: z.unknown(), maxBytes: 10_000 }, () => 'never');
	const asked = {
		method: 'POST',
		body: endless,
		duplex: 'half',
		headers: { 'content-type': 'application/json' }
	};
	expect((await handler(ask('/', asked as Asked))).status).toBe(413);
	expect(sent).toBeLessThan(100_000);
});

test('takes text and forms where the route says so', async () => {
	const text = api(
		{ access: 'open', summary: 'x', body: z.string().min(1), bodyType: 'text' },
		({ body }) => body
	);
	expect(
		await (await text(ask('/', { body: 'a: 1', headers: { 'content-type': 'application/yaml' } }))).json()
	).toBe('a: 1');
	const body = z.object({ paused: z.boolean(), files: z.array(z.file()), n: z.number() });
	const form = api({ access: 'open', summary: 'x', body, bodyType: 'form' }, async ({ body }) => [
		body.paused,
		body.n,
		await body.files[0]!.text()
	]);
	const data = new FormData();
	data.set('paused', 'on');
	data.set('n', '4');
	data.append('files', new File(['torrent'], 'a.torrent'));
	expect(await (await form(ask('/', { body: data }))).json()).toEqual([true, 4, 'torrent']);
	expect((await form(ask('/', { body: '{}', headers: { 'content-type': 'application/json' } }))).status).toBe(
		415
	);
});

test('answers carry an entity tag, and 304 spares the body', async () => {
	const handler = api({ access: 'open', summary: 'x', output: listOf(film) }, () => ({
		items: [{ id: 1, title: 'M' }],
		total: 1
	}));
	const first = await handler(ask('/'));
	const etag = first.headers.get('etag')!;
	expect(etag).toMatch(/^W\/".+"$/);
	for (const tag of [etag, `"x", ${etag}`, '*', etag.slice(2)]) {
		const again = await handler(ask('/', { headers: { 'if-none-match': tag } }));
		expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
	}
	expect((await handler(ask('/', { headers: { 'if-none-match': 'W/"other"' } }))).status).toBe(200);
});

test('a steady answer is made once for each visitor and address, and never for those who may not', async () => {
	const state = { version: 'a', made: 0 };
	const app = { version: () => state.version } as unknown as App;
	const steady = api({ access: 'library.read', summary: 'x', steady: true }, () => ({ made: ++state.made }));
	const made = async (path: string, asked: Asked) => {
		const event = ask(path, asked);
		event.locals.app = app;
		const response = await steady(event);
		return response.status === 200 ? ((await response.json()) as { made: number }).made : response.status;
	};
	const admin = { role: 'admin' } as const;
	expect([await made('/', admin), await made('/', admin)]).toEqual([1, 1]);
	expect(await made('/', { role: 'guest' })).toBe(2);
	expect(await made('/?page=2', admin)).toBe(3);
	expect(await made('/', {})).toBe(401);
	state.version = 'b';
	expect([await made('/', admin), await made('/', admin)]).toEqual([4, 4]);
});

test('only what the output names leaves the house', async () => {
	const leaky = { id: 1, title: 'M', secret: 'x' };
	const handler = api({ access: 'open', summary: 'x', output: film, status: 201 }, () => leaky);
	const response = await handler(ask('/', { method: 'POST' }));
	expect([response.status, await response.json()]).toEqual([201, { id: 1, title: 'M' }]);
});

test('faults become one shape; ours are logged with the id that is shown', async () => {
	const failing = (error: unknown) =>
		api({ access: 'open', summary: 'x' }, () => {
			throw error;
		})(ask('/'));
	const missing = await failing(notFound('film', 7));
	expect([missing.status, await missing.json()]).toEqual([
		404,
		{ error: { code: 'not_found', message: 'There is no film 7.' } }
	]);
	logged.length = 0;
	const ours = await failing(new Error('SELECT secret'));
	expect(ours.status).toBe(500);
	const text = await ours.text();
	expect(text).not.toContain('SELECT');
	expect(JSON.parse(text)).toMatchObject({ error: { code: 'internal', id: 'req-1' } });
	expect(logged.join()).toContain('SELECT secret');
	expect(logged.join()).toContain('req-1');
	expect((await failing(upstream('x'))).status).toBe(502);
	const unfit = api({ access: 'open', summary: 'x', output: film }, () => ({}) as never);
	expect((await unfit(ask('/'))).status).toBe(500);
});

test('nothing went wrong when the client left and its work was ended', async () => {
	logged.length = 0;
	const leaving = new AbortController();
	const handler = api({ access: 'open', summary: 'x' }, ({ signal }) => {
		leaving.abort();
		signal.throwIfAborted();
	});
	const response = await handler(ask('/x', { signal: leaving.signal }));
	expect([response.status, logged]).toEqual([499, []]);
});

test('a limited route answers 429 with Retry-After, counted by person or address', async () => {
	const limited = api({ access: 'open', summary: 'x', rate: { max: 2, perSeconds: 60 } }, () => 'ok');
	const statuses = async (asked: Asked) => {
		const found = [];
		for (let i = 0; i < 3; i++) found.push((await limited(ask('/', asked))).status);
		return found;
	};
	expect(await statuses({ address: '192.0.2.1' })).toEqual([200, 200, 429]);
	expect(await statuses({ address: '192.0.2.2' })).toEqual([200, 200, 429]);
	expect(await statuses({ role: 'admin', address: '192.0.2.1' })).toEqual([200, 200, 429]);
	const refused = await limited(ask('/', { role: 'admin' }));
	expect(refused.headers.get('retry-after')).toBe('30');
});

test('an own Response passes as it is', async () => {
	const handler = api(
		{ access: 'open', summary: 'x', output: film },
		() => new Response('bytes', { status: 206 })
	);
	const response = await handler(ask('/'));
	expect([response.status, await response.text()]).toEqual([206, 'bytes']);
});

test('a page sends strangers to the login and back, and refuses those who may not', async () => {
	const load = page({ access: 'system.read', topics: ['jobs'] }, ({ actor, app }) => ({
		who: actor.name,
		app
	}));
	const away = await thrownBy(() => load(ask('/system/jobs?state=failed')));
	expect(isRedirect(away) && away.location).toBe('/login?next=%2Fsystem%2Fjobs%3Fstate%3Dfailed');
	const refused = await thrownBy(() => load(ask('/system/jobs', { role: 'guest' })));
	expect(isHttpError(refused, 403) && refused.body).toEqual({
		code: 'forbidden',
		message: expect.any(String),
		id: 'req-1'
	});
	const event = ask('/system/jobs', { role: 'admin' });
	expect(await load(event)).toMatchObject({ who: 'admin' });
	expect(event.dependencies).toEqual(['bijou:jobs']);
});

test('faults of a page keep their status; unknown ones go on to Kit', async () => {
	const failing = (error: unknown) => page({ access: 'open' }, () => Promise.reject(error));
	const missing = await thrownBy(() => failing(notFound('film', 1))(ask('/')));
	expect(isHttpError(missing, 404)).toBe(true);
	const unknown = new Error('bug');
	expect(await thrownBy(() => failing(unknown)(ask('/')))).toBe(unknown);
});

test('an action gives its faults back to the form with what was typed, but no secrets', async () => {
	const form = z.object({
		name: z.string().min(2),
		count: z.number(),
		on: z.boolean(),
		password: z.string()
	});
	const save = action({ access: 'signed-in', form }, ({ form }) => ({ saved: form }));
	const typed = (fields: Record<string, string>) => ({
		role: 'admin' as const,
		body: new URLSearchParams(fields)
	});
	expect(await save(ask('/', typed({ name: 'ab', count: '3', password: 'p' })))).toEqual({
		saved: { name: 'ab', count: 3, on: false, password: 'p' }
	});
	const bad = await save(ask('/', typed({ name: 'a', count: '3', on: 'on', password: 'p' })));
	expect(bad).toMatchObject({
		status: 400,
		data: {
			error: { code: 'invalid', details: [{ path: 'name' }] },
			values: { name: 'a', count: 3, on: true }
		}
	});
	expect(bad).not.toHaveProperty('data.values.password');
	const away = await thrownBy(() => save(ask('/x', { body: new URLSearchParams() })));
	expect(isRedirect(away)).toBe(true);
	const json = await save(ask('/', jsonBody({})));
	expect(json).toMatchObject({ status: 400, data: { error: { message: 'The form could not be read.' } } });
});

test('a huge form is refused', async () => {
	const save = action({ access: 'open', form: z.object({}), maxBytes: 1000 }, () => undefined);
	expect(await save(ask('/', { body: new URLSearchParams({ a: 'x'.repeat(2000) }) }))).toMatchObject({
		status: 413
	});
});

test('pages of a list lead to each other, and cursors made up are refused', () => {
	const rows = [1, 2, 3].map((id) => ({ id, title: `t${id}` }));
	const first = pageOf(rows, 2, 9, (last) => [last.title, last.id]);
	expect(first).toEqual({ items: rows.slice(0, 2), total: 9, next: expect.any(String) });
	expect(decodeCursor((first as { next: string }).next, 2)).toEqual(['t2', 2]);
	expect(pageOf(rows, 3, 3, () => [])).not.toHaveProperty('next');
	for (const cursor of [
		'',
		'x',
		'bnVsbA',
		Buffer.from('[{}]').toString('base64url'),
		Buffer.from('[1]').toString('base64url')
	]) {
		expect(() => decodeCursor(cursor, 2)).toThrow('cursor is not valid');
	}
});

test('sorts only by what a list can be sorted by', () => {
	const otherwise = { field: 'title', descending: false } as const;
	const fields = ['title', 'addedAt'] as const;
	expect(parseSort('-addedAt', fields, otherwise)).toEqual({ field: 'addedAt', descending: true });
	expect(parseSort(undefined, fields, otherwise)).toBe(otherwise);
	expect(() => parseSort('title; DROP', fields, otherwise)).toThrow('Sort by one of: title, addedAt');
});
