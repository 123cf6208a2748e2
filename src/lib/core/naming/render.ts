import { cutBytes } from './component.ts';
import { episodeNumbers, plainNumbers } from './episode-numbers.ts';
import type { NameSubject } from './name-subject.ts';
import type { NamingStyle } from './naming-style.ts';
import { safeText } from './safe-text.ts';
import { type Segment, type Token, parseTemplate } from './template.ts';
import { tokenValues } from './token-values.ts';

export interface Rendering {
	readonly subject: NameSubject;
	readonly style: NamingStyle;
	/** How many bytes the values of some tokens may take at most. */
	readonly budgets: ReadonlyMap<string, number>;
}

/** The pattern with its tokens filled in. Slashes of the pattern remain; values bring none. */
export function render(template: string, rendering: Rendering): string {
	const text = renderAll(parseTemplate(template), rendering).text;
	const { letters, spaces } = rendering.style;
	const spaced = spaces === 'keep' ? text : withoutSpaces(text, spaces === 'dots' ? '.' : '_');
	return letters === 'lower' ? spaced.toLowerCase() : letters === 'upper' ? spaced.toUpperCase() : spaced;
}

/** Those inside of brackets would become letters of the name. */
const withoutSpaces = (text: string, instead: string) =>
	text.replace(/(?<=[[(]) +| +(?=[\])])/g, '').replace(/ +/g, instead);

function renderAll(segments: readonly Segment[], rendering: Rendering): { text: string; hasValue: boolean } {
	let hasValue = false;
	const text = segments.map((segment, at) => {
		if (segment.kind === 'text') return segment.text;
		const value = renderOne(segment, segments, at, rendering);
		if (value !== '') hasValue = true;
		return value;
	});
	return { text: text.join(''), hasValue };
}

function renderOne(
	segment: Exclude<Segment, { kind: 'text' }>,
	all: readonly Segment[],
	at: number,
	rendering: Rendering
): string {
	if (segment.kind === 'block') {
		const { text, hasValue } = renderAll(segment.inner, rendering);
		return hasValue ? segment.open + text + segment.close : '';
	}
	const { subject, style } = rendering;
	const numbers = (subject.episodes ?? []).map(({ number }) => number);
	if (segment.kind === 'numbers') {
		if (subject.season === undefined || numbers.length === 0) return '';
		return episodeNumbers(subject.season, numbers, segment, style.multiEpisode, separatorAround(all, at));
	}
	return surrounded(
		segment,
		numberValue(segment, numbers, all, at, rendering) ?? tokenText(segment, rendering)
	);
}

const surrounded = ({ before, after }: Token, value: string): string =>
	value === '' ? '' : before + value + after;

function numberValue(
	token: Token,
	numbers: readonly number[],
	all: readonly Segment[],
	at: number,
	{ subject, style }: Rendering
): string | undefined {
	const digits = Math.max(token.format.length, 1);
	const between = separatorAround(all, at);
	if (token.key === 'episode') return plainNumbers(numbers, digits, style.multiEpisode, between);
	if (token.key !== 'absolute') return undefined;
	const absolute = (subject.episodes ?? []).flatMap((episode) => episode.absolute ?? []);
	return plainNumbers(absolute, digits, style.multiEpisode, between);
}

/** What stands before the numbers, else behind: " - " in "Show - S01E01 - Title". */
function separatorAround(all: readonly Segment[], at: number): string {
	const sides = [all[at - 1], all[at + 1]].map((side) => (side?.kind === 'text' ? side.text : ''));
	return /[-._ ]+$/.exec(sides[0]!)?.[0] ?? /^[-._ ]+/.exec(sides[1]!)?.[0] ?? ' ';
}

function tokenText(token: Token, rendering: Rendering): string {
	const { subject, style, budgets } = rendering;
	const value = tokenValues.get(token.key)?.(subject, token.format);
	if (value === undefined || value === '') return '';
	const cased = casedLike(token.written, limited(safeText(String(value), style).trim(), token.format));
	const budget = budgets.get(token.key);
	const fitted = budget === undefined ? cased : cutBytes(cased, Math.max(0, budget)).trimEnd();
	return token.separator === ' ' || token.separator.length > 1
		? fitted
		: fitted.replace(/ +/g, token.separator);
}

/** "{movie title}" writes small letters, "{MOVIE TITLE}" capitals. */
function casedLike(written: string, value: string): string {
	if (written === written.toLowerCase()) return value.toLowerCase();
	return written === written.toUpperCase() && /[A-Z]{2}/.test(written) ? value.toUpperCase() : value;
}

/** "{Episode Title:30}" keeps thirty characters at most, "{Episode Title:-30}" the last thirty. */
function limited(value: string, format: string): string {
	if (!/^-?[1-9]\d*$/.test(format)) return value;
	const limit = Number(format);
	const chars = [...value];
	if (chars.length <= Math.abs(limit)) return value;
	const kept = Math.max(1, Math.abs(limit) - 1);
	return limit > 0
		? `${chars.slice(0, kept).join('').trimEnd()}…`
		: `…${chars.slice(-kept).join('').trimStart()}`;
}
