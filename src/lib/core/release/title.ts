import { cyrillic, han, hangul, kana, latin } from './fold.ts';
import type { Reading } from './reading.ts';

export interface TitleFound {
	title: string | undefined;
	titles: string[];
}

const brackets = /[()[\]{}<>]/;
const acronym = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?/gu;
const edges = /^[\s._,:;|/~=@#&+*★☆•·»«–—-]+|[\s_,:;|/~=@#&+*★☆•·»«([{<–—-]+$/gu;

/** Dots and underscores become spaces, save in "S.H.I.E.L.D.". */
export function tidy(slice: string): string {
	let text = slice.slice(0, 1000);
	const spaced = text.includes(' ');
	if (text.includes('_')) text = text.replaceAll('_', ' ');
	if (text.includes('.')) {
		const dots = !/\p{L}\.\p{L}\./u.test(text)
			? text
			: text.replace(
					acronym,
					(letters) => letters.replaceAll('.', '\u0001') + (letters.endsWith('.') ? ' ' : '')
				);
		// in a spaced name a dot belongs to the words: "St. Vincent", "Vol. 2"
		text = (
			spaced && !/\w\.\w/.test(dots) ? dots : dots.replace(/\.(?!\s|$)|(?<!\s\S{0,4})\.$/g, ' ')
		).replaceAll('\u0001', '.');
		if (/\.[^\s.]/.test(slice) && !/[\p{L}]\.$/u.test(text)) text = text.replace(/\.+$/, '');
	}
	if (text.includes('  ') || /[^\S ]/.test(text)) text = text.replace(/\s+/g, ' ');
	text = text.replace(edges, '').trim();
	if (text.endsWith(' -') || text.startsWith('- '))
		text = text.replace(/(?:\s-)+$/, '').replace(/^(?:-\s)+/, '');
	if (!brackets.test(text)) return text;
	return unbalanced(text.replace(/\s*[([{<]\s*[)\]}>]/g, '')).trim();
}

function unbalanced(text: string): string {
	for (const [open, close] of ['()', '[]', '{}', '<>']) {
		const a = text.lastIndexOf(open!);
		const b = text.lastIndexOf(close!);
		if (a >= 0 && b < a) text = text.slice(0, a) + text.slice(a + 1);
		else if (b >= 0 && a < 0) text = text.slice(0, b) + text.slice(b + 1);
	}
	return text;
}

const leadingMarks = /^[^\p{L}\p{N}]+/u;
const foreign = /[\u0600-\u06ff\u3040-\u9fff\uf900-\ufaff]/;

/** "抓娃娃 Successor", "天使降临到我身边！_Angel": the Latin name behind a Chinese one is the one people search by. */
function behindHan(text: string): string {
	if (hangul.test(text) || !foreign.test(text)) return text;
	let last = text.length - 1;
	while (!foreign.test(text[last]!)) last--;
	const tail = text.slice(last + 1).replace(leadingMarks, '');
	return /[a-z\u00c0-\u024f]{2}/i.test(tail) && !latin.test(text.slice(0, last)) ? tail : text;
}

/** Picks among "A / B / C": a Latin name is preferred to a foreign script; several Latin ones stay together. */
function choose(reading: Reading, parts: string[]): { title: string; titles: string[] } {
	const titles = parts.map((part) => tidy(part)).filter((part) => part.length > 0);
	if (titles.length < 2) return { title: titles[0] ?? '', titles };
	const inLatin = titles.filter(
		(part) => latin.test(part) && !cyrillic.test(part) && !han.test(part) && !kana.test(part)
	);
	if (inLatin.length === titles.length)
		return { title: titles.join(reading.kind === 'series' ? ' | ' : ' / '), titles };
	if (inLatin.length === 0) return { title: titles[titles.length - 1]!, titles };
	return { title: reading.kind === undefined ? inLatin.join(' / ') : inLatin[inLatin.length - 1]!, titles };
}

const aka = /[\s._(]a\.?k\.?a\.?[\s._]+/i;

function alternatives(slice: string): string[] {
	if (/\s[/|]\s/.test(slice)) return slice.split(/\s[/|]\s/);
	if (slice.includes(' _ ') && foreign.test(slice)) return slice.split(' _ ');
	if (slice.includes('/') && /[\u3040-\u9fff]/.test(slice)) return slice.split('/');
	if (/[^\s]\/[^\s]/.test(slice) && /[\u0400-\u04ff]/.test(slice)) return slice.split('/');
	return [slice];
}

/** Reads the title out of the characters [start, end). */
export function readTitle(reading: Reading, start: number, end: number): TitleFound {
	const slice = reading.raw.slice(start, Math.min(end, start + 1000));
	const parts = alternatives(slice);
	const picked =
		parts.length > 1 ? choose(reading, parts) : { title: tidy(behindHan(slice)), titles: [] as string[] };
	let title = behindHan(picked.title);
	// "UFC 239 PPV Name": how it was sold is not its name
	if (title.startsWith('UFC')) title = title.replace(/ PPV(?= |$)/, '');
	let titles = picked.titles;
	if (aka.test(title) && titles.length < 2) {
		const both = title
			.split(aka)
			.map((part) => tidy(part.replace(/\)\s*$/, '')))
			.filter(Boolean);
		if (both.length > 1) {
			titles = both;
			if (reading.kind) title = both[0]!;
		}
	}
	return { title: title || undefined, titles: titles.length > 1 ? titles : [] };
}
