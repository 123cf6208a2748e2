import { expect, test } from 'vitest';
import { createVisitor, openAccounts, password } from '../../../../tests/harness/accounts.ts';

const admin = { username: 'ada', password };

test('of two who set the house up at once, one wins', async () => {
	await using home = await openAccounts();
	expect(home.accounts.needsSetup()).toBe(true);
	const tries = await Promise.allSettled(
		['ada', 'ben', 'cem'].map((username) => home.accounts.setup.createAdmin({ username, password }))
	);
	expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
	const refused = tries.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
	expect(refused.reason).toMatchObject({ status: 409, code: 'setup_finished' });
	expect(home.accounts.people.list()).toHaveLength(1);
	expect(home.accounts.needsSetup()).toBe(false);
});

test('a weak password or a bad name is refused with the field it belongs to', async () => {
	await using home = await openAccounts();
	const { setup } = home.accounts;
	const weak = setup.createAdmin({ username: 'ada', password: 'password1' });
	await expect(weak).rejects.toMatchObject({ status: 400, details: [{ path: 'password' }] });
	const odd = setup.createAdmin({ username: 'a b', password });
	await expect(odd).rejects.toMatchObject({ status: 400, details: [{ path: 'username' }] });
	expect(home.accounts.needsSetup()).toBe(true);
});

test('an unattended start makes the admin and the key, and a second start changes nothing', async () => {
	const initAdmin = { user: 'root', password };
	const initApiKey = 'a-key-chosen-by-the-operator';
	await using home = await openAccounts({ initAdmin, initApiKey });
	expect(home.accounts.people.list()).toMatchObject([{ username: 'root', role: 'admin' }]);
	const actor = await home.accounts.authenticate(new Headers({ 'x-api-key': initApiKey }), '192.0.2.1');
	expect(actor).toMatchObject({ kind: 'key', role: 'admin' });
	expect(actor!.permissions.has('system.manage')).toBe(true);

	home.accounts.people.change(actor!.userId, { name: 'Renamed' });
	await home.accounts.start?.(new AbortController().signal);
	expect(home.accounts.people.list()).toMatchObject([{ username: 'root', name: 'Renamed' }]);
	expect(home.accounts.keys.list()).toHaveLength(1);
});

test('an unattended start takes the password it is given, however poor', async () => {
	await using home = await openAccounts({ initAdmin: { user: 'root', password: 'password1' } });
	const given = { username: 'root', password: 'password1' };
	const answer = await home.accounts.signIns.withPassword(createVisitor().visit, given);
	expect(answer.outcome).toBe('signed-in');
});

test('INIT_API_KEY without an admin waits for the one whom the wizard makes', async () => {
	const initApiKey = 'a-key-chosen-by-the-operator';
	await using home = await openAccounts({ initApiKey });
	const headers = new Headers({ 'x-api-key': initApiKey });
	expect(await home.accounts.authenticate(headers, '192.0.2.1')).toBeUndefined();
	const { id } = await home.accounts.setup.createAdmin(admin);
	expect(await home.accounts.authenticate(headers, '192.0.2.1')).toMatchObject({ userId: id });
});

test('the last admin cannot be demoted, switched off or removed', async () => {
	await using home = await openAccounts();
	const { people, setup } = home.accounts;
	const { id } = await setup.createAdmin(admin);
	const last = { status: 409, message: 'This is the last admin. Make somebody else an admin first.' };
	expect(() => people.change(id, { role: 'member' })).toThrow(expect.objectContaining(last));
	expect(() => people.change(id, { disabled: true })).toThrow(expect.objectContaining(last));
	expect(() => people.remove(id)).toThrow(expect.objectContaining(last));

	const second = await people.add({ username: 'ben', password, role: 'admin' });
	people.change(second.id, { disabled: true });
	expect(() => people.remove(id)).toThrow(expect.objectContaining(last));
	people.change(second.id, { disabled: false });
	expect(people.change(id, { role: 'guest' }).role).toBe('guest');
	expect(() => people.remove(second.id)).toThrow(expect.objectContaining(last));
});

