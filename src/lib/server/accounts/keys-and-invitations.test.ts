import { expect, test } from 'vitest';
import type { Actor } from '#core/access/permissions.ts';
import { openAccounts, password } from '../../../../tests/harness/accounts.ts';

async function house() {
	const home = await openAccounts();
	const ada = await home.accounts.setup.createAdmin({ username: 'ada', password });
	const asKey = (key: string) => home.accounts.authenticate(new Headers({ 'x-api-key': key }), '192.0.2.1');
	return { ...home, ada, asKey, [Symbol.asyncDispose]: home[Symbol.asyncDispose] };
}
const actor = (id: string): Actor => ({
	userId: id,
	kind: 'user',
	name: 'Ada',
	role: 'admin',
	permissions: new Set()
});

test('a key is shown once, opens its scopes and nothing else, and closes when removed', async () => {
	await using home = await house();
	const { keys } = home.accounts;
	const { key, view } = keys.create(home.ada.id, { name: 'Sonarr', scopes: ['search.use', 'library.read'] });
	expect(key).toMatch(/^bijou_[\w-]{43}$/);
	expect(JSON.stringify(keys.list())).not.toContain(key);
	expect([...(await home.asKey(key))!.permissions].sort()).toEqual(['library.read', 'search.use']);
	expect(keys.list()[0]!.lastUsedAt).not.toBeNull();
	keys.remove(view.id);
	expect(await home.asKey(key)).toBeUndefined();
	expect(await home.asKey('bijou_nonsense')).toBeUndefined();
});

test('a key never opens more than its owner may, and nothing once the owner is gone', async () => {
	await using home = await house();
	const { keys, people } = home.accounts;
	const ben = await people.add({ username: 'ben', password, role: 'member' });
	const { key } = keys.create(ben.id, { name: 'greedy', scopes: ['users.manage', 'search.use'] });
	expect([...(await home.asKey(key))!.permissions]).toEqual(['search.use']);
	people.change(ben.id, { role: 'guest' });
	expect([...(await home.asKey(key))!.permissions]).toEqual([]);
	people.change(ben.id, { disabled: true });
	expect(await home.asKey(key)).toBeUndefined();
	people.remove(ben.id);
	expect(keys.list()).toEqual([]);
});

test('a key ends when its time is over, and waits when it asks too often', async () => {
	await using home = await house();
	const { keys } = home.accounts;
	const expiresAt = Date.now() + 60_000;
	const { key } = keys.create(home.ada.id, { name: 'short', perMinute: 3, expiresAt });
	for (let n = 0; n < 3; n++) expect(await home.asKey(key)).toBeDefined();
	await expect(home.asKey(key)).rejects.toMatchObject({ status: 429, details: { retryAfter: 20 } });
	home.clock.ahead = 30_000;
	expect(await home.asKey(key)).toBeDefined();
	home.clock.ahead = 61_000;
	expect(await home.asKey(key)).toBeUndefined();
	expect(() => keys.create(home.ada.id, { name: 'late', expiresAt: 5 })).toThrow('expire in the past');
});

test('a key that makes another key hands on no more than it has', async () => {
	await using home = await house();
	const { keys, acting } = home.accounts;
	const first = keys.create(home.ada.id, { name: 'first', scopes: ['users.manage', 'library.read'] });
	const asked = (await home.asKey(first.key))!;
	const second = acting({ actor: asked, ip: '192.0.2.1' }, () => keys.create(home.ada.id, { name: 'all' }));
	expect([...(await home.asKey(second.key))!.permissions].sort()).toEqual(['library.read', 'users.manage']);
	const third = acting({ actor: asked, ip: '192.0.2.1' }, () =>
		keys.create(home.ada.id, { name: 'more', scopes: ['settings.manage', 'library.read'] })
	);
	expect([...(await home.asKey(third.key))!.permissions]).toEqual(['library.read']);
});

test('a key without power over people makes and removes no keys', async () => {
	await using home = await house();
	const { keys, acting } = home.accounts;
	const { key, view } = keys.create(home.ada.id, { name: 'metrics', scopes: ['metrics'] });
	const who = { actor: (await home.asKey(key))!, ip: '192.0.2.1' };
	const refused = expect.objectContaining({ status: 403 });
	expect(() => acting(who, () => keys.create(home.ada.id, { name: 'more' }))).toThrow(refused);
	expect(() => acting(who, () => keys.remove(view.id))).toThrow(refused);
});

