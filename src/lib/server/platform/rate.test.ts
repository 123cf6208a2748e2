import { expect, test } from 'vitest';
import { createRate } from './rate.ts';

test('allows a burst, says how long to wait, and refills evenly', () => {
	let now = 0;
	const rate = createRate({ max: 3, perSeconds: 30, now: () => now });
	expect([1, 2, 3, 4].map(() => rate.take('a'))).toEqual([0, 0, 0, 10]);
	expect(rate.take('b')).toBe(0);
	now = 10_000;
	expect([rate.take('a'), rate.take('a')]).toEqual([0, 10]);
	rate.clear('a');
	expect(rate.take('a')).toBe(0);
});

test('forgets the keys used longest ago when there are too many', () => {
	const rate = createRate({ max: 1, perSeconds: 60, maxKeys: 2, now: () => 0 });
	for (const key of ['a', 'b', 'c']) rate.take(key);
	expect(rate.take('a')).toBe(0);
	expect(rate.take('c')).toBeGreaterThan(0);
});
