import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatBytes, parseBytes } from './bytes.ts';

test.each([
	['1.4 GB', 1_503_238_554],
	['700MiB', 734_003_200],
	['1,5 KiB', 1536],
	['512', 512],
	['12 bytes', 12]
])('%s is %i bytes', (text, bytes) => {
	expect(parseBytes(text)).toBe(bytes);
});

test.each(['', 'big', '1.2.3 GB', '-4 MB', '4 XB'])('%j is no size', (text) => {
	expect(parseBytes(text)).toBeUndefined();
});

test.each([
	[0, '0 B'],
	[999, '999 B'],
	[1536, '1.5 kB'],
	[1_000_000, '1 MB'],
	[157_286_400, '157 MB'],
	[82_900_000_000, '82.9 GB']
])('%i bytes read %s', (bytes, text) => {
	expect(formatBytes(bytes)).toBe(text);
});

test('any size is written with at most one digit behind the point, and within a twentieth', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (bytes) => {
			const [number = '', unit = ''] = formatBytes(bytes).split(' ');
			expect(number).toMatch(/^\d{1,4}(\.\d)?$/);
			const read = Number(number) * 1000 ** ['B', 'kB', 'MB', 'GB', 'TB', 'PB'].indexOf(unit);
			expect(Math.abs(read - bytes)).toBeLessThanOrEqual(bytes / 20);
		})
	);
});
