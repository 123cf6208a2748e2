import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSecrets } from './secrets.ts';

const secrets = createSecrets('the first secret of all');

test('any text comes back as it was, and never looks the same twice', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const stored = secrets.encrypt(text);
			expect(stored).toMatch(/^v1:[0-9a-f]{8}:[\w-]+$/);
			expect(secrets.decrypt(stored)).toBe(text);
			expect(secrets.encrypt(text)).not.toBe(stored);
		})
	);
});

test.each<[string, (stored: string) => string, RegExp]>([
	['another secret', () => createSecrets('some other secret').encrypt('x'), /another BIJOU_SECRET/],
	[
		'a changed byte',
		(stored) => stored.slice(0, -4) + (stored.endsWith('AAAA') ? 'BBBB' : 'AAAA'),
		/was changed/
	],
	['a cut value', (stored) => stored.slice(0, 20), /cut short/],
	['a plain value', () => 'hunter2', /known format/],
	['another version', (stored) => stored.replace('v1', 'v9'), /known format/]
])('%s is told, not guessed at', (_, damage, message) => {
	const stored = secrets.encrypt('hunter2 and more of it');
	expect(() => secrets.decrypt(damage(stored))).toThrow(message);
});

test('a new secret reads what the old one sealed, and renews it', () => {
	const stored = createSecrets('the old secret value').encrypt('hunter2');
	const both = createSecrets('the new secret value', ['the old secret value']);
	expect(both.isStale(stored)).toBe(true);
	const renewed = both.renew(stored);
	expect([both.isStale(renewed), both.renew(renewed)]).toEqual([false, renewed]);
	const alone = createSecrets('the new secret value');
	expect(alone.decrypt(renewed)).toBe('hunter2');
	expect(() => alone.renew(stored)).toThrow(/another BIJOU_SECRET/);
});
