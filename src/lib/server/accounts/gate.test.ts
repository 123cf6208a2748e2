import { expect, test } from 'vitest';
import { isForeign, setupGate } from './gate.ts';

test.each([
	['/', 'redirect'],
	['/login', 'redirect'],
	['/settings/general', 'redirect'],
	['/setup', 'pass'],
	['/setup/home', 'pass'],
	['/setups', 'redirect'],
	['/api/health', 'pass'],
	['/api/ready', 'pass'],
	['/api/health/more', 'refuse'],
	['/api/users', 'refuse'],
	['/api/auth/sign-in/username', 'refuse'],
	['/torznab/api', 'refuse'],
	['/_app/immutable/start.js', 'pass'],
	['/favicon.svg', 'pass']
])('before the set-up %s: %s', (path, fate) => {
	expect(setupGate(path)).toBe(fate);
});

const sent = (method: string, headers: Record<string, string>) => ({ method, headers: new Headers(headers) });

test.each([
	['a page view from a link', sent('GET', { 'sec-fetch-site': 'cross-site' }), false],
	[
		'our own form',
		sent('POST', { host: 'a:3000', origin: 'http://a:3000', 'sec-fetch-site': 'same-origin' }),
		false
	],
	['our own form, TLS ending at a proxy', sent('POST', { host: 'a', origin: 'https://a' }), false],
	[
		'a form of another site',
		sent('POST', { host: 'a', origin: 'https://evil', 'sec-fetch-site': 'cross-site' }),
		true
	],
	['another site without fetch metadata', sent('POST', { host: 'a', origin: 'http://evil' }), true],
	['a sandboxed frame', sent('POST', { host: 'a', origin: 'null' }), true],
	[
		'a neighbour on the same domain',
		sent('DELETE', { host: 'a.x', origin: 'http://b.x', 'sec-fetch-site': 'same-site' }),
		true
	],
	['another port of the same machine', sent('POST', { host: 'a:3000', origin: 'http://a:8080' }), true],
	['a program', sent('POST', { host: 'a' }), false],
	[
		'a program with a key, run in a browser',
		sent('POST', { host: 'a', origin: 'http://b', 'x-api-key': 'k' }),
		false
	]
])('%s', (_, request, foreign) => {
	expect(isForeign(request)).toBe(foreign);
});

test('with ORIGIN set only that host is ours, whatever Host says', () => {
	const request = sent('POST', { host: 'internal:3000', origin: 'https://bijou.example.org' });
	expect(isForeign(request, 'https://bijou.example.org')).toBe(false);
	expect(isForeign(sent('POST', { host: 'evil', origin: 'http://evil' }), 'https://bijou.example.org')).toBe(
		true
	);
});