test('a new role counts from the next request on, and who is switched off is out at once', async () => {
	await using home = await openAccounts();
	const { people, setup, signIns, authenticate } = home.accounts;
	await setup.createAdmin(admin);
	const ben = await people.add({ username: 'ben', password });
	const browser = createVisitor();
	browser.keep(await signIns.withPassword(browser.visit, { username: 'ben', password }));
	const may = async () => (await authenticate(browser.headers, browser.ip))?.permissions.has('search.use');
	expect(await may()).toBe(true);
	people.change(ben.id, { role: 'guest' });
	expect(await may()).toBe(false);
	people.change(ben.id, { disabled: true });
	expect(await may()).toBeUndefined();
	const back = signIns.withPassword(createVisitor().visit, { username: 'ben', password });
	await expect(back).rejects.toMatchObject({ status: 403, message: 'This account is switched off.' });
});

test('names are unique whatever their case', async () => {
	await using home = await openAccounts();
	await home.accounts.setup.createAdmin(admin);
	const twin = home.accounts.people.add({ username: 'ADA', password });
	await expect(twin).rejects.toMatchObject({ status: 409, message: 'The user name ADA is taken.' });
});

test('changing the password asks for the old one and ends the other sessions', async () => {
	await using home = await openAccounts();
	const { people, setup, signIns, authenticate } = home.accounts;
	const { id } = await setup.createAdmin(admin);
	const [here, there] = [createVisitor(), createVisitor()];
	for (const browser of [here, there]) browser.keep(await signIns.withPassword(browser.visit, admin));
	const { sessionId: keepSessionId } = (await authenticate(here.headers, here.ip))!;
	const next = 'a brighter lamp';
	const wrong = people.changePassword(id, { current: 'not this', next, keepSessionId });
	await expect(wrong).rejects.toMatchObject({ status: 400, details: [{ path: 'current' }] });
	await people.changePassword(id, { current: password, next, keepSessionId });
	expect(await authenticate(here.headers, here.ip)).toBeDefined();
	expect(await authenticate(there.headers, there.ip)).toBeUndefined();
	await expect(signIns.withPassword(createVisitor().visit, admin)).rejects.toMatchObject({ status: 401 });
	const again = await signIns.withPassword(createVisitor().visit, { username: 'ada', password: next });
	expect(again.outcome).toBe('signed-in');
});

test('guessing the old password in an open session is locked like guessing at the door', async () => {
	await using home = await openAccounts();
	const { people, setup, acting } = home.accounts;
	const { id } = await setup.createAdmin(admin);
	const guess = () =>
		acting({ ip: '192.0.2.1' }, () =>
			people.changePassword(id, { current: 'not this', next: 'a brighter lamp' })
		);
	for (let n = 0; n < 5; n++) await expect(guess()).rejects.toMatchObject({ status: 400 });
	await expect(guess()).rejects.toMatchObject({ status: 429 });
});

test('a reset password signs out everywhere and lifts the lock', async () => {
	await using home = await openAccounts();
	const { people, setup, signIns, authenticate } = home.accounts;
	const { id } = await setup.createAdmin(admin);
	const browser = createVisitor();
	browser.keep(await signIns.withPassword(browser.visit, admin));
	for (let n = 0; n < 5; n++)
		await signIns
			.withPassword(createVisitor().visit, { username: 'ada', password: 'no' })
			.catch(() => undefined);
	const next = 'a brighter lamp';
	await people.resetPassword(id, next);
	expect(await authenticate(browser.headers, browser.ip)).toBeUndefined();
	const answer = await signIns.withPassword(createVisitor().visit, { username: 'ada', password: next });
	expect(answer.outcome).toBe('signed-in');
});
