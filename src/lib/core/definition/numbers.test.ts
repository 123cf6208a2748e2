import { expect, test } from 'vitest';
import { parseDecimal, parseId, parseInteger, parseSize } from './numbers.ts';

test.each([
	['1.5 GB', 1.5 * 1024 ** 3],
	['1,5 GiB', 1.5 * 1024 ** 3],
	['1.018,29 MB', Math.trunc(1018.29 * 1024 ** 2)],
	['1 023 kB', 1023 * 1024],
	['2TB', 2 * 1024 ** 4],
	['123456', 123456],
	['none', 0],
	['', 0]
])('size %j', (text, wanted) => expect(parseSize(text)).toBe(wanted));

test.each([
	['1,234', 1234],
	['1.234.567', 1234567],
	['1,234.00', 1234],
	['12 (3)', 123],
	['-', 0]
])('whole number %j', (text, wanted) => expect(parseInteger(text)).toBe(wanted));
test('mixed separators are refused', () => expect(() => parseInteger('1.234,5')).toThrow());

test('ids and decimals', () => {
	expect(parseId('https://imdb.test/title/tt0133093/?ref=1')).toBe(133093);
	expect(parseId('none')).toBe(0);
	expect([parseDecimal('0,5'), parseDecimal('free'), parseDecimal('x1.25'), parseDecimal('.')]).toEqual([
		0.5, 0, 1.25, 0
	]);
});
