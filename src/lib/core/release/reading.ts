import type { Box, Token } from './tokens.ts';
import type { Mark, ParseOptions } from './types.ts';

/** One name on the table: what every reader looks at. */
export interface Reading {
	/** the name as given */
	raw: string;
	/** same length, look-alikes folded to ASCII */
	text: string;
	/** the same in lower case */
	lower: string;
	from: number;
	to: number;
	tokens: Token[];
	boxes: Box[];
	kind: ParseOptions['kind'];
	/** nothing but ASCII: most names, and much need not be looked for in them */
	ascii: boolean;
	marks: Mark[] | undefined;
}

export function mark(reading: Reading, field: string, start: number, end: number): void {
	reading.marks?.push({ field, start, end });
}

/** The characters between token `index` and the next. */
export function gapAfter(reading: Reading, index: number): string {
	const here = reading.tokens[index];
	if (!here) return '';
	const next = reading.tokens[index + 1];
	return reading.text.slice(here.end, next ? next.start : reading.to);
}

export function gapBefore(reading: Reading, index: number): string {
	const here = reading.tokens[index];
	const before = reading.tokens[index - 1];
	return reading.text.slice(before ? before.end : reading.from, here ? here.start : reading.to);
}

/** Written in capitals (digits do not matter). */
export function isCapital(reading: Reading, token: Token): boolean {
	for (let i = token.start; i < token.end; i++) {
		const code = reading.text.charCodeAt(i);
		if (code >= 97 && code <= 122) return false;
	}
	return true;
}

/** Index of the first token that starts at or after a place in the text. */
export function tokenAt(tokens: Token[], place: number, near = 0): number {
	let i = near;
	while (i < tokens.length && tokens[i]!.start < place) i++;
	return i;
}
