import { gapAfter, gapBefore, tokenAt, type Reading } from '../reading.ts';
import { rangeWords } from '../words/numbering.ts';
import { span } from './numbering.ts';
import { fractionAt } from './standard.ts';

/** A bare number that could be an episode's. */
export interface Candidate {
	index: number;
	last: number;
	value: number;
	digits: string;
	numbers: number[];
	version?: number;
	fraction?: number;
	/** a dash stands in front: " - 05" */
	dashed: boolean;
	/** no more of the title follows: the end, a bracket, a known word, another dash */
	closed: boolean;
	/** alone in a bracket */
	boxed: boolean;
	/** a known word follows */
	anchored: boolean;
	/** "#17" */
	hashed: boolean;
	/** a year follows: "Title 2 (2006)" */
	dated: boolean;
}

const shape = /^(\d{1,4})(?:v(\d)|(end|fin|final|tv|完|[a-c]))?$/;
const counted = /^第?(\d{1,4})(?:[话話回集完]|end)$/;
const dash = /[\s_.]-[\s_.]*$|^-$|[\s_.]~[\s_.]$/;
const numbered =
	/^(?:movies?|film|part|vol|volume|chapter|no|version|phase|act|disc|cd|dvd|bd|ufc|bellator|night|glory|wrestlemania|extras?|bonus|features?|featurette|top|zone|days|formula|apollo|area)$/;

const idWord = /^(?:tmdb|tvdb|imdb|anidb|anilist|mal)(?:id)?$/;

/** Series are not as old as films: of one, 1905 is the fifth episode of the nineteenth season. */
export const yearly = (value: number, { kind }: Pick<Reading, 'kind'>): boolean =>
	value >= (kind === 'series' ? 1930 : 1895) && value <= 2040;
const frameLike = new Set(['480', '576', '720', '1080', '2160']);

function alone(reading: Reading, first: number, last: number): boolean {
	const box = reading.boxes[reading.tokens[first]!.box];
	return box !== undefined && box.first === first && box.last === last && box.parent < 0;
}

/** The last number of "01 & 02", "01, 02, 03". */
function listEnd({ tokens, text }: Reading, index: number): { to: number; last: number } | undefined {
	const { length } = tokens[index]!.text;
	let at = index;
	for (let next = tokens[at + 1]; next && length > 1; next = tokens[at + 1]) {
		const follows = !next.letter && next.text.length === length && +next.text === +tokens[at]!.text + 1;
		if (!follows || !/^(?: ?[&+] ?|, ?)$/.test(text.slice(tokens[at]!.end, next.start))) break;
		at++;
	}
	return at > index ? { to: +tokens[at]!.text, last: at + 1 } : undefined;
}

/** The last number of "01-12", "01 ~ 12", "215 ao 220", and the token behind it. */
function rangeEnd(
	reading: Reading,
	index: number,
	dashed: boolean
): { to: number; last: number } | undefined {
	const token = reading.tokens[index]!;
	const gap = gapAfter(reading, index);
	let at = index + 1;
	const word = reading.tokens[at];
	if (!word || gap.length > 3) return;
	const worded = !word.digit && gap === ' ' && rangeWords.has(word.text) && word.text !== 'a';
	if (worded) at++;
	const listed = listEnd(reading, index);
	if (listed) return listed;
	const next = reading.tokens[at];
	if (!next || next.hit?.weight === 3) return;
	const to = shape.exec(next.text);
	if (
		!to ||
		+to[1]! <= +token.text ||
		+to[1]! - +token.text > 1999 ||
		(yearly(+token.text, reading) && yearly(+to[1]!, reading))
	)
		return;
	if (worded) return { to: +to[1]!, last: at + 1 };
	if (!/^(?:\s?[-~]\s?|[_.][-~][_.])$/.test(gap)) return;
	if (gap.length > 1 && gap.includes('-')) {
		// "01 - 13 [1080p]" is a range; "Title 2 - 05" and "- 11 - 511 Words" are not
		const closed = /[[\])(]/.test(gapAfter(reading, at)) || at + 1 >= reading.tokens.length;
		const same = to[1]!.length === token.text.length && token.text.length > 1;
		if (!closed || !(same || (/^0*1$/.test(token.text) && !dashed && token.text.length > 1))) return;
	}
	return { to: +to[1]!, last: at + 1 };
}

function continuesDecimal(reading: Reading, index: number, from: number): boolean {
	return index > from && gapBefore(reading, index) === '.' && /^\d$/.test(reading.tokens[index - 1]!.text);
}

