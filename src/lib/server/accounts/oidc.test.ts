import { expect, test } from 'vitest';
import { startOidc } from '../../../../tests/fakes/oidc.ts';
import { createVisitor, openAccounts, password } from '../../../../tests/harness/accounts.ts';

async function house() {
	const provider = await startOidc();
	const home = await openAccounts();
	await home.accounts.setup.createAdmin({ username: 'ada', password });
	home.settings.update('sign-in', {
		oidcIssuer: provider.issuer,
		oidcClientId: 'bijou',
		oidcClientSecret: 's3cret/+ü',
		oidcName: 'Pocket ID'
	});
	/** A whole journey; returns where the browser ends. */
	const journey = async (browser = createVisitor()) => {
		const { url, cookies } = await home.accounts.signIns.withProvider(browser.visit, '/movies');
		browser.keepAll(cookies);
		const back = new URL(await provider.visit(url));
		const answer = await home.accounts.auth.handle(browser.request(back.pathname + back.search), browser.ip);
		browser.keepFrom(answer);
		const actor = await home.accounts.authenticate(browser.headers, browser.ip);
		return { location: answer.headers.get('location'), actor };
	};
	return {
		...home,
		provider,
		journey,
		async [Symbol.asyncDispose]() {
			await home[Symbol.asyncDispose]();
			await provider[Symbol.asyncDispose]();
		}
	};
}

test('somebody new comes in by the identity provider as a member, and is the same person next time', async () => {
	await using home = await house();
	home.provider.user = { sub: 'x1', preferred_username: 'ben@home.org', name: 'Ben' };
	const first = await home.journey();
	expect(first).toMatchObject({ location: '/movies', actor: { name: 'Ben', role: 'member' } });
	expect(home.accounts.people.list()).toMatchObject([{ username: 'ada' }, { username: 'ben' }]);
	home.provider.user = { ...home.provider.user, preferred_username: 'ben-renamed', name: 'Ben R.' };
	const second = await home.journey();
	expect(second.actor?.userId).toBe(first.actor?.userId);
	expect(home.accounts.people.list()).toHaveLength(2);
	const signedIn = home.accounts.audit.list({ action: 'session.signed-in' });
	expect(signedIn.items).toMatchObject([
		{ actorName: 'Ben', details: { method: 'identity provider' } },
		{ actorName: 'Ben' }
	]);
});

test('sharing the name or address of an account does not open it', async () => {
	await using home = await house();
	home.provider.user = { sub: 'x2', preferred_username: 'ada', email: 'ada@people.invalid' };
	const { actor } = await home.journey();
	expect(actor).toMatchObject({ role: 'member' });
	expect(home.accounts.people.list().map(({ username }) => username)).toEqual(['ada', 'ada-2']);
});

test('when newcomers are not wanted they are sent back to the door with a reason', async () => {
	await using home = await house();
	home.settings.update('sign-in', { oidcNewPeople: false });
	home.provider.user = { sub: 'x3', preferred_username: 'cem' };
	const { location, actor } = await home.journey();
	expect(location).toMatch(/^\/login\?.*error=signup_disabled/);
	expect(actor).toBeUndefined();
	expect(home.accounts.people.list()).toHaveLength(1);
	expect(home.accounts.audit.list({ action: 'session.refused' }).total).toBe(1);
});

test.each([
	['for another program', { aud: 'somebody-else' }],
	['from another issuer', { iss: 'https://evil.example' }],
	['that has expired', { exp: 1000 }],
	['about another person', { sub: 'other' }]
])('a token %s is refused', async (_, claims) => {
	await using home = await house();
	home.provider.user = { sub: 'x4', preferred_username: 'dua' };
	home.provider.claims = claims;
	const { location, actor } = await home.journey();
	expect(location).toContain('error=');
	expect(actor).toBeUndefined();
	expect(home.accounts.people.list()).toHaveLength(1);
});

test('a way back that another browser began is refused', async () => {
	await using home = await house();
	home.provider.user = { sub: 'x5', preferred_username: 'eve' };
	const { url } = await home.accounts.signIns.withProvider(createVisitor().visit, '/');
	const back = new URL(await home.provider.visit(url));
	const victim = createVisitor();
	const answer = await home.accounts.auth.handle(victim.request(back.pathname + back.search), victim.ip);
	expect(answer.headers.get('location')).toContain('error=');
	expect(answer.headers.getSetCookie().join()).not.toContain('session_token=ey');
	expect(home.accounts.people.list()).toHaveLength(1);
});

test('a provider that is away is named in the health check and in the answer', async () => {
	await using home = await house();
	await home.provider[Symbol.asyncDispose]();
	const check = home.accounts.checks!.find(({ name }) => name === 'sign-in')!;
	expect(await check.run()).toMatchObject({ state: 'degraded', action: { href: '/settings/sign-in' } });
	const asked = home.accounts.signIns.withProvider(createVisitor().visit, '/');
	await expect(asked).rejects.toMatchObject({ status: 502 });
	home.provider[Symbol.asyncDispose] = async () => undefined;
});
