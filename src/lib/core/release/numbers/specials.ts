import { gapAfter, type Reading } from '../reading.ts';
import { numbering, span, type Numbering } from './numbering.ts';

const word = /^(?:ova|oad|sp|special)$/;
const stuck = /^(?:ova|oad|sp|special)(\d{1,2})(?:v\d)?$/;
const plain = /^\d{1,2}(?=v\d$|$)/;
const near = /^[\s._#-]{1,3}$/;

/** Nothing of a title follows: "Special 7 Club" is a name. */
function isClosed(reading: Reading, last: number): boolean {
	const next = reading.tokens[last];
	return !next || next.hit !== undefined || /[([{]|-/.test(gapAfter(reading, last - 1));
}

/** The numbers behind the word at `index`, and the token behind them: "OVA 1", "SP2", "OVA 01-03". */
function numbersAt(reading: Reading, index: number): { numbers: number[]; last: number } | undefined {
	const { tokens } = reading;
	const token = tokens[index]!;
	if (token.text[0] !== 'o' && token.text[0] !== 's') return;
	const glued = token.digit ? stuck.exec(token.text)?.[1] : undefined;
	const at = glued === undefined ? index + 1 : index;
	const apart =
		glued === undefined && word.test(token.text) && near.test(gapAfter(reading, index))
			? plain.exec(tokens[at]?.text ?? '')?.[0]
			: undefined;
	const first = glued ?? apart;
	if (first === undefined) return;
	const to = gapAfter(reading, at) === '-' ? plain.exec(tokens[at + 1]?.text ?? '')?.[0] : undefined;
	return to !== undefined && +to > +first
		? { numbers: span(+first, +to), last: at + 2 }
		: { numbers: [+first], last: at + 1 };
}

/** "Show - OVA 1", "Show SP2", "Show Special 03": counted apart from the episodes. */
export function specialAt(
	reading: Reading,
	from: number,
	to: number,
	inFolder: boolean
): Numbering | undefined {
	for (let i = inFolder ? from : from + 1; i < to; i++) {
		const found = numbersAt(reading, i);
		if (!found || !isClosed(reading, found.last)) continue;
		const out = numbering('bare', i, found.last);
		out.absoluteSpecial = found.numbers;
		return out;
	}
	return undefined;
}

const roundWord = /^(?:round|rd)$/;
const roundStuck = /^(?:round|rd|r)(\d{1,2})$/;

/** "Formula.1.2024.Round.05", "2024.R05": a year of sport is a season, its rounds are the episodes. */
export function roundAt(
	{ tokens }: Reading,
	from: number,
	to: number,
	known?: number
): Numbering | undefined {
	for (let i = from + 1; i < to; i++) {
		const { text } = tokens[i]!;
		if (text[0] !== 'r') continue;
		const apart = roundWord.test(text) ? /^\d{1,2}$/.exec(tokens[i + 1]?.text ?? '')?.[0] : undefined;
		const number = apart ?? roundStuck.exec(text)?.[1];
		if (number === undefined) continue;
		const before = tokens[i - 1]!;
		const isYear = i - 1 > from && !before.letter && /^(?:19|20)\d\d$/.test(before.text);
		const season = isYear ? +before.text : known !== undefined && known > 1900 ? known : undefined;
		if (season === undefined) continue;
		const out = numbering('standard', isYear ? i - 1 : i, apart === undefined ? i + 1 : i + 2);
		out.seasons = [season];
		out.episodes = [+number];
		return out;
	}
	return undefined;
}

/** "[22] Title", "(03) Title" in the folder of a show. */
export function inBracket({ tokens, boxes }: Reading): Numbering | undefined {
	const first = tokens[0];
	const box = boxes[first?.box ?? -1];
	if (!first || !box || box.first !== 0 || box.last !== 1 || !/^\d{1,3}$/.test(first.text)) return;
	const out = numbering('bare', tokens.length, 0);
	out.absolute = [+first.text];
	return out;
}
