import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slug } from './slug.ts';

test.each([
	['Amélie & Løwe!', 'amelie-and-lowe'],
	["Ocean's Eleven", 'oceans-eleven'],
	['  --Weißes   Band--  ', 'weisses-band'],
	['千と千尋の神隠し', '千と千尋の神隠し'],
	['Œuvre: Vol. 2', 'oeuvre-vol-2'],
	['???', '']
])('%s -> %s', (text, expected) => {
	expect(slug(text)).toBe(expected);
});

test('a slug of a slug is itself, without spaces, capitals or slashes', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const once = slug(text);
			expect(slug(once)).toBe(once);
			expect(once).not.toMatch(/[\s/\\?#%A-Z]|^-|-$/);
		}),
		{ numRuns: 1_000 }
	);
});