function candidateAt(reading: Reading, index: number, from: number, to: number): Candidate | undefined {
	const token = reading.tokens[index]!;
	if (!token.digit || token.text.length > 8 || token.hit) return;
	const plain = shape.exec(token.text) ?? counted.exec(token.text);
	if (!plain || continuesDecimal(reading, index, from) || idWord.test(reading.tokens[index - 1]?.text ?? ''))
		return;
	// "U-571", "K-19": the number is part of a short word
	const short =
		gapBefore(reading, index) === '-' && /^\p{L}{1,2}$/u.test(reading.tokens[index - 1]?.text ?? '');
	if (short) return;
	const dashed = dash.test(gapBefore(reading, index).slice(-8));
	const value = +plain[1]!;
	const out: Candidate = {
		index,
		last: index + 1,
		value,
		digits: plain[1]!,
		numbers: [value],
		dashed,
		closed: false,
		boxed: false,
		anchored: false,
		hashed: gapBefore(reading, index).endsWith('#'),
		dated: false
	};
	if (plain[2] && /^\d$/.test(plain[2])) out.version = +plain[2];
	const range = token.letter ? undefined : rangeEnd(reading, index, dashed);
	if (range) {
		out.numbers = span(value, range.to);
		out.last = range.last;
	} else {
		const part = fractionAt(reading.text, token.end);
		if (part && !reading.tokens[index + 1]?.hit && (dashed || alone(reading, index, index + 2))) {
			out.fraction = +`0.${part[1]!}`;
			out.last = Math.max(index + 2, tokenAt(reading.tokens, token.end + part[0].length, index));
		}
	}
	return surround(reading, out, to);
}

/** Nothing more, or only what stands in brackets. */
const isOver = ({ tokens }: Reading, at: number) => at >= tokens.length || tokens[at]!.box >= 0;

/** Notes what stands behind the number. */
function surround(reading: Reading, out: Candidate, to: number): Candidate {
	const { tokens } = reading;
	const follow = tokens[out.last];
	if (follow && /^v\d$/.test(follow.text) && gapAfter(reading, out.last - 1).length <= 2) {
		out.version = +follow.text[1]!;
		out.last++;
	} else if (
		follow &&
		((/^(?:end|fin|ova|oad|ovd|ona|tv)$/.test(follow.text) && alone(reading, out.index, out.last + 1)) ||
			(/^(?:end|fin|完)$/.test(follow.text) && isOver(reading, out.last + 1)))
	)
		out.last++;
	const gap = gapAfter(reading, out.last - 1).slice(0, 8);
	const next = tokens[out.last];
	out.boxed = alone(reading, out.index, out.last);
	out.anchored = next?.hit !== undefined && next.hit.weight >= 2;
	out.dated = next !== undefined && next.text.length === 4 && !next.letter && yearly(+next.text, reading);
	out.closed =
		!next || out.last >= to || /[[({)\]]/.test(gap) || /[\s_.]-[\s_.]?/.test(gap) || next.hit !== undefined;
	return out;
}

/** "2017-2021", "2020-21": years and seasons of sport are no episodes. */
function ofYears(reading: Reading, { index, last, digits, value }: Candidate): boolean {
	const year = (at: number): number => {
		const token = reading.tokens[at];
		return token && token.text.length === 4 && !token.letter && yearly(+token.text, reading)
			? +token.text
			: 0;
	};
	const before = /^ ?[-/] ?$/.test(gapBefore(reading, index)) ? year(index - 1) : 0;
	if (before && digits.length === 2) return (before + 1) % 100 === value && before >= 1950;
	if (digits.length !== 4 || !yearly(value, reading)) return false;
	return before > 0 || (/^ ?- ?$/.test(gapAfter(reading, last - 1)) && year(last) > 0);
}

/** The bare numbers of tokens [from, to). */
export function candidates(reading: Reading, from: number, to: number): Candidate[] {
	const out: Candidate[] = [];
	for (let i = from; i < to && out.length < 40; i++) {
		const found = candidateAt(reading, i, from, to);
		if (!found) continue;
		const framed =
			frameLike.has(found.digits) && (found.boxed || reading.tokens[found.last]?.hit !== undefined);
		const titled =
			(/^[\s._]$/.test(gapBefore(reading, i)) && numbered.test(reading.tokens[i - 1]?.text ?? '')) ||
			(found.dated && found.digits.length === 1);
		if (!framed && !titled && !ofYears(reading, found)) out.push(found);
		i = found.last - 1;
	}
	return out;
}
