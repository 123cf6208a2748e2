import { expect, test } from 'vitest';
import { monthOf } from './month.ts';

test('a month stands in whole weeks from Monday', () => {
	const { days, from, until } = monthOf('2026-11');
	expect(from).toBe('2026-10-26');
	expect(until).toBe('2026-12-07');
	expect(days).toHaveLength(42);
	expect(new Date(`${from}T00:00:00Z`).getUTCDay()).toBe(1);
});

test('a February that begins on Monday takes four weeks, and the year turns', () => {
	expect(monthOf('2027-02').days).toHaveLength(28);
	expect(monthOf('2026-12').next).toBe('2027-01');
	expect(monthOf('2026-01').previous).toBe('2025-12');
});
