import { createOTP } from '@better-auth/utils/otp';
import { expect, test } from 'vitest';
import { createVisitor, openAccounts, password } from '../../../../tests/harness/accounts.ts';

const ada = { username: 'Ada', password };

async function house() {
	const home = await openAccounts();
	const person = await home.accounts.setup.createAdmin({ ...ada, name: 'Ada L.' });
	return { ...home, person, [Symbol.asyncDispose]: home[Symbol.asyncDispose] };
}

test('the first account is an admin who comes in by name, whatever its case, and password', async () => {
	await using home = await house();
	const browser = createVisitor();
	const signedIn = browser.keep(
		await home.accounts.signIns.withPassword(browser.visit, { ...ada, username: ' aDA ' })
	);
	expect(signedIn).toMatchObject({ outcome: 'signed-in', userId: home.person.id });
	const actor = await home.accounts.authenticate(browser.headers, browser.ip);
	expect(actor).toMatchObject({ kind: 'user', name: 'Ada L.', role: 'admin' });
	expect(actor!.permissions.has('users.manage')).toBe(true);
});

test('a cookie of somebody else, a broken one and none at all open nothing', async () => {
	await using home = await house();
	const { authenticate } = home.accounts;
	expect(await authenticate(new Headers(), '192.0.2.1')).toBeUndefined();
	const forged = new Headers({ cookie: 'bijou.session_token=abc.def' });
	expect(await authenticate(forged, '192.0.2.1')).toBeUndefined();
});

test('cookies are secure and live long behind TLS, and plain on a home network', async () => {
	await using home = await house();
	for (const [origin, secure] of [
		['https://bijou.test', true],
		['http://bijou.test', false]
	] as const) {
		const { cookies } = await home.accounts.signIns.withPassword(createVisitor({ origin }).visit, ada);
		const session = cookies.find(({ name }) => name === 'bijou.session_token')!;
		expect(session.options).toMatchObject({ secure, httpOnly: true, sameSite: 'lax', maxAge: 34_560_000 });
	}
});

test('a wrong password and an unknown name get the same answer', async () => {
	await using home = await house();
	const { signIns } = home.accounts;
	const message = 'The user name or the password is not right.';
	for (const given of [
		{ username: 'ada', password: 'not this one' },
		{ username: 'nobody', password }
	])
		await expect(signIns.withPassword(createVisitor().visit, given)).rejects.toMatchObject({
			status: 401,
			message
		});
});

test('repeated failures lock the account for everyone, longer each time, and time opens it again', async () => {
	await using home = await house();
	const { signIns, audit } = home.accounts;
	const wrong = { ...ada, password: 'not this one' };
	for (let n = 0; n < 5; n++) {
		const browser = createVisitor({ ip: `192.0.2.${n}` });
		await expect(signIns.withPassword(browser.visit, wrong)).rejects.toMatchObject({ status: 401 });
	}
	const locked = { status: 429, code: 'locked_out', details: { retryAfter: 30 } };
	const other = createVisitor({ ip: '198.51.100.7' });
	await expect(signIns.withPassword(other.visit, ada)).rejects.toMatchObject(locked);
	home.clock.ahead = 31_000;
	await expect(signIns.withPassword(other.visit, wrong)).rejects.toMatchObject({ status: 401 });
	home.clock.ahead = 31_000 + 31_000;
	await expect(signIns.withPassword(other.visit, ada)).rejects.toMatchObject({ status: 429 });
	home.clock.ahead = 31_000 + 62_000;
	expect(await signIns.withPassword(other.visit, ada)).toMatchObject({ outcome: 'signed-in' });
	expect(audit.list({ action: 'session.locked-out' }).total).toBe(2);
	expect(audit.list({ action: 'session.refused' }).total).toBe(6);
	expect(audit.list({ action: 'session.signed-in' }).items[0]).toMatchObject({
		actorName: 'Ada L.',
		ip: other.ip
	});
});

test('many tries at once cannot slip past the lock together', async () => {
	await using home = await house();
	const tries = Array.from({ length: 30 }, (_, n) =>
		home.accounts.signIns
			.withPassword(createVisitor({ ip: `192.0.2.${n}` }).visit, { ...ada, password: `guess ${n}` })
			.catch((error: { status: number }) => error.status)
	);
	const statuses = await Promise.all(tries);
	expect(statuses.filter((status) => status === 401)).toHaveLength(5);
	expect(statuses.filter((status) => status === 429)).toHaveLength(25);
});

