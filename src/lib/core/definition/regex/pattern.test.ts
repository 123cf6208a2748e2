import { describe, expect, test } from 'vitest';
import { compilePattern } from './pattern.ts';

describe('replace', () => {
	test.each([
		['flags at the start', '(?i)foo(\\d+)', '[$1]', 'a FOO12 b', 'a [12] b'],
		['flags from the middle on', 'a(?i)b', 'x', 'aB AB ab', 'x AB x'],
		['flags for a group only', 'a(?i:b)c', 'x', 'aBc aBC', 'x aBC'],
		['a word boundary beside letters of any script', '\\bмир\\b', 'X', 'мир, миру', 'X, миру'],
		['\\w of any script', '[^\\w]+', '.', 'Ľúbim ťa: 2', 'Ľúbim.ťa.2'],
		['named blocks', '\\p{IsCyrillic}+', '', 'Фильм Movie', ' Movie'],
		['negated sets inside a class', '[^\\W\\d]+', 'x', 'ab12cd', 'x12x'],
		['class subtraction', '[a-z-[aeiou]]', '-', 'hello', '-e--o'],
		['an unescaped bracket in a class', '[[(]+', '<', 'a[(b', 'a<b'],
		['the end before a last line break', 'r$', 'R', 'bar\n', 'baR\n'],
		['a dot that takes a carriage return', 'a.b', 'x', 'a\rb', 'x'],
		['unnecessary escapes', '\\-\\/\\"\\ ', '_', 'a-/" b', 'a_b'],
		['comments and free spacing', '(?x) a \\s b # note', 'x', 'a b', 'x'],
		['$0, $& and $$', 'b', '<$0$&$$>', 'abc', 'a<bb$>c'],
		['groups that do not exist', 'b', '$1-$10-${no}', 'abc', 'a$1-$10-${no}c'],
		['named groups counted after the others', '(?<n>a)(b)', '$1$2${n}', 'ab', 'baa'],
		['empty matches', '', '-', 'ab', '-a-b-'],
		['empty matches after others', '.*', 'x', 'ab', 'xx'],
		['look-behind', '(?<=\\d)p', '', '1080p p', '1080 p']
	])('%s', (_, pattern, replacement, text, wanted) => {
		expect(compilePattern(pattern).replace(text, replacement)).toBe(wanted);
	});
});

describe('what JavaScript lacks', () => {
	test.each([
		['a reference to a group that took no part fails', '(a)|b\\1', 'x', 'b a', 'b x'],
		['an atomic group gives nothing back', '(?>a+)ab', 'x', 'aaab', 'aaab'],
		['a condition on a group', '(<)?b(?(1)>|!)', 'x', '<b> b! b>', 'x x b>'],
		['balanced brackets', '\\((?>[^()]+|(?<o>\\()|(?<-o>\\)))*(?(o)(?!))\\)', '', 'f(a(b)c) (d', 'f (d'],
		['code units: an emoji is two', '[^\\w]', '_', 'a\u{1f600}b', 'a__b'],
		['surrogates', '\\p{Cs}+', '', 'a\u{1f600}b', 'ab'],
		['lazy and counted repetition', '(\\w)\\1{1,2}?', 'x', 'aaab', 'xab']
	])('%s', (_, pattern, replacement, text, wanted) => {
		expect(compilePattern(pattern).replace(text, replacement)).toBe(wanted);
	});

	test('runs only for so many steps', () => {
		expect(() => compilePattern('(a+)+\\1$').replace(`${'a'.repeat(50)}!`, '')).toThrow('takes too long');
	});
});

test('the first group, or nothing', () => {
	expect(compilePattern('(\\d+) of (\\d+)').firstGroup('3 of 4')).toBe('3');
	expect(compilePattern('a(b)?').firstGroup('ac')).toBe('');
	expect(compilePattern('(z)').firstGroup('ac')).toBe('');
});

test.each([['(a'], ['a)'], ['[a'], ['*a'], ['(?<n'], ['\\p{IsKlingon}'], ['a{3,1}'], ['\\']])(
	'%s is refused',
	(pattern) => {
		expect(() => compilePattern(pattern)).toThrow(/regular expression .* is wrong/);
	}
);
