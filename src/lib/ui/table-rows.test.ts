import { expect, test } from 'vitest';
import { rowsInView, sorted, turned, type Column } from './table-rows.ts';

interface Film {
	title: string;
	year: number | null;
}
const films: Film[] = [
	{ title: 'Part 10', year: 1999 },
	{ title: 'part 2', year: null },
	{ title: 'Änne', year: 1954 }
];
const columns: Column<Film>[] = [
	{ key: 'title', title: 'Title', value: (film) => film.title },
	{ key: 'year', title: 'Year', value: (film) => film.year }
];
const titles = (rows: readonly Film[]) => rows.map((film) => film.title);

test('text is sorted as people read it: numbers by size, letters without regard to case and accents', () => {
	expect(titles(sorted(films, columns, { key: 'title', direction: 'ascending' }))).toEqual([
		'Änne',
		'part 2',
		'Part 10'
	]);
});

test.each(['ascending', 'descending'] as const)('rows without a value stand last when %s', (direction) => {
	expect(titles(sorted(films, columns, { key: 'year', direction })).at(-1)).toBe('part 2');
});

test('without a known column the order stays as it came', () => {
	expect(sorted(films, columns, undefined)).toBe(films);
	expect(sorted(films, columns, { key: 'rating', direction: 'ascending' })).toBe(films);
});

test('a second press on the same heading turns the order round', () => {
	const once = turned(undefined, 'year');
	expect(once).toEqual({ key: 'year', direction: 'ascending' });
	expect(turned(once, 'year')).toEqual({ key: 'year', direction: 'descending' });
	expect(turned(once, 'title')).toEqual({ key: 'title', direction: 'ascending' });
});

test.each([
	['at the top', 0, 0],
	['in the middle', 250_000, 4988],
	['at the very end', 10_000_000, 9956]
])('%s only rows near the window are drawn', (_, hiddenAbove, from) => {
	const view = rowsInView(10_000, 50, hiddenAbove, 1000);
	expect(view.from).toBe(from);
	expect(view.to).toBeLessThanOrEqual(10_000);
	expect(view.to - view.from).toBeLessThanOrEqual(46);
	expect(view.to - view.from).toBeGreaterThanOrEqual(20);
});

test('a short list is drawn whole', () => {
	expect(rowsInView(5, 50, -300, 1000)).toEqual({ from: 0, to: 5 });
});
