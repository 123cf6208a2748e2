import { expect, test } from 'vitest';
import { createSignedLinks } from './signed-links.ts';

const target = { indexerId: 3, link: 'https://site.test/dl?passkey=s3cret', title: 'Harbour 1999' };
const day = 86_400_000;

test('a link hides its target, stays the same for a while, and opens with our secret only', () => {
	const links = createSignedLinks({ secret: 'one' });
	const token = links.sign(target);
	expect(links.sign(target)).toBe(token);
	expect(Buffer.from(token, 'base64url').toString('latin1')).not.toContain('s3cret');
	expect(links.open(token)).toEqual(target);
	for (const wrong of ['', 'x', `${token.slice(0, -2)}AA`, `A${token.slice(1)}`])
		expect(() => links.open(wrong)).toThrow('no such link');
	expect(() => createSignedLinks({ secret: 'two' }).open(token)).toThrow('no such link');
});

test('it lasts for weeks, not for ever', () => {
	let now = 0;
	const links = createSignedLinks({ secret: 'one', now: () => now });
	const token = links.sign(target);
	now = 30 * day;
	expect(links.open(token)).toEqual(target);
	now = 50 * day;
	expect(() => links.open(token)).toThrow('no such link');
});
