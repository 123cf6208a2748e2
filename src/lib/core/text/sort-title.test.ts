import { expect, test } from 'vitest';
import { sortTitle } from './sort-title.ts';

test.each([
	['The Edge', 'edge'],
	['Élan', 'elan'],
	['…And Then', 'and then'],
	['The', 'the'],
	['Die Welle', 'welle'],
	['Øya', 'oya'],
	['七人の侍', '七人の侍'],
	['???', '???']
])('%s stands under %s', (title, expected) => expect(sortTitle(title)).toBe(expected));

test('numbers stand in the order of their value', () => {
	const titles = ['Part 10', 'Part 9', 'Part 2'];
	expect(titles.toSorted((a, b) => (sortTitle(a) < sortTitle(b) ? -1 : 1))).toEqual([
		'Part 2',
		'Part 9',
		'Part 10'
	]);
});
