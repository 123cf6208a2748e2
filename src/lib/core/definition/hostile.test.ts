import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessTime } from './dates/guess.ts';
import { parseByFormat } from './dates/net-format.ts';
import { decodeForm, encodeForm } from './encode.ts';
import { applyFilters, filterNames } from './filters.ts';
import { parseJson } from './json/parse.ts';
import { selectJson } from './json/path.ts';
import { splitSelector } from './json/select.ts';
import { parseHtml } from './page/html.ts';
import { parseXml } from './page/xml.ts';
import { createScope } from './scope.ts';
import { selectAll } from './selector/select.ts';
import { expand, type Value } from './template/template.ts';
import { validate } from './validate.ts';

const runs = { numRuns: 400, interruptAfterTimeLimit: 2_500, markInterruptAsFailure: false };
const variables = new Map<string, Value>([
	['.Keywords', 'big bunny'],
	['.Categories', ['1', '2']],
	['.Null', null]
]);
const pieces = (...parts: string[]) =>
	fc
		.array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 3 })), { maxLength: 14 })
		.map((all) => all.join(''));

/** Refused with words, or done: never anything else, and soon. */
function settles(run: () => unknown, mostMs = 1_500) {
	const began = performance.now();
	try {
		run();
	} catch (error) {
		expect(error).toBeInstanceOf(Error);
		expect(error).not.toBeInstanceOf(TypeError);
		expect((error as Error).message).not.toBe('');
	}
	expect(performance.now() - began).toBeLessThan(mostMs);
}

test('templates', () => {
	const template = pieces(
		'{{',
		'}}',
		' ',
		'if ',
		'else',
		'end',
		'range ',
		'and ',
		'eq ',
		'join ',
		're_replace ',
		'.Keywords',
		'.Categories',
		'.Null',
		'"x"',
		'(',
		')',
		'$i, $e := ',
		'.'
	);
	fc.assert(
		fc.property(template, (text) => settles(() => expand(text, { variables }))),
		runs
	);
});

test('selectors', () => {
	const page = parseHtml('<table><tr class=a><td>x<b id=c>y</b><td><a href=/1>z</a></table><p>'.repeat(5));
	const selector = pieces(
		'tr',
		'td',
		'.a',
		'#c',
		'[href',
		'^=',
		'"/"',
		']',
		':has(',
		':not(',
		':contains(',
		')',
		'>',
		'+',
		'~',
		',',
		':nth-child(',
		'2n+1',
		':root',
		':scope',
		'*',
		' ',
		'\\',
		'|'
	);
	fc.assert(
		fc.property(selector, (text) => settles(() => selectAll(page, text))),
		runs
	);
});

test('JSON, its paths and filters', () => {
	const path = pieces(
		'a',
		'.',
		'..',
		'[0]',
		'[-1]',
		'*',
		"['b']",
		'[?(@.a == 1)]',
		'$',
		':has(',
		':not(',
		':contains(',
		')'
	);
	const document = parseJson('{"a":[{"a":1,"b":[1,2]},{"a":"x"}],"b":{"a":null}}');
	fc.assert(
		fc.property(path, (text) => settles(() => selectJson(document, splitSelector(text).path))),
		runs
	);
	const json = pieces(
		'{',
		'}',
		'[',
		']',
		':',
		',',
		'"a"',
		"'b'",
		'1e5',
		'-',
		'null',
		'//',
		'/*',
		'*/',
		'\\u00'
	);
	fc.assert(
		fc.property(json, (text) => settles(() => parseJson(text))),
		runs
	);
});

test('filters with odd arguments', () => {
	const scope = createScope({ variables: new Map(variables), encoding: 'windows-1251', now: 1.7e12 });
	const argument = pieces(
		'(',
		')',
		'[a-z]',
		'+',
		'\\w',
		'$1',
		'-1',
		'99',
		'{{ .Null }}',
		'yyyy',
		'MM',
		'zzz',
		"'",
		'%',
		'?a=b'
	);
	const call = fc.tuple(fc.constantFrom(...filterNames), fc.array(argument, { maxLength: 3 }), fc.string());
	fc.assert(
		fc.property(call, ([name, args, text]) =>
			settles(() =>
				applyFilters(text, [{ name, args: args.map((arg) => ({ text: arg, line: 1 })), line: 1 }], scope)
			)
		),
		runs
	);
});

test('dates in any writing', () => {
	const date = pieces(
		'2024',
		'-',
		'/',
		'13',
		'29',
		'Feb',
		'ago',
		'yesterday',
		' at ',
		'10:20',
		'pm',
		'+0200',
		'T',
		'Z'
	);
	fc.assert(
		fc.property(date, (text) => settles(() => guessTime(text, 1.7e12))),
		runs
	);
	fc.assert(
		fc.property(
			date,
			pieces('yyyy', 'd', 'MMM', 'H', 'tt', 'zzz', 'K', '.FFF', "'", '\\', '%'),
			(text, format) => settles(() => parseByFormat(text, format))
		),
		runs
	);
});

test('pages, feeds and files that are broken anywhere', () => {
	const page = pieces(
		'<table>',
		'<tr>',
		'</td>',
		'<!--',
		'<![CDATA[',
		']]>',
		'&amp;',
		'&#x110000;',
		'<a:b c="',
		'<?xml',
		'<script>'
	);
	fc.assert(
		fc.property(page, (text) => settles(() => [parseHtml(text), parseXml(text)])),
		runs
	);
	const file = pieces(
		'id: a\n',
		'search:\n',
		'  rows: ',
		'{',
		'}',
		'[',
		']',
		'- ',
		'&a ',
		'*a',
		'"',
		': ',
		'|\n',
		'fields',
		'\t'
	);
	fc.assert(
		fc.property(file, (text) => settles(() => validate(text))),
		runs
	);
});

test('what is encoded for a form comes back', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(decodeForm(encodeForm(text))).toBe(text);
		}),
		runs
	);
});
