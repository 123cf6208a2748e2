import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reconnectDelay } from './reconnect.ts';

test('waits longer each time, within bounds', () => {
	expect(reconnectDelay(0, 1)).toBe(500);
	expect(reconnectDelay(3, 1)).toBe(4000);
	fc.assert(
		fc.property(fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
			const delay = reconnectDelay(attempt, random);
			expect(delay).toBeGreaterThanOrEqual(250);
			expect(delay).toBeLessThanOrEqual(30_000);
		})
	);
});
