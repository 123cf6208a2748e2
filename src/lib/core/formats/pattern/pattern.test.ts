import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePattern } from './parse-pattern.ts';
import { PatternFault } from './pattern-fault.ts';
import { compilePattern } from './pattern.ts';
import { compileProgram } from './program.ts';
import { runProgram } from './run-program.ts';

const own = (source: string, text: string) => runProgram(compileProgram(parsePattern(source)), text);

test.each([
	['case never matters', 'web[ ._-]?dl', 'A.WEB-DL.b', true],
	['an edge of a word', '\\bdv\\b', 'dvd', false],
	['looking ahead', '^(?=.*2160p)(?!.*sdr).*web', 'a.2160p.web', true],
	['looking ahead in vain', '^(?=.*2160p)(?!.*sdr).*web', 'a.2160p.web.sdr', false],
	['looking behind over any distance', '(?<=\\b[12]\\d{3}\\b.*)hybrid', 'a.2011.b.hybrid', true],
	['not behind', '(?<!non[ ._-])imax', 'a.non-imax', false],
	['a closing bracket first in a class', '[])]$', 'a)', true],
	['an inline flag', '(?i)abc', 'xABC', true],
	['a repeat of nothing ends', '(a?)*b', 'aaab', true],
	['a repeat of a condition ends', '(\\b|a)*c$', 'aac', true],
	['counted repeats', '^a{2,3}$', 'aaaa', false],
	['letters of any script', '^\\w+$', 'Жизнь', true],
	['digits of any script', '^\\d+$', '٤٢', true],
	['case beyond ASCII', 'ÏÉ', 'ïé', true],
	['a category', '^\\p{Lu}', 'ж', false],
	['the edge of a word beyond ASCII', '\\bсезон\\b', 'x сезон 1', true],
	['a written-out reference', '([._-])a\\1', 'x.a.', true],
	['a written-out reference that differs', '([._-])a\\1', 'x.a-', false]
])('%s', (_, source, text, expected) => {
	expect(compilePattern(source).test(text)).toBe(expected);
	expect(own(source, text)).toBe(expected);
});

test.each([
	['(a', 'This opening bracket is never closed.', 0],
	['a)', 'This closing bracket has no opening one.', 1],
	['a|*b', 'There is nothing before "*" to repeat.', 2],
	['[a-', 'This character class is never closed.', 0],
	['[z-a]', 'This range runs backwards.', 1],
	['a{3,1}', 'The smaller number must come first.', 1],
	['(\\w+)\\1', 'The back reference "\\1" cannot be matched in bounded time.', 5],
	['(?>a)b', 'Atomic groups', 0],
	['\\q', '"\\q" is not a known escape.', 0],
	['\\p{Nope}', '"Nope" is not a known character category.', 0],
	['((a{200}){200}){200}', 'too large', 0],
	['a{5000}', 'repeated too often', 1],
	['(\\ba?){9}', 'repeated too often', 6],
	['('.repeat(500), 'nested more than', 121],
	['a'.repeat(5000), '4000 characters at most', 0]
])('refused with a reason: %$', (source, message, position) => {
	let fault: unknown;
	try {
		compilePattern(source);
	} catch (error) {
		fault = error;
	}
	expect(fault).toBeInstanceOf(PatternFault);
	expect((fault as PatternFault).message).toContain(message);
	expect((fault as PatternFault).position).toBe(position);
});

test.each([
	['(a+)+$', 'a'],
	['(a|a)*$', 'a'],
	['(?=(a+)+$)x|(.*.*.*.*.*)=', 'a'],
	['^(?!.*(?=.*(.*a)*b).*c)(.*a.*a.*a.*a)*$', 'a'],
	['(?<=(a+)+b)c', 'a'],
	['(x+x+)+y', 'x'],
	['((\\ba?){8}){8}((a?b?c?){9})*$', 'a']
])('%s takes bounded time on hostile text', (source, char) => {
	const pattern = compilePattern(source);
	const text = `${char.repeat(990)}!`;
	const from = performance.now();
	pattern.test(text);
	expect(performance.now() - from).toBeLessThan(500);
});

const piece = fc.constantFrom(
	...['a', 'b', '.', '[ab]', '[^a]', '\\d', '1', ' ', '(?=b)', '(?!a)'],
	...['(?:\\b)', '(?:^)', '(?:$)', '(?:(?<=a))', '(?:(?<!b))', '(?:(?<=ab?))']
);
const { tree } = fc.letrec<{ tree: string; atom: string }>((tie) => ({
	atom: fc.oneof(
		{ maxDepth: 4 },
		piece,
		tie('tree').map((inner) => `(${inner})`)
	),
	tree: fc
		.array(fc.tuple(tie('atom'), fc.constantFrom('', '', '', '*', '+', '?', '{1,2}', '|')), {
			minLength: 1,
			maxLength: 4
		})
		.map((parts) => parts.map(([atom, repeat]) => atom + repeat).join(''))
}));
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '1', ' '), maxLength: 9 });

test('both engines and the filter agree with the platform on small patterns', () => {
	fc.assert(
		fc.property(tree, text, (source, subject) => {
			const expected = new RegExp(source, 'i').test(subject);
			const pattern = compilePattern(source);
			expect(own(source, subject)).toBe(expected);
			expect(pattern.test(subject)).toBe(expected);
			const lower = subject.toLowerCase();
			if (expected && pattern.literals)
				expect(pattern.literals.some((literal) => lower.includes(literal))).toBe(true);
		}),
		{ numRuns: 3000 }
	);
});

test('no text of any kind makes parsing crash with anything but a fault', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'binary', maxLength: 40 }),
			fc.string({ maxLength: 20 }),
			(source, subject) => {
				try {
					compilePattern(source).test(subject);
				} catch (error) {
					expect(error).toBeInstanceOf(PatternFault);
				}
			}
		),
		{ numRuns: 2000 }
	);
});
