import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from './duration.ts';

test.each([
	['90s', 90_000],
	['1h 30m', 5_400_000],
	['1h30m', 5_400_000],
	['2d', 172_800_000],
	['1.5h', 5_400_000],
	['250ms', 250],
	[' 1W ', 604_800_000]
])('%s is %i ms', (text, ms) => {
	expect(parseDuration(text)).toBe(ms);
});

test.each(['', 'soon', '5', '5 minutes', '-5m', '1h x', 'h'])('%j is no span', (text) => {
	expect(parseDuration(text)).toBeUndefined();
});

test.each([
	[0, '0ms'],
	[999, '999ms'],
	[61_000, '1m 1s'],
	[3_600_000, '1h'],
	[90_061_000, '1d 1h']
])('%i ms reads %s', (ms, text) => {
	expect(formatDuration(ms)).toBe(text);
});

test('what is written can be read, and loses less than the second unit', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 10 ** 11 }), (ms) => {
			const read = parseDuration(formatDuration(ms))!;
			expect(read).toBeLessThanOrEqual(ms);
			expect(ms - read).toBeLessThan(Math.max(1_000, ms / 20));
		})
	);
});
