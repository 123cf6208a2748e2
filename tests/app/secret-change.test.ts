import { rmSync } from 'node:fs';
import { createOTP } from '@better-auth/utils/otp';
import { expect, test } from 'vitest';
import { signIn } from '../harness/people.ts';
import { admin, adminKey, startServer, temporaryFolder, type TestServer } from '../harness/server.ts';

const first = 'the secret of the first year';
const second = 'the secret of the second year';
const third = 'a secret nobody announced';

const post = (server: TestServer, path: string, fields: Record<string, string>, cookie = '') =>
	fetch(`${server.url}${path}`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: server.url, accept: 'text/html', cookie },
		body: new URLSearchParams(fields)
	});
const cookiesOf = (answer: Response) =>
	answer.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
const me = async (server: TestServer, cookie: string) =>
	(await fetch(`${server.url}/api/users/me`, { headers: { cookie } })).status;

function fromBase32(text: string): string {
	const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
	const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
	return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2))).toString();
}

/** Switches the second step on; answers how to make its codes, and a session. */
async function secondStep(server: TestServer) {
	const cookie = await signIn(server);
	const page = await (
		await post(server, '/account/security?/start', { password: admin.password }, cookie)
	).text();
	const secret = fromBase32(/secret=([A-Z2-7]+)/.exec(page)![1]!);
	const code = () => createOTP(secret, { digits: 6, period: 30 }).totp();
	const confirmed = await post(server, '/account/security?/confirm', { code: await code() }, cookie);
	expect(confirmed.status).toBe(200);
	return { code, cookie: cookiesOf(confirmed) || cookie };
}

async function signInWith(server: TestServer, code: () => Promise<string>): Promise<number> {
	const half = await post(server, '/login?/password', { username: admin.user, password: admin.password });
	expect(half.headers.get('location')).toContain('/login/code');
	const whole = await post(server, '/login/code', { code: await code() }, cookiesOf(half));
	return whole.status === 303 ? me(server, cookiesOf(whole)) : whole.status;
}

test('a new BIJOU_SECRET, announced with the old one, costs nobody a session, a second step or a stored secret', async () => {
	const dataDir = temporaryFolder();
	const start = (env: Record<string, string>) => startServer({ dataDir, env });
	const hookOf = async (server: TestServer) => {
		const test = await server.fetch('/api/providers/notification/test', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ id: 1, kind: 'ntfy', name: 'Phone', settings: { server: 'http://127.0.0.1:9' } })
		});
		return (await test.json()) as { message: string };
	};
	let held: Awaited<ReturnType<typeof secondStep>>;
	{
		await using server = await start({ BIJOU_SECRET: first });
		const draft = { kind: 'ntfy', name: 'Phone', settings: { topic: 'house', token: 'tk_secret' } };
		const body = JSON.stringify(draft);
		const headers = { 'content-type': 'application/json' };
		expect(
			(await server.fetch('/api/providers/notification', { method: 'POST', headers, body })).status
		).toBe(201);
		held = await secondStep(server);
		expect(await me(server, held.cookie)).toBe(200);
	}
	{
		await using server = await start({ BIJOU_SECRET: second, BIJOU_SECRET_PREVIOUS: first });
		expect(await me(server, held.cookie)).toBe(200);
	}
	{
		// From the next start on the old one is not needed any more.
		await using server = await start({ BIJOU_SECRET: second });
		expect(await me(server, held.cookie)).toBe(200);
		expect(await signInWith(server, held.code)).toBe(200);
		expect((await hookOf(server)).message).toMatch(/refused/);
		expect((await server.fetch('/api/users', { headers: { 'x-api-key': adminKey } })).status).toBe(200);
	}
	await expect(start({ BIJOU_SECRET: third })).rejects.toThrow('BIJOU_SECRET_PREVIOUS');
	rmSync(dataDir, { recursive: true });
});
