import { expect, test } from 'vitest';
import { contrast, oklch } from './contrast.ts';

test('black on white is the widest contrast there is', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
	expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('oklch gives the known corners of sRGB', () => {
	expect(oklch(0, 0, 0)).toBe('#000000');
	expect(oklch(1, 0, 0)).toBe('#ffffff');
	expect(oklch(0.62796, 0.25768, 29.234)).toBe('#ff0000');
	expect(oklch(0.45201, 0.31321, 264.052)).toBe('#0000ff');
});

test('colours no screen can show are clipped, not wrapped', () => {
	expect(oklch(0.9, 0.37, 140)).toMatch(/^#[0-9a-f]{6}$/);
});