test('an address that tries many names is locked, and no header talks it out of that', async () => {
	await using home = await house();
	const attempt = (n: number) => {
		const browser = createVisitor({ ip: '203.0.113.9' });
		const headers = { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${n}` };
		const forged = { ...headers, 'x-bijou-client-address': `10.0.1.${n}`, 'x-real-ip': `10.0.2.${n}` };
		const body = JSON.stringify({ username: `name${n}`, password: 'whatever it is' });
		const init = { method: 'POST', headers: { ...forged, origin: 'http://bijou.test' }, body };
		return home.accounts.auth.handle(browser.request('/api/auth/sign-in/username', init), browser.ip);
	};
	const statuses = [];
	for (let n = 0; n < 22; n++) statuses.push((await attempt(n)).status);
	expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401));
	expect(statuses.slice(20)).toEqual([429, 429]);
});

test('the doors of better-auth that would go round our own are shut', async () => {
	await using home = await house();
	const browser = createVisitor();
	const { cookies } = await home.accounts.signIns.withPassword(browser.visit, ada);
	browser.keepAll(cookies);
	for (const path of [
		'sign-up/email',
		'update-user',
		'change-password',
		'delete-user',
		'revoke-sessions',
		'list-sessions'
	]) {
		const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
		const asked = home.accounts.auth.handle(browser.request(`/api/auth/${path}`, init), browser.ip);
		await expect(asked).rejects.toMatchObject({ status: 404 });
	}
});

test('a sign-in that another site sends is refused', async () => {
	await using home = await house();
	const browser = createVisitor();
	browser.keep(await home.accounts.signIns.withPassword(browser.visit, ada));
	const headers = { 'content-type': 'application/json', origin: 'https://evil.example' };
	const init = { method: 'POST', headers, body: JSON.stringify(ada) };
	const answer = await home.accounts.auth.handle(
		browser.request('/api/auth/sign-in/username', init),
		browser.ip
	);
	expect(answer.status).toBe(403);
});

test('signing out ends the session at once, not only the cookie', async () => {
	await using home = await house();
	const browser = createVisitor();
	browser.keep(await home.accounts.signIns.withPassword(browser.visit, ada));
	const kept = new Headers(browser.headers);
	expect(await home.accounts.authenticate(kept, browser.ip)).toBeDefined();
	browser.keep(await home.accounts.signIns.signOut(browser.visit));
	expect(browser.headers.get('cookie')).toBe('');
	expect(await home.accounts.authenticate(kept, browser.ip)).toBeUndefined();
});

test('sessions are listed, ended one by one, and ended everywhere', async () => {
	await using home = await house();
	const { accounts } = home;
	const [desk, sofa, tablet] = ['192.0.2.1', '192.0.2.2', '192.0.2.3'].map((ip) => createVisitor({ ip }));
	for (const browser of [desk!, sofa!, tablet!])
		browser.keep(await accounts.signIns.withPassword(browser.visit, ada));
	const actor = (await accounts.authenticate(desk!.headers, desk!.ip))!;
	const listed = accounts.sessions.list(actor);
	expect(listed.map(({ ip }) => ip).sort()).toEqual(['192.0.2.1', '192.0.2.2', '192.0.2.3']);
	expect(listed.filter(({ current }) => current).map(({ ip }) => ip)).toEqual(['192.0.2.1']);
	expect(listed[0]!.userAgent).toBe('test browser');

	expect(await accounts.authenticate(sofa!.headers, sofa!.ip)).toBeDefined();
	accounts.sessions.end(actor, listed.find(({ ip }) => ip === '192.0.2.2')!.id);
	expect(await accounts.authenticate(sofa!.headers, sofa!.ip)).toBeUndefined();
	accounts.sessions.endAll(actor.userId, actor.sessionId);
	expect(await accounts.authenticate(tablet!.headers, tablet!.ip)).toBeUndefined();
	expect(await accounts.authenticate(desk!.headers, desk!.ip)).toBeDefined();
	accounts.sessions.endAll(actor.userId);
	expect(await accounts.authenticate(desk!.headers, desk!.ip)).toBeUndefined();
});

test('several people share a device and switch without their passwords', async () => {
	await using home = await house();
	const { signIns, people, authenticate } = home.accounts;
	const ben = await people.add({ username: 'ben', password, role: 'guest' });
	const tv = createVisitor();
	tv.keep(await signIns.withPassword(tv.visit, ada));
	tv.keep(await signIns.withPassword(tv.visit, { username: 'ben', password }));
	expect((await authenticate(tv.headers, tv.ip))?.userId).toBe(ben.id);
	const names = (await signIns.profiles(tv.visit)).map(({ name, active }) => [name, active]);
	expect(names.sort()).toEqual([
		['Ada L.', false],
		['ben', true]
	]);

	tv.keepAll(await signIns.switchTo(tv.visit, home.person.id));
	expect((await authenticate(tv.headers, tv.ip))?.role).toBe('admin');
	const stranger = createVisitor();
	await expect(signIns.switchTo(stranger.visit, home.person.id)).rejects.toMatchObject({ status: 404 });

	expect(tv.keep(await signIns.leave(tv.visit, home.person.id)).left).toBe(1);
	expect((await authenticate(tv.headers, tv.ip))?.userId).toBe(ben.id);
});

async function enrolled(home: Awaited<ReturnType<typeof house>>) {
	const browser = createVisitor();
	const { signIns, authenticate } = home.accounts;
	browser.keep(await signIns.withPassword(browser.visit, ada));
	const actor = (await authenticate(browser.headers, browser.ip))!;
	const enrolment = await signIns.startTwoFactor(browser.visit, actor, password);
	const secret = Buffer.from(fromBase32(enrolment.secret)).toString();
	const code = () => createOTP(secret, { digits: 6, period: 30 }).totp();
	browser.keepAll(await signIns.confirmTwoFactor(browser.visit, actor, await code()));
	return { browser, enrolment, code, actor };
}

function fromBase32(text: string): Uint8Array {
	const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
	const bits = [...text.replace(/=+$/, '')]
		.map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0'))
		.join('');
	return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2));
}

test('with an authenticator the password alone opens nothing; a right code does', async () => {
	await using home = await house();
	const { enrolment, code, browser } = await enrolled(home);
	expect(enrolment.uri).toContain('otpauth://totp/Bijou%3AAda%20L.?secret=');
	expect(await home.accounts.authenticate(browser.headers, browser.ip)).toBeDefined();

	const { signIns, authenticate, audit } = home.accounts;
	const other = createVisitor({ ip: '192.0.2.77' });
	expect(other.keep(await signIns.withPassword(other.visit, ada))).toMatchObject({
		outcome: 'second-factor'
	});
	expect(await authenticate(other.headers, other.ip)).toBeUndefined();
	const before = audit.list({ action: 'session.signed-in' }).total;
	await expect(signIns.withCode(other.visit, { code: '000000' })).rejects.toMatchObject({ status: 401 });
	other.keep(await signIns.withCode(other.visit, { code: await code() }));
	expect((await authenticate(other.headers, other.ip))?.name).toBe('Ada L.');
	expect(audit.list({ action: 'session.signed-in' }).total).toBe(before + 1);
});

test('a recovery code works once', async () => {
	await using home = await house();
	const { enrolment } = await enrolled(home);
	expect(enrolment.recoveryCodes).toHaveLength(10);
	const { signIns } = home.accounts;
	const code = enrolment.recoveryCodes[3]!;
	for (const outcome of ['signed-in', 'refused']) {
		const browser = createVisitor();
		browser.keep(await signIns.withPassword(browser.visit, ada));
		const answer = await signIns.withCode(browser.visit, { code }).catch(() => ({ outcome: 'refused' }));
		expect(answer.outcome).toBe(outcome);
	}
});

test('the second factor goes with the password, and an admin can take it off', async () => {
	await using home = await house();
	const { browser, actor } = await enrolled(home);
	const { signIns, people } = home.accounts;
	await expect(signIns.stopTwoFactor(browser.visit, actor, 'not this one')).rejects.toMatchObject({
		status: 400
	});
	expect(people.get(home.person.id).twoFactor).toBe(true);
	people.removeTwoFactor(home.person.id);
	expect(await signIns.withPassword(createVisitor().visit, ada)).toMatchObject({ outcome: 'signed-in' });
});

test('guessing the password in an open session is locked too', async () => {
	await using home = await house();
	const { signIns, authenticate, acting, audit } = home.accounts;
	const browser = createVisitor();
	browser.keep(await signIns.withPassword(browser.visit, ada));
	const actor = (await authenticate(browser.headers, browser.ip))!;
	const guess = (given: string) =>
		acting({ actor, ip: browser.ip }, () => signIns.startTwoFactor(browser.visit, actor, given));
	for (let n = 0; n < 5; n++) await expect(guess(`guess ${n}`)).rejects.toMatchObject({ status: 400 });
	await expect(guess(password)).rejects.toMatchObject({ status: 429 });
	expect(audit.list({ action: 'session.locked-out' }).items).toMatchObject([{ target: 'Ada L.' }]);
});
