import { expect, test } from 'vitest';
import { createPatternSet } from './pattern-set.ts';
import { compilePattern } from './pattern.ts';

test('each pattern is answered for the text read last', () => {
	const set = createPatternSet(compilePattern);
	const sources = ['\\bhdr10\\b', 'he', 'she', 'hers', '.', '^x|y$'];
	const numbers = sources.map((source) => set.add(source));
	for (const text of ['ushers', 'HDR10', '', 'any y']) {
		set.read(text);
		expect(numbers.map((number) => set.test(number))).toEqual(
			sources.map((source) => new RegExp(source, 'i').test(text))
		);
	}
});

test('the same pattern is kept once', () => {
	const set = createPatternSet(compilePattern);
	expect(set.add('a')).toBe(set.add('a'));
	expect(set.add('b')).not.toBe(set.add('a'));
});
