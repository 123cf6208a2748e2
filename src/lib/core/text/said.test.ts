import { expect, test } from 'vitest';
import { inEnglish, said } from './said.ts';

test.each([
	['The shelf is full.', undefined, 'The shelf is full.'],
	['{count} {count|film|films} of {name}', { count: 1, name: 'Lang' }, '1 film of Lang'],
	['{count} {count|film|films} of {name}', { count: 3, name: '{count}' }, '3 films of {count}'],
	['{count} of {all}', { count: 3 }, '3 of {all}']
])('%s is said with %j as %s', (text, values, words) => {
	expect(inEnglish(said(text, values))).toBe(words);
});
