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

test('rotation rewrites every value, and the old ones stay readable until then', () => {
	const own = createSecrets('the old secret value');
	const rows = ['a', 'b'].map(own.encrypt);
	const straggler = own.encrypt('c');
	own.rotate('the new secret value', (reencrypt) => rows.forEach((row, i) => (rows[i] = reencrypt(row))));
	const fresh = createSecrets('the new secret value');
	expect(rows.map(fresh.decrypt)).toEqual(['a', 'b']);
	expect(own.decrypt(straggler)).toBe('c');
	expect([own.isStale(straggler), own.isStale(rows[0]!)]).toEqual([true, false]);
	expect(() => fresh.decrypt(straggler)).toThrow(/another BIJOU_SECRET/);
	expect(createSecrets('the new secret value', ['the old secret value']).decrypt(straggler)).toBe('c');
});

test('a rotation that fails half-way changes nothing', () => {
	const own = createSecrets('the old secret value');
	const before = own.keyId;
	expect(() =>
		own.rotate('the new secret value', () => {
			throw new Error('disk full');
		})
	).toThrow('disk full');
	expect(own.keyId).toBe(before);
});
