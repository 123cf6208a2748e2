// Walks every route there is, and proves that who may not enter does not.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rolePermissions, type Access, type Permission, type Role } from '#core/access/permissions.ts';
import { addPerson, signIn } from '../harness/people.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { sourceFiles } from '../structure/source.ts';

interface Door {
	method: string;
	path: string;
	access: Access;
	kind: 'api' | 'page' | 'action';
}

const samples: Record<string, string> = {
	'[...all]': 'get-session',
	'[port]': 'notification',
	'[section]': 'general',
	'[token]': 'none'
};
const addressOf = (file: string) =>
	file
		.replace(/^routes/, '')
		.replace(/\/\+[^/]+$/, '')
		.replace(/\/\([^)]+\)/g, '')
		.replace(/\[{1,2}[^\]]+\]{1,2}/g, (part) => samples[part] ?? '1') || '/';

/** What a file says once for all its routes, `const access = '...'` or `const spec = { access: '...' }`, is put into each. */
function spelledOut(text: string): string {
	const access = /const access = '([^']+)'/.exec(text)?.[1];
	const [, name, spread] = /const (\w+) = \{ access: '([^']+)'/.exec(text) ?? [];
	const named = access ? text.replace(/\baccess,/g, `access: '${access}',`) : text;
	return spread ? named.replaceAll(`...${name},`, `access: '${spread}',`) : named;
}

const routes = sourceFiles()
	.filter((file) => file.path.startsWith('routes/'))
	.map((file) => ({ ...file, text: spelledOut(file.text) }));
const endpoints = routes.filter((file) => file.path.endsWith('+server.ts'));
const pages = routes.filter((file) => file.path.endsWith('+page.server.ts'));

const doors: Door[] = [
	...endpoints.flatMap(({ path, text }) =>
		[...text.matchAll(/export const (\w+)[^=]*= api\(\s*\{[^]*?access:\s*'([^']+)'/g)].map(
			([, method, access]) => ({
				method: method!,
				path: addressOf(path),
				access: access as Access,
				kind: 'api' as const
			})
		)
	),
	...pages.flatMap(({ path, text }) => [
		...[...text.matchAll(/export const load[^=]*= page\(\s*\{[^]*?access:\s*'([^']+)'/g)].map(
			([, access]) => ({
				method: 'GET',
				path: addressOf(path),
				access: access as Access,
				kind: 'page' as const
			})
		),
		...[...text.matchAll(/(\w+): action\(\s*\{[^]*?access:\s*'([^']+)'/g)].map(([, name, access]) => ({
			method: 'POST',
			path: `${addressOf(path)}${name === 'default' ? '' : `?/${name}`}`,
			access: access as Access,
			kind: 'action' as const
		}))
	])
];
const locked = doors.filter(({ access }) => access !== 'open');
const label = ({ kind, method, path, access }: Door) => `${kind} ${method} ${path} (${access})`;
const may = (role: Role, access: Access) =>
	['open', 'signed-in', 'in-person'].includes(access) || rolePermissions[role].includes(access as Permission);

let server: TestServer;
const cookies: Partial<Record<Role, string>> = {};
beforeAll(async () => {
	server = await startServer();
	cookies.guest = await addPerson(server, 'gus', 'guest');
	cookies.member = await addPerson(server, 'mia', 'member');
}, 60_000);
afterAll(() => server[Symbol.asyncDispose]());

/** Without a body: who may enter gets as far as a complaint about it, so nothing changes. */
function knock({ method, path, kind }: Door, cookie?: string) {
	const headers: Record<string, string> = {
		origin: server.url,
		accept: kind === 'page' ? 'text/html' : 'application/json'
	};
	if (cookie) headers['cookie'] = cookie;
	if (kind === 'action') headers['content-type'] = 'application/x-www-form-urlencoded';
	if (kind === 'action') headers['x-sveltekit-action'] = 'true';
	return fetch(`${server.url}${path}`, {
		method,
		headers,
		redirect: 'manual',
		...(kind === 'action' && { body: '' })
	});
}

async function outcome(door: Door, cookie?: string): Promise<string> {
	const answer = await knock(door, cookie);
	const text = await answer.text();
	if (door.kind === 'action') {
		const result = JSON.parse(text) as { type: string; status: number; location?: string; data?: string };
		if (result.type === 'redirect' && result.location?.startsWith('/login')) return 'unauthorized';
		return result.status === 403 ? 'forbidden' : result.status === 401 ? 'unauthorized' : 'entered';
	}
	if (
		answer.status === 401 ||
		(answer.status === 303 && answer.headers.get('location')?.startsWith('/login'))
	)
		return 'unauthorized';
	return answer.status === 403 ? 'forbidden' : 'entered';
}

test('the walk knows every door', () => {
	const handlers = endpoints.flatMap(
		({ text }) => text.match(/export const (GET|POST|PUT|PATCH|DELETE|HEAD|fallback)\b/g) ?? []
	);
	expect(doors.filter(({ kind }) => kind === 'api').length).toBe(handlers.length);
	const unseen = pages.filter(
		({ path, text }) =>
			/export const (load|actions)/.test(text) &&
			!doors.some((door) => door.path.split('?')[0] === addressOf(path))
	);
	expect(unseen.map(({ path }) => path)).toEqual([]);
	expect(locked.length).toBeGreaterThan(30);
});

describe('a stranger', () => {
	test.each(locked.map((door) => [label(door), door] as const))('is turned away from %s', async (_, door) => {
		expect(await outcome(door)).toBe('unauthorized');
	});
});

describe.each(['guest', 'member'] as const)('a %s', (role) => {
	const forbidden = locked.filter(({ access }) => !may(role, access));
	test.each(forbidden.map((door) => [label(door), door] as const))('may not use %s', async (_, door) => {
		expect(await outcome(door, cookies[role])).toBe('forbidden');
	});
	const open = locked.filter(({ access, method }) => may(role, access) && method === 'GET');
	test.each(open.map((door) => [label(door), door] as const))('may use %s', async (_, door) => {
		expect(await outcome(door, cookies[role])).toBe('entered');
	});
});

const refused = async (path: string, init: RequestInit) => {
	const answer = await fetch(`${server.url}${path}`, { redirect: 'manual', ...init });
	await answer.body?.cancel();
	return answer.status;
};

test('another site can act through no door with the cookies of ours', async () => {
	const cookie = await signIn(server);
	const entered: string[] = [];
	for (const door of doors.filter(({ method }) => method !== 'GET')) {
		for (const headers of [
			{ origin: 'https://evil.example' },
			{ 'sec-fetch-site': 'cross-site' },
			{ origin: 'null' }
		]) {
			const status = await refused(door.path, { method: door.method, headers: { cookie, ...headers } });
			if (status !== 403) entered.push(`${label(door)} with ${JSON.stringify(headers)}: ${status}`);
		}
	}
	expect(entered).toEqual([]);
});

test('a key with the scope metrics reads metrics and nothing else', async () => {
	const { key } = await server.json<{ key: string }>('/api/api-keys', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ name: 'Prometheus', scopes: ['metrics'] })
	});
	const entered: string[] = [];
	for (const door of locked.filter(({ access, kind }) => kind === 'api' && access !== 'signed-in')) {
		const status = await refused(door.path, { method: door.method, headers: { 'x-api-key': key } });
		if (status !== 403) entered.push(`${door.method} ${door.path}`);
	}
	expect(entered).toEqual(['GET /api/metrics']);
});
