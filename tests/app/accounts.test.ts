import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addPerson, signIn } from '../harness/people.ts';
import { admin, startServer, temporaryFolder, type TestServer } from '../harness/server.ts';

const plain = { redirect: 'manual' as const };

/** Posts a form as a page of ours would; answers what the browser is told. */
async function post(server: TestServer, path: string, fields: Record<string, string>, headers = {}) {
	const answer = await fetch(`${server.url}${path}`, {
		...plain,
		method: 'POST',
		headers: { origin: server.url, accept: 'text/html', ...headers },
		body: new URLSearchParams(fields)
	});
	const cookie = answer.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
	return {
		status: answer.status,
		to: answer.headers.get('location'),
		cookie,
		text: await answer.text(),
		answer
	};
}
const page = async (server: TestServer, path: string, cookie = '') => {
	const answer = await fetch(`${server.url}${path}`, { ...plain, headers: { cookie } });
	return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
};

test('a newcomer is led to the set-up, opens the house, and is at home', async () => {
	await using server = await startServer({ withoutAdmin: true });
	expect(await page(server, '/movies')).toMatchObject({ status: 303, to: '/setup' });
	const refused = await fetch(`${server.url}/api/users`);
	expect(refused.status).toBe(503);
	expect(await refused.json()).toMatchObject({ error: { code: 'setup_required' } });
	expect((await page(server, '/setup')).text).toContain('Welcome to your picture house');

	const weak = await post(server, '/setup', { username: 'ada', password: 'password' });
	expect(weak.status).toBe(400);
	expect(weak.text).toContain('one of the first that anyone would try');
	expect(weak.text).toContain('value="ada"');

	const opened = await post(server, '/setup', { username: 'ada', password: admin.password });
	expect(opened).toMatchObject({ status: 303, to: '/setup/home' });
	expect((await page(server, '/setup/home', opened.cookie)).status).toBe(200);
	expect(await page(server, '/setup', opened.cookie)).toMatchObject({ to: '/setup/home' });
	const late = await post(server, '/setup', { username: 'zora', password: 'another lamp 9' });
	expect(late).toMatchObject({ to: '/login', cookie: '' });
	expect((await page(server, '/people', opened.cookie)).text).not.toContain('zora');

	const named = await post(server, '/setup/home', { instanceName: 'Lindenhof' }, { cookie: opened.cookie });
	expect(named).toMatchObject({ status: 303, to: '/setup/shelves' });
	const shelve = (fields: Record<string, string>) =>
		post(server, '/setup/shelves', fields, { cookie: opened.cookie });
	const nowhere = await shelve({ films: '/no/such/folder' });
	expect(nowhere.status).toBe(400);
	expect(nowhere.text).toContain('value="/no/such/folder"');
	const films = temporaryFolder('films');
	expect(await shelve({ films, series: '', tmdbKey: '' })).toMatchObject({
		status: 303,
		to: '/setup/downloads'
	});
	expect((await page(server, '/setup/shelves', opened.cookie)).text).toContain(films);
	rmSync(films, { recursive: true });
	expect((await page(server, '/setup/data', opened.cookie)).text).toContain(server.dataDir);
	expect((await page(server, '/', opened.cookie)).status).toBe(200);
	expect((await page(server, '/login')).text).toContain('Lindenhof');
});

test('the door: in by password, back to where one was going, out again', async () => {
	await using server = await startServer();
	expect(await page(server, '/account')).toMatchObject({ status: 303, to: '/login?next=%2Faccount' });
	const wrong = await post(server, '/login?/password', { username: admin.user, password: 'no' });
	expect(wrong.status).toBe(401);
	expect(wrong.text).toContain('The user name or the password is not right.');
	expect(wrong.text).not.toContain('value="no"');

	const fields = { username: admin.user, password: admin.password, next: '/account' };
	const inside = await post(server, '/login?/password', fields);
	expect(inside).toMatchObject({ status: 303, to: '/account' });
	const [cookie = ''] = inside.answer.headers.getSetCookie();
	expect(cookie).toMatch(/^bijou\.session_token=.*HttpOnly.*SameSite=Lax/i);
	expect(cookie).not.toMatch(/Secure/i);
	expect((await page(server, '/account', inside.cookie)).status).toBe(200);

	const out = await post(server, '/logout', {}, { cookie: inside.cookie });
	expect(out).toMatchObject({ status: 303, to: '/login' });
	expect((await page(server, '/account', inside.cookie)).to).toContain('/login');
});

