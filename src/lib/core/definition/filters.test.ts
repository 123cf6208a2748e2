import { expect, test } from 'vitest';
import { applyFilters } from './filters.ts';
import { createScope } from './scope.ts';
import type { Value } from './template/template.ts';

const scopeOf = (encoding = 'utf-8') =>
	createScope({
		variables: new Map<string, Value>([['.Result.x', 'X']]),
		encoding,
		now: Date.UTC(2024, 5, 12)
	});
const run = (text: string, name: string, args: string[] = [], encoding?: string) =>
	applyFilters(
		text,
		[{ name, args: args.map((arg) => ({ text: arg, line: 3 })), line: 3 }],
		scopeOf(encoding)
	);

test.each<[string, string, string[], string]>([
	['a?ID=5%206&id=7#x', 'querystring', ['id'], '5 6'],
	['a?id', 'querystring', ['ID'], ''],
	['2024-03-05 03:20 PM', 'dateparse', ['yyyy-MM-dd HH:mm tt'], '2024-03-05 03:20 PM'],
	['2024-03-05 10:20:30+02:00', 'dateparse', ['yyyy-MM-dd HH:mm:ss.FFFzzz'], 'Tue, 05 Mar 2024 08:20:30 +0'],
	['05.03.2024', 'dateparse', ['dd.MM.yyyy zzz'], '05.03.2024'],
	['2024-03-05 10:20 +02:00', 'dateparse', ['yyyy-MM-dd HH:mm zzz'], 'Tue, 05 Mar 2024 08:20:00 +0'],
	['a1b2', 'regexp', ['([a-z])\\d$'], 'b'],
	['a1b2', 're_replace', ['\\d', '{{ .Result.x }}'], 'aXbX'],
	['a/b/c', 'split', ['/', '-1'], 'c'],
	['a||b', 'split', ['|x', '2'], 'b'],
	['a.b.', 'replace', ['.', '{{ .Result.x }}$1'], 'aX$1bX$1'],
	[' \u00a0a ', 'trim', [], 'a'],
	['--a-', 'trim', ['-x'], 'a'],
	['a', 'prepend', ['{{ .Result.x }}'], 'Xa'],
	['a', 'append', [' b'], 'a b'],
	['STRAßE', 'toupper', [], 'STRAßE'],
	['ÄB', 'tolower', [], 'äb'],
	["a b&ü'~", 'urlencode', [], 'a+b%26%C3%BC%27%7E'],
	['a+b%26%C3%BC%zz', 'urldecode', [], 'a b&ü%zz'],
	['&lt;b&gt; &eacute;&#33; &amp', 'htmldecode', [], '<b> é! &amp'],
	['<é"\'>', 'htmlencode', [], '&lt;&#233;&quot;&#39;&gt;'],
	['a/b', 'validfilename', [], 'a_b'],
	['Łódź й', 'diacritics', ['replace'], 'Łodz и'],
	['{"a":{"b":[1,"x",null]}}', 'jsonjoinarray', ['$.a.b', '-'], '1-x-'],
	['Drama / COMEDY, War', 'validate', ['Action, Comedy, Drama'], 'comedy, drama'],
	['text', 'strdump', [], 'text'],
	['text', 'nosuchfilter', [], 'text'],
	['text', 'toString', [], 'text']
])('%j by %s %j', (text, name, args, wanted) => expect(run(text, name, args)).toBe(wanted));

test('speaks the encoding of the definition', () => {
	expect(run('Мир', 'urlencode', [], 'windows-1251')).toBe('%CC%E8%F0');
	expect(run('%CC%E8%F0', 'urldecode', [], 'windows-1251')).toBe('Мир');
	expect(run('漢', 'urlencode', [], 'iso-8859-1')).toBe('%3F');
});

test.each<[string, string, string[]]>([
	['a', 'querystring', ['id']],
	['a', 'split', ['/', '1']],
	['a', 'split', ['/', 'x']],
	['a', 'diacritics', ['remove']],
	['[]', 'jsonjoinarray', ['$.a', ',']],
	['no date', 'fuzzytime', []],
	['a', 'regexp', ['(']]
])('%j by %s %j fails and names its line', (text, name, args) => {
	expect(() => run(text, name, args)).toThrow(/^line 3: /);
});
