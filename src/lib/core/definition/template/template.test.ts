import { expect, test } from 'vitest';
import { encodeForm } from '../encode.ts';
import { expand, type Value } from './template.ts';

const variables = new Map<string, Value>([
	['.Keywords', 'big bunny'],
	['.Empty', ' '],
	['.Null', null],
	['.True', 'True'],
	['.False', null],
	['.Config.cat-id', '7'],
	['.Categories', ['1', '22']],
	['.None', []]
]);

test.each([
	['plain } text', 'plain } text'],
	['a {{ .Keywords }} {{.Null}}b', 'a big bunny b'],
	['{{ .Config.cat-id }}', '7'],
	['{{ if .Keywords }}yes{{ else }}no{{ end }}', 'yes'],
	['{{ if .Empty }}yes{{ else }}no{{ end }}', 'no'],
	['{{ if .None }}yes{{ else }}no{{ end }}{{ if .Categories }}yes{{ end }}', 'noyes'],
	['{{ if .Null }}a{{ else if .Keywords }}b{{ else }}c{{ end }}', 'b'],
	['{{ if .Keywords }}{{ if .Null }}a{{ else }}b{{ end }}{{ end }}', 'b'],
	['{{ or .Null .Empty .Keywords }}', 'big bunny'],
	['{{ and .Keywords .Null }}|', '|'],
	['{{ if and .Keywords (eq .Null .False) }}1{{ else }}0{{ end }}', '1'],
	['{{ if and .Categories .Keywords }}1{{ else }}0{{ end }}', '0'],
	['{{ if or (eq .Config.cat-id "8") (ne .Keywords "x")) }}1{{ else }}0{{ end }}', '1'],
	['{{ if eq .Empty .Null }}1{{ else }}0{{ end }}', '0'],
	['{{ join .Categories "," }}', '1,22'],
	['{{ range .Categories }}c[]={{.}}&{{end}}', 'c[]=1&c[]=22&'],
	['{{ range $i, $c := .Categories }}{{$i}}={{ $c }}{{.}};{{ end }}', '0=11;1=2222;'],
	['{{ re_replace .Keywords "\\s+(\\w)" "-$1" }}', 'big-bunny'],
	['{{ re_replace .Null "^$" "none" }}', 'none']
])('%s', (template, wanted) => expect(expand(template, { variables })).toBe(wanted));

test('only what is printed is encoded', () => {
	expect(
		expand('a b/{{ .Keywords }}{{ range .Categories }} {{.}}é{{end}}', {
			variables: new Map([...variables, ['.Categories', ['é']]]),
			encode: encodeForm
		})
	).toBe('a b/big+bunny %C3%A9é');
});

test('what a user types is never read as a template', () => {
	const typed = new Map<string, Value>([
		['.Keywords', '{{ .Secret }}'],
		['.Secret', 's']
	]);
	expect(expand('{{ re_replace .Keywords "x" "y" }}', { variables: typed })).toBe('{{ .Secret }}');
});

test.each([
	['{{ .Unknown }}', /".Unknown" is not defined/],
	['{{ if .Keywords }}', /lacks an \{\{ end \}\}/],
	['{{ .Keywords ', /not closed/],
	['{{ .Keywords "x }}', /does not end/],
	['{{ upper .Keywords }}', /"upper" is not known/],
	['{{ eq .Keywords }}', /needs 2 values/],
	['{{ end }}', /without beginning/],
	['{{ }}', /empty or broken/],
	['{{ if '.repeat(60), /./]
])('%s is refused', (template, message) => expect(() => expand(template, { variables })).toThrow(message));
