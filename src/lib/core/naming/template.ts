/** A name pattern, taken apart. */
export type Segment =
	| { readonly kind: 'text'; readonly text: string }
	| Token
	| NumberToken
	/** Shown with its surroundings only when something in it has a value. */
	| {
			readonly kind: 'block';
			readonly open: string;
			readonly close: string;
			readonly inner: readonly Segment[];
	  };

export interface Token {
	readonly kind: 'token';
	/** As written, without spaces and signs, in small letters. */
	readonly key: string;
	readonly written: string;
	readonly before: string;
	readonly after: string;
	/** What the words of the value are joined by, when it is not a space. */
	readonly separator: string;
	readonly format: string;
}

/** "S{season:00}E{episode:00}": season and episode belong together, for several episodes change both. */
export interface NumberToken {
	readonly kind: 'numbers';
	readonly mark: string;
	readonly seasonDigits: number;
	readonly joint: string;
	readonly episodeDigits: number;
}

const tokenPattern = /\{([-–. _[(]*)([A-Za-z0-9]+(?:[-._ ]+[A-Za-z0-9]+)*)(?::([^{}]*?))?([-–. _)\]]*)\}/y;
const numbersPattern = /(s?)\{season(?::(0+))?\}([-._ ]?[ex])\{episode(?::(0+))?\}/iy;
const closing: Record<string, string> = { '[': ']', '(': ')' };
const maxLength = 1000;

const templates = new Map<string, readonly Segment[]>();
const maxTemplates = 200;

export function parseTemplate(source: string): readonly Segment[] {
	const known = templates.get(source);
	if (known) return known;
	if (templates.size >= maxTemplates) templates.clear();
	const segments = read(source.slice(0, maxLength));
	templates.set(source, segments);
	return segments;
}

function read(source: string): Segment[] {
	const segments: Segment[] = [];
	let text = '';
	for (let at = 0; at < source.length;) {
		const found = numbersAt(source, at) ?? tokenAt(source, at) ?? blockAt(source, at);
		if (found) {
			if (text) segments.push({ kind: 'text', text });
			text = '';
			segments.push(found.segment);
			at = found.end;
		} else text += source[at++]!;
	}
	if (text) segments.push({ kind: 'text', text });
	return withPairedBrackets(segments);
}

/** "{[Codec}{ Channels]}" is one pair of brackets: shown whole or not at all, whichever of the two is missing. */
function withPairedBrackets(segments: readonly Segment[]): Segment[] {
	const result: Segment[] = [];
	for (let at = 0; at < segments.length; at++) {
		const end = pairEnd(segments, at);
		if (end === undefined) {
			result.push(segments[at]!);
			continue;
		}
		const first = segments[at] as Token;
		const last = segments[end] as Token;
		const split = /[[(]/.exec(first.before)!.index;
		const shut = /[\])]/.exec(last.after)!.index;
		const inner = [
			{ ...first, before: first.before.slice(split + 1) },
			...segments.slice(at + 1, end),
			{ ...last, after: last.after.slice(0, shut) }
		];
		const open = first.before.slice(0, split + 1);
		result.push({ kind: 'block', open, close: last.after.slice(shut), inner });
		at = end;
	}
	return result;
}

/** Where the bracket that a token opens and does not close is closed by a later token; undefined when there is none. */
function pairEnd(segments: readonly Segment[], at: number): number | undefined {
	const first = segments[at]!;
	if (first.kind !== 'token' || !/[[(]/.test(first.before) || /[\])]/.test(first.after)) return undefined;
	for (let next = at + 1; next < segments.length; next++) {
		const segment = segments[next]!;
		if (segment.kind !== 'token' || /[[(]/.test(segment.before)) return undefined;
		if (/[\])]/.test(segment.after)) return next;
	}
	return undefined;
}

interface Found {
	readonly segment: Segment;
	readonly end: number;
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(source);
}

function numbersAt(source: string, at: number): Found | undefined {
	const match = matchAt(numbersPattern, source, at);
	if (!match) return undefined;
	const [all, mark = '', season = '0', joint = '', episode = '0'] = match;
	const digits = { seasonDigits: season.length, episodeDigits: episode.length };
	return { segment: { kind: 'numbers', mark, joint, ...digits }, end: at + all.length };
}

function tokenAt(source: string, at: number): Found | undefined {
	const match = matchAt(tokenPattern, source, at);
	if (!match) return undefined;
	const [all, before = '', written = '', format = '', after = ''] = match;
	const separator = /[-._ ]+/.exec(written)?.[0] ?? ' ';
	const key = written.replace(/[-._ ]/g, '').toLowerCase();
	return { segment: { kind: 'token', key, written, before, after, separator, format }, end: at + all.length };
}

/**
 * "{tmdb-{TmdbId}}" and "{{Edition Tags}}" keep their braces, "{ - {Edition Tags}}" is a bare condition, and brackets
 * around tokens, "({Release Year})", are a condition too.
 */
function blockAt(source: string, at: number): Found | undefined {
	const open = source[at]!;
	const close = open === '{' ? '}' : closing[open];
	if (!close) return undefined;
	const end = closingAt(source, at, open, close);
	const body = end === undefined ? '' : source.slice(at + 1, end);
	if (end === undefined || !body.includes('{') || (open !== '{' && body.includes('/'))) return undefined;
	const shown = open !== '{' || /^(?:[A-Za-z]+-)?\{/.test(body);
	const segment: Segment = {
		kind: 'block',
		open: shown ? open : '',
		close: shown ? close : '',
		inner: read(body)
	};
	return { segment, end: end + 1 };
}

function closingAt(source: string, at: number, open: string, close: string): number | undefined {
	let depth = 0;
	for (let index = at; index < source.length; index++) {
		if (source[index] === open) depth += 1;
		else if (source[index] === close && --depth === 0) return index;
		// A bracket that is a token's own prefix, "{[Quality Full]}", is none of ours.
		else if (open !== '{' && source[index] === '{') {
			const token = matchAt(tokenPattern, source, index);
			if (token) index += token[0].length - 1;
		}
	}
	return undefined;
}

/** All tokens in it, however deep. */
export function tokensOf(segments: readonly Segment[]): (Token | NumberToken)[] {
	return segments.flatMap((segment) =>
		segment.kind === 'block' ? tokensOf(segment.inner) : segment.kind === 'text' ? [] : [segment]
	);
}
