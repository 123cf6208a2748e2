import { expect, test } from 'vitest';
import type { Comparison, Judged } from '#core/decision/judge.ts';
import { moves, sharedBeginning } from './moves.ts';

const judged = (name: string, accepted = true) => ({ name, accepted }) as Judged;
const comparison = (order: number[], ...items: Judged[]): Comparison => ({
	items,
	ranking: order.map((index) => ({ index }))
});

test('what moved is told by how much, and what is taken now', () => {
	const before = comparison([0, 1, 2], judged('a'), judged('b'), judged('c', false));
	const after = comparison([2, 0, 1], judged('a'), judged('b', false), judged('c'));
	expect(moves(before, after).map(({ judged, by, change }) => [judged.name, by, change])).toEqual([
		['c', 2, 'taken'],
		['a', -1, undefined],
		['b', -1, 'refused']
	]);
});

test('the shared beginning ends at a separator', () => {
	const names = ['The.Film.2021.1080p.A', 'The.Film.2021.1080i.B'];
	expect(names[0]!.slice(sharedBeginning(names))).toBe('1080p.A');
	expect(sharedBeginning(['The.Film'])).toBe(0);
	expect(sharedBeginning(['abc', 'xyz'])).toBe(0);
	expect(sharedBeginning([])).toBe(0);
});
