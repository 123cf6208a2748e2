import type { Hit } from './scan.ts';

export interface Token {
	start: number;
	end: number;
	/** folded and lowered */
	text: string;
	/** has a digit */
	digit: boolean;
	/** has a letter */
	letter: boolean;
	/** index of the innermost bracket it stands in, -1 outside */
	box: number;
	hit: Hit | undefined;
}

export interface Box {
	/** place of the opening and of the closing bracket (or the end, when it is never closed) */
	open: number;
	close: number;
	char: string;
	parent: number;
	/** tokens [first, last) stand in it, nested ones too */
	first: number;
	last: number;
}

export interface Tokens {
	tokens: Token[];
	boxes: Box[];
}

const SEPARATOR = 0;
const LETTER = 1;
const DIGIT = 2;
const OPEN = 3;
const CLOSE = 4;
const APOSTROPHE = 5;

const ascii = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
	const char = String.fromCharCode(code);
	ascii[code] = /[a-z]/i.test(char)
		? LETTER
		: /\d/.test(char)
			? DIGIT
			: '([{<'.includes(char)
				? OPEN
				: ')]}>'.includes(char)
					? CLOSE
					: char === "'"
						? APOSTROPHE
						: SEPARATOR;
}

/** ª µ º, and the small numbers of "8½" and "Alien³" */
const signsInWords = new Set([0xaa, 0xb2, 0xb3, 0xb5, 0xb9, 0xba, 0xbc, 0xbd, 0xbe]);

function classOf(code: number): number {
	if (code < 128) return ascii[code]!;
	if (code < 0xc0) return signsInWords.has(code) ? LETTER : SEPARATOR;
	if (code === 0xd7 || code === 0xf7) return SEPARATOR;
	if (code < 0x2000) return LETTER;
	if (code < 0x2c00) return code >= 0x2150 && code < 0x2190 ? LETTER : SEPARATOR;
	if (code < 0x3040) return code >= 0x3000 || code < 0x2e80 ? (code === 0x3005 ? LETTER : SEPARATOR) : LETTER;
	return code === 0x30fb || code === 0xfffd ? SEPARATOR : LETTER;
}

const closing: Record<string, string> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** Cuts the part [from, to) of a folded, lowered name into words, and notes which bracket each stands in. */
export function tokenize(lowered: string, from: number, to: number): Tokens {
	const tokens: Token[] = [];
	const boxes: Box[] = [];
	let box = -1;
	let i = from;
	while (i < to) {
		const kind = classOf(lowered.charCodeAt(i));
		if (kind === LETTER || kind === DIGIT) {
			const start = i;
			let letter = kind === LETTER;
			let digit = kind === DIGIT;
			for (i++; i < to; i++) {
				const next = classOf(lowered.charCodeAt(i));
				if (next === LETTER) letter = true;
				else if (next === DIGIT) digit = true;
				else if (next === APOSTROPHE && i + 1 < to && classOf(lowered.charCodeAt(i + 1)) === LETTER)
					letter = true;
				else break;
			}
			tokens.push({ start, end: i, text: lowered.slice(start, i), digit, letter, box, hit: undefined });
			continue;
		}
		if (kind === OPEN) {
			boxes.push({ open: i, close: to, char: lowered[i]!, parent: box, first: tokens.length, last: -1 });
			box = boxes.length - 1;
		} else if (kind === CLOSE && box >= 0) {
			const top = boxes[box]!;
			if (closing[top.char] === lowered[i]) {
				top.close = i;
				top.last = tokens.length;
				box = top.parent;
			}
		}
		i++;
	}
	for (const open of boxes) if (open.last < 0) open.last = tokens.length;
	return { tokens, boxes };
}
