import { expect, test } from 'vitest';
import { createAuthenticator } from '../../../../tests/fakes/authenticator.ts';
import { createVisitor, openAccounts, password } from '../../../../tests/harness/accounts.ts';

const origin = 'https://bijou.test';

async function house() {
	const home = await openAccounts();
	const ada = await home.accounts.setup.createAdmin({ username: 'ada', password });
	const call = async (browser: ReturnType<typeof createVisitor>, path: string, body?: unknown) => {
		const headers = { 'content-type': 'application/json', origin };
		const init = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
		const answer = await home.accounts.auth.handle(
			browser.request(`/api/auth/passkey/${path}`, init),
			browser.ip
		);
		browser.keepFrom(answer);
		return { status: answer.status, body: await answer.json() };
	};
	const register = async (authenticator = createAuthenticator(origin)) => {
		const browser = createVisitor({ origin });
		browser.keep(await home.accounts.signIns.withPassword(browser.visit, { username: 'ada', password }));
		const { body: options } = await call(browser, 'generate-register-options?name=ada');
		const response = authenticator.create(options);
		return {
			authenticator,
			options,
			answer: await call(browser, 'verify-registration', { response, name: 'Phone' })
		};
	};
	return { ...home, ada, call, register, [Symbol.asyncDispose]: home[Symbol.asyncDispose] };
}

test('a passkey is made in a session and opens the house on another device', async () => {
	await using home = await house();
	const { authenticator, options, answer } = await home.register();
	expect(answer.status).toBe(200);
	expect(options).toMatchObject({ rp: { id: 'bijou.test', name: 'Bijou' }, user: { name: 'ada' } });
	expect(home.accounts.people.passkeys(home.ada.id)).toMatchObject([{ name: 'Phone' }]);

	const browser = createVisitor({ origin, ip: '192.0.2.9' });
	const { body: asked } = await home.call(browser, 'generate-authenticate-options');
	const signedIn = await home.call(browser, 'verify-authentication', { response: authenticator.get(asked) });
	expect(signedIn.status).toBe(200);
	expect(await home.accounts.authenticate(browser.headers, browser.ip)).toMatchObject({
		userId: home.ada.id
	});
	const [entry] = home.accounts.audit.list({ action: 'session.signed-in' }).items;
	expect(entry).toMatchObject({ actorName: 'ada', ip: '192.0.2.9', details: { method: 'passkey' } });
});

test('nobody makes a passkey without being signed in', async () => {
	await using home = await house();
	const asked = await home.call(createVisitor({ origin }), 'generate-register-options');
	expect(asked.status).toBe(401);
});

test('a signature for another site, another key and a challenge used twice open nothing', async () => {
	await using home = await house();
	const { authenticator } = await home.register();
	const enter = async (response: (asked: never) => unknown) => {
		const browser = createVisitor({ origin });
		const { body: asked } = await home.call(browser, 'generate-authenticate-options');
		return {
			browser,
			answer: await home.call(browser, 'verify-authentication', { response: response(asked as never) })
		};
	};
	const stranger = createAuthenticator(origin);
	expect((await enter((asked) => stranger.get(asked))).answer.status).toBe(401);
	const elsewhere = await enter((asked) =>
		authenticator.get({ ...(asked as object), rpId: 'evil.test' } as never)
	);
	expect(elsewhere.answer.status).toBeGreaterThanOrEqual(400);
	let used: unknown;
	const first = await enter((asked) => (used = authenticator.get(asked)));
	expect(first.answer.status).toBe(200);
	const again = await home.call(first.browser, 'verify-authentication', { response: used });
	expect(again.status).toBeGreaterThanOrEqual(400);
});

test('a passkey that was removed is a stranger, and only its owner removes it', async () => {
	await using home = await house();
	const { authenticator } = await home.register();
	const { people } = home.accounts;
	const ben = await people.add({ username: 'ben', password });
	const [passkey] = people.passkeys(home.ada.id);
	expect(() => people.removePasskey(ben.id, passkey!.id)).toThrow(expect.objectContaining({ status: 404 }));
	people.removePasskey(home.ada.id, passkey!.id);
	const browser = createVisitor({ origin });
	const { body: asked } = await home.call(browser, 'generate-authenticate-options');
	const answer = await home.call(browser, 'verify-authentication', { response: authenticator.get(asked) });
	expect(answer.status).toBe(401);
});
