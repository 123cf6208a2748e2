/** Numbers keep their digits: sites send ids beyond what a double holds. */
export type Json = string | boolean | null | number | bigint | JsonList | JsonMap;
export type JsonList = Json[];
export type JsonMap = Map<string, Json>;

const maxDepth = 200;
const space = /[\s\u00a0\ufeff]*/y;
const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const word = /[A-Za-z_$][\w$-]*/y;
const plainString = /"([^"\\\u0000-\u001f]*)"/y;
const words = new Map<string, Json>([
	['true', true],
	['false', false],
	['null', null],
	['undefined', null],
	['NaN', 'NaN']
]);
const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', '0': '\0' };

/** JSON as sites really send it: comments, single quotes, bare keys and trailing commas are read as well. */
export function parseJson(text: string): Json {
	let at = 0;
	let depth = 0;

	const fail = (): never => {
		throw new Error(
			`the answer is not JSON (at character ${at}: ${JSON.stringify(text.slice(at, at + 20))})`
		);
	};
	const take = (pattern: RegExp): RegExpExecArray | null => {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (match) at = pattern.lastIndex;
		return match;
	};
	function skip() {
		for (;;) {
			const code = text.charCodeAt(at);
			if (code === 0x20 || (code >= 9 && code <= 13)) at++;
			else if (code === 0x2f) comment();
			else if (code === 0xa0 || code === 0xfeff) take(space);
			else return;
		}
	}
	function comment() {
		const block = text.startsWith('/*', at);
		if (!block && !text.startsWith('//', at)) fail();
		const end = text.indexOf(block ? '*/' : '\n', at + 2);
		if (block && end < 0) fail();
		at = end < 0 ? text.length : end + (block ? 2 : 1);
	}

	function value(): Json {
		skip();
		const char = text[at];
		if (char === '{') return nested(map);
		if (char === '[') return nested(list);
		if (char === '"' || char === "'") return string();
		const digits = take(number);
		if (digits) return numberOf(digits[0]);
		const name = take(word)?.[0];
		return name !== undefined && words.has(name) ? words.get(name)! : fail();
	}

	function nested<T>(read: () => T): T {
		if (++depth > maxDepth) throw new Error('the JSON answer is nested too deeply');
		at++;
		const result = read();
		depth--;
		return result;
	}

	function list(): JsonList {
		const items: JsonList = [];
		for (;;) {
			skip();
			if (text[at] === ']') return (at++, items);
			items.push(value());
			separator(']');
		}
	}

	function map(): JsonMap {
		const entries: JsonMap = new Map();
		for (;;) {
			skip();
			if (text[at] === '}') return (at++, entries);
			const key =
				text[at] === '"' || text[at] === "'" ? string() : (take(word) ?? take(number) ?? fail())[0]!;
			skip();
			if (text[at++] !== ':') fail();
			entries.set(key, value());
			separator('}');
		}
	}

	function separator(end: string) {
		skip();
		if (text[at] === ',') at++;
		else if (text[at] !== end) fail();
	}

	function string(): string {
		const plain = text[at] === '"' ? take(plainString) : null;
		if (plain) return plain[1]!;
		const quote = text[at++]!;
		let out = '';
		for (;;) {
			const char = text[at++] ?? fail();
			if (char === quote) return out;
			if (char !== '\\') out += char;
			else out += escape();
		}
	}

	function escape(): string {
		const char = text[at++] ?? fail();
		if (char !== 'u') return escapes[char] ?? char;
		const hex = text.slice(at, at + 4);
		if (!/^[\da-fA-F]{4}$/.test(hex)) fail();
		at += 4;
		return String.fromCharCode(parseInt(hex, 16));
	}

	const result = value();
	skip();
	if (at < text.length) fail();
	return result;
}

function numberOf(digits: string): number | bigint {
	const value = Number(digits);
	return Number.isSafeInteger(value) || !/^-?\d+$/.test(digits) ? value : BigInt(digits);
}

export const isMap = (value: Json | undefined): value is JsonMap => value instanceof Map;
export const isList = (value: Json | undefined): value is JsonList => Array.isArray(value);

/** As a field sees it; an object has no text. */
export function jsonText(value: Json): string {
	if (value === null) return '';
	if (typeof value === 'string') return timeText(value) ?? value;
	if (typeof value === 'boolean') return value ? 'True' : 'False';
	if (typeof value === 'number') return numberText(value);
	if (typeof value === 'bigint') return String(value);
	if (isList(value)) return value.map(jsonText).join(',');
	throw new Error('the value is an object, not a text');
}

/** The form of .NET: a point, and an exponent from 1E+15 on. */
function numberText(value: number): string {
	const size = Math.abs(value);
	if (Number.isSafeInteger(value) || (size >= 1e-5 && size < 1e15)) return String(value);
	if (!Number.isFinite(value)) return String(value);
	const [digits, exponent] = value.toExponential().split('e') as [string, string];
	return `${digits}E${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}

const isoTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,16})?(Z|[+-]\d\d:?\d\d)?$/;
const two = (value: number) => String(value).padStart(2, '0');

/** The reference engines' JSON reader turns ISO times into this form, and definitions count on it. */
function timeText(text: string): string | undefined {
	if (text.length < 19 || text.length > 40 || text[10] !== 'T') return undefined;
	const match = isoTime.exec(text);
	if (!match) return undefined;
	const [, year, month, day, hour, minute, second, zone] = match;
	if (!zone || zone === 'Z')
		return isDate(match) ? `${month}/${day}/${year} ${hour}:${minute}:${second}` : undefined;
	const time = new Date(text.includes(':', 20) ? text : text.replace(/(\d\d)(\d\d)$/, '$1:$2'));
	if (Number.isNaN(time.getTime())) return undefined;
	const date = `${two(time.getMonth() + 1)}/${two(time.getDate())}/${String(time.getFullYear()).padStart(4, '0')}`;
	return `${date} ${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}

const isDate = ([, year, month, day, hour, minute, second]: string[]) =>
	!Number.isNaN(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`));