test('nobody removes a key of somebody else by naming it', async () => {
	await using home = await house();
	const ben = await home.accounts.people.add({ username: 'ben', password });
	const { view } = home.accounts.keys.create(home.ada.id, { name: 'mine' });
	expect(() => home.accounts.keys.remove(view.id, ben.id)).toThrow(expect.objectContaining({ status: 404 }));
	expect(home.accounts.keys.list(ben.id)).toEqual([]);
});

test('an invitation brings in as many people as it says, in the role it says', async () => {
	await using home = await house();
	const { invitations } = home.accounts;
	const { token } = invitations.create(actor(home.ada.id), { role: 'guest', maxUses: 2, note: 'cousins' });
	expect(invitations.look(token)).toEqual({ role: 'guest', note: 'cousins' });
	expect(await invitations.accept(token, { username: 'ben', password, role: 'admin' })).toMatchObject({
		role: 'guest'
	});
	await expect(invitations.accept(token, { username: 'ben', password })).rejects.toMatchObject({
		status: 409
	});
	const both = await Promise.allSettled(
		['cem', 'dua'].map((username) => invitations.accept(token, { username, password }))
	);
	expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	expect(invitations.look(token)).toBeUndefined();
	expect(invitations.list()).toMatchObject([{ uses: 2, state: 'used', createdBy: 'ada' }]);
	expect(JSON.stringify(invitations.list())).not.toContain(token);
});

test('an invitation ends by time or by hand', async () => {
	await using home = await house();
	const { invitations } = home.accounts;
	const first = invitations.create(actor(home.ada.id), { role: 'member' });
	const second = invitations.create(actor(home.ada.id), { role: 'member' });
	invitations.remove(second.view.id);
	await expect(invitations.accept(second.token, { username: 'ben', password })).rejects.toMatchObject({
		status: 410,
		code: 'invitation_gone'
	});
	home.clock.ahead = 8 * 24 * 3600_000;
	expect(invitations.look(first.token)).toBeUndefined();
	expect(invitations.list()).toMatchObject([{ state: 'expired' }]);
});

test('the audit log tells who did what from where, in pages and by filter', async () => {
	await using home = await house();
	const { audit, acting, people, keys } = home.accounts;
	acting({ actor: actor(home.ada.id), ip: '192.0.2.5' }, () => {
		keys.create(home.ada.id, { name: '100% mine' });
		home.settings.update('sign-in', { auditDays: 30 });
	});
	await acting({ actor: actor(home.ada.id), ip: '192.0.2.5' }, () =>
		people.add({ username: 'ben', password })
	);
	expect(audit.list({ actorId: home.ada.id }).items.map(({ action }) => action)).toEqual([
		'person.added',
		'settings.changed',
		'key.created',
		'setup.admin-created'
	]);
	expect(audit.list({ action: 'settings.changed' }).items[0]).toMatchObject({
		actorName: 'Ada',
		ip: '192.0.2.5',
		target: 'sign-in'
	});
	expect(audit.list({ action: 'person' }).total).toBe(1);
	expect(audit.list({ text: '100% m' }).total).toBe(1);
	expect(audit.list({ text: '%' }).total).toBe(1);
	const first = audit.list({ limit: 3 });
	expect(first).toMatchObject({ total: 4 });
	expect(audit.list({ limit: 3, cursor: first.next }).items.map(({ action }) => action)).toEqual([
		'setup.admin-created'
	]);
	expect(() => audit.list({ cursor: 'nonsense' })).toThrow(expect.objectContaining({ status: 400 }));
});

test('the tidy task forgets what is past its time', async () => {
	await using home = await house();
	home.clock.ahead = 400 * 24 * 3600_000;
	const task = home.accounts.tasks!.find(({ id }) => id === 'accounts.tidy')!;
	const said = await task.run({
		signal: new AbortController().signal,
		progress: () => undefined,
		log: {} as never
	});
	expect(said).toMatchObject({ values: { sessions: 0, entries: 1 } });
	expect(home.accounts.audit.list({}).total).toBe(0);
});
