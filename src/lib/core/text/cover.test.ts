import { expect, test } from 'vitest';
import fc from 'fast-check';
import { contrast } from '../color/contrast.ts';
import { coverOf } from './cover.ts';

test('the same title always hangs the same cover, however it is written', () => {
	expect(coverOf('Night Train')).toEqual(coverOf('Night Train'));
	expect(coverOf(' night train ').from).toBe(coverOf('Night Train').from);
});

test('titles spread over the tones and the drawings', () => {
	const covers = Array.from({ length: 400 }, (_, index) => coverOf(`Film number ${index}`));
	expect(new Set(covers.map((cover) => cover.from)).size).toBeGreaterThan(15);
	expect(new Set(covers.map((cover) => cover.motif)).size).toBe(8);
});

test('every title can be read on its cover', () => {
	fc.assert(
		fc.property(fc.string(), (title) => {
			const { ink, from, to, titleSize } = coverOf(title);
			expect(contrast(ink, from)).toBeGreaterThanOrEqual(4.5);
			expect(contrast(ink, to)).toBeGreaterThanOrEqual(4.5);
			expect(titleSize).toBeGreaterThanOrEqual(6.5);
			expect(titleSize).toBeLessThanOrEqual(19);
		})
	);
});

test.each([
	['Up', 19],
	['The Extraordinarily Uncharacteristic', 9.4],
	['A Rather Long Title That Goes On and On Until the Poster Is Nearly Full of It', 7.1]
])('%s is set as large as it fits', (title, most) => {
	expect(coverOf(title).titleSize).toBeLessThanOrEqual(most);
});
