import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchQuery } from './search-query.ts';
import { searchTerms, searchText } from './search-words.ts';

test.each([
	['D.O.A.', 'doa'],
	['Ålesund', 'aalesund'],
	['Spider-Man: Far Away', 'spiderman'],
	['Dark Tower', 'darktower'],
	['Numb3rs', 'numbers'],
	['Rocky Road V', '5'],
	['Москва', 'moskva'],
	['الرِّسالة', 'رساله'],
	['七人の侍', '七 人 の 侍'],
	['トトロ', 'totoro']
])('%s can be found as %s', (title, word) => {
	expect(` ${searchText(title)} `).toContain(` ${word} `);
});

test('slips are looked for among words, not among numbers and signs', () => {
	expect(searchTerms('Spider-Man 2: 東京', null)).toEqual(['spider', 'man', 'spiderman']);
});

test.each([
	['the tower', '("tower"*)'],
	['the', '("the"*)'],
	['dark tower', '("dark" AND "tower"*) OR ("darktower"*)'],
	['tower 1984', '("tower" AND ("1984"* OR "y1984")) OR ("tower1984"*)'],
	['七人', '("七 人")']
])('%s is asked for as %s', (typed, expression) => {
	expect(searchQuery(typed)?.expression).toBe(expression);
});

test('whatever is typed, only words stand in the quotes of the expression', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
			const left = (searchQuery(typed)?.expression ?? '').replace(/"[\p{L}\p{N}\p{M} ]+"\*?/gu, '');
			expect(left).toMatch(/^(?:[() ]|AND|OR)*$/);
		})
	);
});
