import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson, signIn } from '../harness/people.ts';
import { admin, startServer, type TestServer } from '../harness/server.ts';

let server: TestServer;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server[Symbol.asyncDispose]());

const send = async (method: string, path: string, body?: unknown) => {
	const answer = await server.fetch(path, {
		method,
		...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
	});
	expect([path, answer.ok]).toEqual([path, true]);
	return answer.status === 204 ? undefined : ((await answer.json()) as Record<string, unknown>);
};
const post = (path: string, fields: Record<string, string>, cookie: string) =>
	fetch(`${server.url}${path}`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: server.url, accept: 'text/html', cookie },
		body: new URLSearchParams(fields)
	});

test('what people do to the house and to each other is written down, once each, with who did it', async () => {
	await addPerson(server, 'mia', 'member');
	const { items } = (await send('GET', '/api/users')) as unknown as {
		items: { id: string; username: string }[];
	};
	const mia = items.find(({ username }) => username === 'mia')!;
	await send('PATCH', `/api/users/${mia.id}`, { role: 'guest' });
	const cookie = await signIn(server);
	expect((await post('/login?/password', { username: admin.user, password: 'wrong' }, '')).status).toBe(401);
	await post('/account?/password', { current: admin.password, password: 'a new velvet lamp' }, cookie);
	await send('PATCH', '/api/settings/general', { instanceName: 'Lindenhof' });
	const phone = { kind: 'ntfy', name: 'Phone', settings: { topic: 'house' } };
	const provider = await send('POST', '/api/providers/notification', phone);
	await send('PATCH', `/api/providers/notification/${provider!['id']}`, { settings: { topic: 'attic' } });
	await send('DELETE', `/api/providers/notification/${provider!['id']}`);
	const backup = await send('POST', '/api/system/backups');
	await send('DELETE', `/api/system/backups/${backup!['name']}`);
	const key = await send('POST', '/api/api-keys', { name: 'Sonarr', scopes: ['metrics'] });
	await send('DELETE', `/api/api-keys/${(key!['apiKey'] as unknown as { id: string }).id}`);
	const invitation = await send('POST', '/api/invitations', { role: 'guest' });
	expect(invitation).toBeDefined();
	await post('/logout', {}, cookie);
	await send('DELETE', `/api/users/${mia.id}`);

	const audit = (await send('GET', '/api/audit?limit=100')) as unknown as {
		items: { action: string; target: string | null; actorName: string }[];
	};
	const told = audit.items.map(({ action, target }) => [action, target].filter(Boolean).join(' '));
	for (const line of [
		'person.added mia',
		'person.changed mia',
		'session.signed-in ada',
		'session.refused ada',
		'settings.changed general',
		'provider.added Phone',
		'provider.changed Phone',
		'provider.removed Phone',
		`backup.made ${backup!['name']}`,
		`backup.removed ${backup!['name']}`,
		'key.created Sonarr',
		'key.removed Sonarr',
		'person.removed mia'
	])
		expect.soft(told.filter((entry) => entry === line)).toEqual([line]);
	for (const action of ['person.password-changed', 'invitation.created', 'session.signed-out'])
		expect.soft(audit.items.filter((entry) => entry.action === action).length, action).toBe(1);
	expect(audit.items.find(({ action }) => action === 'provider.added')?.actorName).toContain('ada');
});
