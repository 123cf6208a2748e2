import type { Role } from '#core/access/permissions.ts';
import { admin, type TestServer } from './server.ts';

/** Cookies of a signed-in browser. */
export async function signIn(server: TestServer, person = admin): Promise<string> {
	const answer = await fetch(`${server.url}/api/auth/sign-in/username`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin: server.url },
		body: JSON.stringify({ username: person.user, password: person.password })
	});
	if (!answer.ok) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
	const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
	return cookies.join('; ');
}

export async function addPerson(server: TestServer, user: string, role: Role): Promise<string> {
	const password = `${user} likes long films`;
	await server.json('/api/users', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ username: user, password, role })
	});
	return signIn(server, { user, password });
}
