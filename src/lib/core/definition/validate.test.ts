import { expect, test } from 'vitest';
import { customId } from './read-definition.ts';
import { validate } from './validate.ts';

const good = `id: x
name: X
links: [http://x.test/]
caps:
  categories: {1: Movies}
  modes: {search: [q]}
search:
  paths: [{path: a}]
  rows: {selector: tr}
  fields:
    title: {selector: b}
    download: {selector: a, attribute: href}
`;
const faultsOf = (text: string) =>
	validate(text).faults.map(
		({ severity, line, column, message }) => `${severity} ${line}:${column} ${message}`
	);

test('a plain definition has no faults, and defaults', () => {
	const { definition, faults } = validate(good);
	expect(faults).toEqual([]);
	expect(definition).toMatchObject({
		encoding: 'UTF-8',
		type: 'private',
		requestDelaySeconds: 0,
		testLinkTorrent: true
	});
	expect(definition!.settings.map(({ name }) => name)).toEqual(['username', 'password']);
});

test.each([
	['links: [http://x.test/]', 'links: []', ['error 3:1 "links" must name at least one address of the site.']],
	['name: X', 'name: [X]', ['error 2:7 "name" must be a text, not a list.']],
	[
		'name: X',
		'nmae: X',
		['error 1:1 "name" is missing.', 'warning 2:1 "nmae" is not known and has no effect.']
	],
	['modes: {search: [q]}', 'modes: {}', ['error 6:3 "caps.modes" must contain "search: [q]".']],
	[
		'{1: Movies}',
		'{1: Moovies}',
		['warning 5:3 "Moovies" is not a standard category; the entry is ignored.']
	],
	['{path: a}', '{path: "{{ .Keywords }"}', ['error 8:19 "{{" in the template is not closed by "}}".']],
	['{path: a}', '{path: "{{ .Config.no }}"}', ['warning 8:22 There is no setting "no".']],
	[
		'{path: a}',
		'{path: a, followredirect: maybe}',
		['error 8:21 "search.paths[0].followredirect" must be true or false, not "maybe".']
	],
	[
		'rows: {selector: tr}',
		'rows: {selector: "tr:eq(1)"}',
		['warning 9:21 The selector "tr:eq(1)" is invalid: ":eq()" is not known.']
	],
	[
		'rows: {selector: tr}',
		'rows: {selector: tr, after: x}',
		['error 9:24 "search.rows.after" must be a number, not "x".']
	],
	['title: {selector: b}', 'titel: {selector: b}', ['error 10:3 No field gives the title of a release.']],
	[
		'title: {selector: b}',
		'title: {selector: b}\n    seders: {text: 1}',
		['warning 12:5 The field "seders" is not known and nothing uses it.']
	],
	[
		'{selector: b}',
		'{selector: b, filters: [{name: trimm}]}',
		['warning 11:43 The filter "trimm" is not known and has no effect.']
	],
	[
		'{selector: b}',
		'{selector: b, filters: [{name: regexp, args: "("}]}',
		['warning 11:58 The regular expression "(" is wrong: a bracket is not closed.']
	],
	[
		'{selector: b}',
		'{selector: b, filters: [{name: split, args: x}]}',
		['error 11:43 The filter "split" needs 2 arguments.']
	]
])('%s -> %s', (from, to, wanted) => expect(faultsOf(good.replace(from, to))).toEqual(wanted));

test.each([
	['', /empty/],
	['- a', /map of keys/],
	['id: [', /./],
	['['.repeat(200_000), /nested too deeply/],
	['a: &a [*a]', /nested too deeply/],
	[`${good}x: ${'['.repeat(100)}${']'.repeat(100)}`, /nested too deeply/],
	[
		`a: &a [1,1,1,1,1,1,1,1,1,1]\n${Array.from({ length: 9 }, (_, i) => `${'abcdefghijk'[i + 1]}: &${'abcdefghijk'[i + 1]} [${`*${'abcdefghijk'[i]},`.repeat(10)}]`).join('\n')}`,
		/too many values/
	],
	['#'.repeat(1024 * 1024 + 1), /larger than 1 MiB/]
])('%.30s is refused', (text, message) => {
	const { definition, faults } = validate(text);
	expect(definition).toBeUndefined();
	expect(faults[0]!.message).toMatch(message);
});

test('what runs into an error each time cannot be used; what only may, can', () => {
	expect(validate(good.replace('{path: a}', '{path: "{{ .Keywords }"}')).definition).toBeUndefined();
	expect(validate(good.replace('{path: a}', '{path: "{{ .Config.no }}"}')).definition).toBeDefined();
});

test('scalars stay as they stand in the file', () => {
	const { definition } = validate(good.replace('{1: Movies}', '{007: Movies, 1.0: TV, yes: PC, 0x1: Audio}'));
	expect(definition!.categories.map(({ id }) => id)).toEqual(['007', '1.0', 'yes', '0x1']);
});

test('own categories get the ids other programs give them', () => {
	expect(customId('44')).toBe(100044);
	// The first two bytes of SHA-1("abc") are a9 99.
	expect(customId('abc')).toBe(100000 + 0x99a9);
});
