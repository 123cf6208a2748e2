import { describe, expect, test } from 'vitest';
import { jsonText, parseJson } from './parse.ts';
import { selectJson } from './path.ts';
import { passes, splitSelector } from './select.ts';

describe('reads', () => {
	test.each([
		['{"a":[1,-2.50,1e3]}', 'a', '1,-2.5,1000'],
		["{a: 'x', /* c */ b: 2,} // end", 'a', 'x'],
		['{"id":12345678901234567890}', 'id', '12345678901234567890'],
		['{"a":"\\u00e9\\n\\/"}', 'a', 'é\n/'],
		['[true, false, null]', '$', 'True,False,'],
		['{"a":1,"a":2}', 'a', '2'],
		['{"x":1e15}', 'x', '1000000000000000'],
		['{"x":1.5e20}', 'x', '1.5E+20'],
		['{"d":"2024-03-05T10:20:30Z"}', 'd', '03/05/2024 10:20:30'],
		['{"d":"2024-03-05T10:20:30.123"}', 'd', '03/05/2024 10:20:30'],
		['{"d":"2024-03-05 10:20:30"}', 'd', '2024-03-05 10:20:30'],
		['{"d":"2024-99-05T10:20:30Z"}', 'd', '2024-99-05T10:20:30Z']
	])('%s at %s', (text, path, wanted) => expect(jsonText(selectJson(parseJson(text), path)!)).toBe(wanted));

	test.each([['{'], ['{"a":1'], ['[1 2]'], ['<html>'], ['{"a":"x'], ['[1] x'], [''], ['['.repeat(500)]])(
		'%s is refused',
		(text) => {
			expect(() => parseJson(text)).toThrow();
		}
	);
	test('an object has no text', () => expect(() => jsonText(parseJson('{}'))).toThrow('object'));
});

describe('paths', () => {
	const value = parseJson('{"a":{"b":[{"c":1},{"c":2,"d":"x"}]},"e-f":{"2":"two"},"n":null}');
	test.each([
		['$.a.b[1].c', '2'],
		['a.b[0].c', '1'],
		["$['e-f'].2", 'two'],
		["a.b[?(@.d == 'x')].c", '2'],
		['a.b[?(@.c < 2)].c', '1'],
		['..d', 'x'],
		['n', '']
	])('%s', (path, wanted) => expect(jsonText(selectJson(value, path)!)).toBe(wanted));
	test('lead to nothing or to too much', () => {
		expect(selectJson(value, 'a.x.y')).toBeUndefined();
		expect(selectJson(value, 'a.b[7]')).toBeUndefined();
		expect(() => selectJson(value, 'a.b[*].c')).toThrow('several');
	});
});

test.each([
	['x:has(a)', true],
	['x:has(n)', true],
	['x:has(z)', false],
	['x:not(z):has(a)', true],
	['x:has(a:contains(ell))', true],
	['x:not(a:contains(ell))', false],
	['x:has(a:contains(bye)):has(n)', false],
	['x:has(o.p:contains(e)):not(a:contains((x)))', true]
])('filter %s', (selector, wanted) => {
	const { path, filters } = splitSelector(selector);
	expect(path).toBe('x');
	expect(passes(parseJson('{"a":"hello","n":null,"o":{"p":true}}'), filters)).toBe(wanted);
});
