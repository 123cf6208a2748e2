import { decodeHTMLStrict } from 'entities/decode';
import { fromGoLayout } from './dates/go-layout.ts';
import { guessTime, timeText } from './dates/guess.ts';
import { parseByFormat, toTime } from './dates/net-format.ts';
import { parseAgo } from './dates/relative.ts';
import type { FilterSpec, Text } from './definition.ts';
import { decodeForm, encodeForm, queryPairs } from './encode.ts';
import { isMap, jsonText, parseJson } from './json/parse.ts';
import { selectJson } from './json/path.ts';
import { compilePattern } from './regex/pattern.ts';
import type { Scope } from './scope.ts';
import { lower, splitWords, trim, trimChar, upper, withoutDiacritics } from './text.ts';

interface Filtering {
	arg(index: number): string;
	/** The argument as a template. */
	expanded(index: number): string;
	hasArgs: boolean;
	encoding: string;
	now: number;
}
type Filter = (text: string, filtering: Filtering) => string;

const filters: Record<string, Filter> = {
	querystring: (text, { arg }) => {
		const wanted = arg(0).toLowerCase();
		const pair = queryPairs(text).find(([name]) => name.toLowerCase() === wanted);
		if (!pair) throw new Error(`${JSON.stringify(text.slice(0, 80))} has no "${arg(0)}" in its query`);
		return pair[1];
	},
	dateparse,
	timeparse: dateparse,
	timeago: (text, { now }) => timeText(parseAgo(text, now)),
	reltime: (text, { now }) => timeText(parseAgo(text, now)),
	fuzzytime: (text, { now }) => timeText(guessTime(text, now)),
	regexp: (text, { arg }) => compilePattern(arg(0)).firstGroup(text),
	re_replace: (text, { arg, expanded }) => compilePattern(arg(0)).replace(text, expanded(1)),
	split: (text, { arg }) => {
		const parts = text.split(arg(0).slice(0, 1) || /(?!)/);
		const index = Number(arg(1));
		const part = parts.at(Number.isInteger(index) ? index : NaN);
		if (part === undefined || !Number.isInteger(index))
			throw new Error(`there is no part ${arg(1)} of ${JSON.stringify(text.slice(0, 80))}`);
		return part;
	},
	replace: (text, { arg, expanded }) => (arg(0) === '' ? text : text.replaceAll(arg(0), () => expanded(1))),
	trim: (text, { arg, hasArgs }) => (hasArgs && arg(0) !== '' ? trimChar(text, arg(0)[0]!) : trim(text)),
	prepend: (text, { expanded }) => expanded(0) + text,
	append: (text, { expanded }) => text + expanded(0),
	tolower: lower,
	toupper: upper,
	urldecode: (text, { encoding }) => decodeForm(text, encoding),
	urlencode: (text, { encoding }) => encodeForm(text, encoding),
	htmldecode: (text) => decodeHTMLStrict(text),
	htmlencode: encodeHtml,
	validfilename: (text) => text.replace(/[/\0]/g, '_') || '_',
	diacritics: (text, { arg }) => {
		if (arg(0) !== 'replace') throw new Error('"diacritics" takes the argument "replace"');
		return withoutDiacritics(text);
	},
	jsonjoinarray: (text, { arg }) => {
		const list = selectJson(parseJson(text), arg(0));
		if (!Array.isArray(list)) throw new Error(`there is no list at "${arg(0)}"`);
		return list.map((item) => (isMap(item) ? '' : jsonText(item))).join(arg(1));
	},
	validate: (text, { arg }) => {
		const given = new Set(splitWords(lower(text)));
		return splitWords(lower(arg(0)))
			.filter((word) => given.has(word))
			.join(', ');
	},
	hexdump: (text) => text,
	strdump: (text) => text
};

export const filterNames: readonly string[] = [...Object.keys(filters), 'andmatch'];

export function applyFilters(text: string, specs: readonly FilterSpec[], scope: Scope): string {
	return specs.reduce((value, spec) => {
		const filter = Object.hasOwn(filters, spec.name) ? filters[spec.name] : undefined;
		if (!filter) return value;
		return scope.at(spec.line, () => {
			const result = filter(value, filtering(spec.args, scope));
			if (result.length > scope.maxCharacters)
				throw new Error(`"${spec.name}" lets the text grow beyond all bounds`);
			return result;
		});
	}, text);
}

function filtering(args: readonly Text[], scope: Scope): Filtering {
	return {
		arg: (index) => args[index]?.text ?? '',
		expanded: (index) => (args[index] ? scope.expand(args[index]) : ''),
		hasArgs: args.length > 0,
		encoding: scope.encoding,
		now: scope.now
	};
}

/** A text that fits no format stays as it is; the `date` field may still be able to read it. */
function dateparse(text: string, { arg, now }: Filtering): string {
	const format = arg(0);
	const formats = /[yhd]/i.test(format) ? [format, fromGoLayout(format)] : [fromGoLayout(format)];
	for (const candidate of formats) {
		const parts = parseByFormat(trim(text), candidate);
		const time = parts && toTime(parts, now);
		if (time !== undefined) return timeText(time);
	}
	return text;
}

const encoded: Record<string, string> = {
	'<': '&lt;',
	'>': '&gt;',
	'&': '&amp;',
	'"': '&quot;',
	"'": '&#39;'
};

function encodeHtml(text: string): string {
	return text.replace(
		/[<>&"'\u00a0-\u00ff]|[\u{10000}-\u{10ffff}]/gu,
		(char) => encoded[char] ?? `&#${char.codePointAt(0)};`
	);
}