test('nobody is sent to another house after signing in', async () => {
	await using server = await startServer();
	for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
		const fields = { username: admin.user, password: admin.password, next };
		expect(await post(server, '/login?/password', fields)).toMatchObject({ status: 303, to: '/' });
	}
});

test('a form that another site sends changes nothing', async () => {
	await using server = await startServer();
	const cookie = await signIn(server);
	const foreign = { cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
	const answer = await post(server, '/account?/name', { name: 'Mallory' }, foreign);
	expect(answer.status).toBe(403);
	expect((await page(server, '/account', cookie)).text).not.toContain('Mallory');
});

test('guessing is slowed down, whatever the guesser says about his address', async () => {
	await using server = await startServer();
	const guess = (n: number) =>
		post(
			server,
			'/login?/password',
			{ username: admin.user, password: `guess ${n}` },
			{ 'x-forwarded-for': `10.1.2.${n}`, 'x-real-ip': `10.1.3.${n}` }
		);
	const statuses = [];
	for (let n = 0; n < 7; n++) statuses.push((await guess(n)).status);
	expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
	const { items } = await server.json<{ items: { ip: string }[] }>('/api/audit?action=session.refused');
	expect(items.map(({ ip }) => ip)).toEqual(Array(5).fill('127.0.0.1'));
});

test('behind a trusted proxy each visitor counts alone, and TLS in front makes cookies secure', async () => {
	await using server = await startServer({ env: { TRUSTED_PROXIES: '127.0.0.0/8' } });
	const forwarded = {
		'x-forwarded-for': '203.0.113.7',
		'x-forwarded-proto': 'https',
		'x-forwarded-host': 'bijou.example.org',
		origin: 'https://bijou.example.org'
	};
	const fields = { username: admin.user, password: admin.password };
	const inside = await post(server, '/login?/password', fields, forwarded);
	expect(inside.status).toBe(303);
	expect(inside.answer.headers.getSetCookie()[0]).toMatch(/Secure/i);
	const { items } = await server.json<{ items: { ip: string }[] }>('/api/audit?action=session.signed-in');
	expect(items[0]?.ip).toBe('203.0.113.7');
});

test('an invitation is made, looked at, accepted once', async () => {
	await using server = await startServer();
	const cookie = await signIn(server);
	const made = await post(server, '/people?/invite', { role: 'guest', note: 'Welcome, cousin' }, { cookie });
	const link = /http[^"<]+\/invite\/[\w-]+/.exec(made.text)?.[0];
	const path = new URL(link!).pathname;
	expect((await page(server, path)).text).toContain('Welcome, cousin');
	const accepted = await post(server, path, { username: 'cousin', password: 'a lamp for cousins' });
	expect(accepted).toMatchObject({ status: 303, to: '/' });
	expect((await page(server, '/people', accepted.cookie)).status).toBe(403);
	expect((await page(server, path)).text).toContain('leads nowhere');
});

test('people and keys by API: roles hold, the last admin stays, keys keep to their scopes', async () => {
	await using server = await startServer();
	const json = { 'content-type': 'application/json' };
	const guest = await addPerson(server, 'gus', 'guest');
	const { items } = await server.json<{ items: { id: string; username: string }[] }>('/api/users');
	const ada = items.find(({ username }) => username === admin.user)!;
	const demoted = await server.fetch(`/api/users/${ada.id}`, {
		method: 'PATCH',
		headers: json,
		body: JSON.stringify({ role: 'member' })
	});
	expect(demoted.status).toBe(409);
	expect((await server.fetch('/api/users', { headers: { cookie: guest } })).status).toBe(403);
	const me = await server.json('/api/users/me', { headers: { cookie: guest } });
	expect(me).toMatchObject({ name: 'gus', role: 'guest', kind: 'user' });

	const made = await server.json<{ key: string; apiKey: { id: string } }>('/api/api-keys', {
		method: 'POST',
		headers: json,
		body: JSON.stringify({ name: 'metrics', scopes: ['metrics'], perMinute: 2 })
	});
	const asKey = (path: string) => server.fetch(path, { headers: { 'x-api-key': made.key } });
	expect((await asKey('/api/users')).status).toBe(403);
	expect((await asKey('/api/metrics')).status).toBe(200);
	const limited = await asKey('/api/metrics');
	expect(limited.status).toBe(429);
	expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
	expect((await server.fetch(`/api/api-keys/${made.apiKey.id}`, { method: 'DELETE' })).status).toBe(204);
	expect((await asKey('/api/metrics')).status).toBe(401);
});
