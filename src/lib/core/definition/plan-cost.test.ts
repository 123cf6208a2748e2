import { expect, test } from 'vitest';
import { plansQuickly } from './plan-cost.ts';
import { readDefinition } from './read-definition.ts';
import { regexDegree } from './regex/cost.ts';

test.each([
	['abc', 0],
	['(?i)\\bS(\\d{1,2})\\b', 0],
	['[^\\w]+', 1],
	['\\bS0*(\\d+)\\b', 2],
	['(a|b)?c', 0],
	['(?:a|b+)c', 1],
	['(a+)+$', Infinity],
	['(a|a)*b', Infinity],
	['(?:a?){30}', Infinity],
	['(.*)(.*)(.*)x', 3],
	['(a)\\1', Infinity],
	['(', 0]
])('%s has degree %d', (pattern, wanted) => expect(regexDegree(pattern)).toBe(wanted));

const definition = (keywords: string, input = '{{ .Keywords }}') =>
	readDefinition(`id: x
name: X
links: [http://x.test/]
caps: {modes: {search: [q]}}
search:
  paths: [{path: a}]
  inputs: {q: '${input}'}
  keywordsfilters: ${keywords}
  rows: {selector: tr}
  fields: {title: {selector: b}}
`).definition!;

test('only plans that cannot take long are quick', () => {
	expect(plansQuickly(definition('[]'))).toBe(true);
	expect(plansQuickly(definition('[{name: re_replace, args: ["\\\\W+", "."]}, {name: trim}]'))).toBe(true);
	expect(plansQuickly(definition('[{name: re_replace, args: ["(a+)+$", ""]}]'))).toBe(false);
	expect(plansQuickly(definition('[]', '{{ re_replace .Keywords "(a|a)*b" "" }}'))).toBe(false);
	expect(
		plansQuickly(definition('[]', '{{ if .Keywords }}{{ or (re_replace .Keywords "\\s+" "+") }}{{ end }}'))
	).toBe(true);
	expect(plansQuickly(definition('[]', '{{ re_replace .Keywords .Keywords "" }}'))).toBe(false);
});
