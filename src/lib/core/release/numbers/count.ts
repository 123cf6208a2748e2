import { gapAfter, isCapital, type Reading } from '../reading.ts';
import {
	listWords,
	looseSeasonWords,
	ofWords,
	rangeWords,
	seasonWords,
	episodeWords,
	wordNumbers
} from '../words/numbering.ts';
import { span } from './numbering.ts';

/** Numbers that a word announces, and the token behind them. */
export interface Counted {
	numbers: number[];
	last: number;
	/** "of 10" */
	count?: number;
}

export const ordinals = new Map<string, number>(
	Object.entries({
		first: 1,
		second: 2,
		third: 3,
		fourth: 4,
		fifth: 5,
		sixth: 6,
		seventh: 7,
		eighth: 8,
		ninth: 9,
		tenth: 10
	})
);
const ordinal = /^(\d{1,3})(?:st|nd|rd|th|ª|º|a|o|-?й|-?я|-?e|er|ème|eme)?$/;

function value(reading: Reading, index: number, most: number): number | undefined {
	const token = reading.tokens[index];
	if (!token || token.hit?.weight === 3) return;
	const digits = token.letter ? (/^(\d+)v\d$/.exec(token.text)?.[1] ?? '') : token.text;
	return token.digit && digits !== '' && digits.length <= most ? +digits : undefined;
}

/** "II", in capitals */
export function roman(reading: Reading, index: number): number | undefined {
	const token = reading.tokens[index];
	return token && isCapital(reading, token) && /^[ivx]+$/.test(token.text)
		? wordNumbers.get(token.text)
		: undefined;
}

/** Numbers in a row: "1", "1-4", "1, 2 & 3", "1 to 5", "06_08", "1:11", "1 2 3 4". */
export function count(reading: Reading, index: number, most: number, plural: boolean): Counted | undefined {
	const first = value(reading, index, most);
	if (first === undefined) return;
	const numbers = [first];
	let last = index + 1;
	let text = reading.tokens[index]!.text;
	for (let rounds = 0; rounds < 40; rounds++) {
		const gap = gapAfter(reading, last - 1);
		const word = reading.tokens[last];
		if (!word || gap.length > 4) break;
		let target = last;
		let joins = /[-~:_]/.test(gap)
			? 'range'
			: /[,&+]/.test(gap)
				? 'list'
				: plural && /^\s+$/.test(gap)
					? 'list'
					: '';
		if (rangeWords.has(word.text) && !word.digit) [target, joins] = [last + 1, 'range'];
		else if (listWords.has(word.text)) [target, joins] = [last + 1, 'list'];
		const number = joins ? value(reading, target, most) : undefined;
		// "Season 2 - 08" is an episode, "Season 1 - 4" a range
		const loose =
			/ - /.test(gap) &&
			reading.tokens[target]?.text.length !== text.length &&
			!/[\])]/.test(gapAfter(reading, target));
		if (
			number === undefined ||
			number <= numbers[numbers.length - 1]! ||
			loose ||
			(number > 1900 && first < 1900)
		)
			break;
		if (/[([]/.test(gap) || (joins === 'range' && number - numbers[numbers.length - 1]! > 2000)) break;
		if (joins === 'range') numbers.push(...span(numbers[numbers.length - 1]! + 1, number));
		else numbers.push(number);
		text = reading.tokens[target]!.text;
		last = target + 1;
	}
	return withTotal(reading, { numbers, last });
}

/** Adds the "of 10" behind numbers. */
export function withTotal(reading: Reading, out: Counted): Counted {
	const of = reading.tokens[out.last];
	if (!of || !ofWords.has(of.text) || gapAfter(reading, out.last - 1).length > 2) return out;
	const total = reading.tokens[out.last + 1];
	if (!total || !/^(?:\d{1,4}|xx)$/.test(total.text)) return out;
	return { ...out, last: out.last + 2, ...(total.digit && { count: +total.text }) };
}

/** A word with the number stuck to it: "season3", "ep04", "e66", "cap101". */
export function stuck(text: string, words: Set<string>): string | undefined {
	let cut = text.length;
	while (cut > 0 && text.charCodeAt(cut - 1) >= 48 && text.charCodeAt(cut - 1) <= 57) cut--;
	if (cut === 0 || cut === text.length || text.length - cut > 5) return;
	const word = text.slice(0, cut);
	if (words.has(word)) return text.slice(cut);
	return word.endsWith('so') && words.has(word.slice(0, -2)) ? text.slice(cut) : undefined;
}

/** The number stands in front: "3rd Season", "2 сезон", "1ª a 8ª Temporada", "24 серии". */
export function before(reading: Reading, index: number, words: Set<string>): Counted | undefined {
	const token = reading.tokens[index]!;
	const beside = reading.tokens[index + 1];
	if (
		!beside ||
		(!beside.letter && !'- '.includes(reading.text[token.end]!)) ||
		(!beside.letter && reading.text[token.end] === ' ' && reading.text[token.end + 1] !== '-')
	)
		return;
	const first = token.digit ? ordinal.exec(token.text) : undefined;
	if (!first) {
		// "The Second Season"
		const spelled = words === seasonWords ? ordinals.get(token.text) : undefined;
		return spelled && reading.tokens[index + 1]?.text === 'season'
			? { numbers: [spelled], last: index + 2 }
			: undefined;
	}
	let last = index + 1;
	const numbers = [+first[1]!];
	const range = reading.tokens[last];
	if (range && (rangeWords.has(range.text) || /^\s?-\s?$/.test(gapAfter(reading, index)))) {
		const at = rangeWords.has(range.text) ? last + 1 : last;
		const to = ordinal.exec(reading.tokens[at]?.text ?? '');
		if (to && +to[1]! > numbers[0]!) {
			numbers.push(...span(numbers[0]! + 1, +to[1]!, 400));
			last = at + 1;
		}
	}
	let word = reading.tokens[last];
	if (word && /^(?:st|nd|rd|th|й|я|го)$/.test(word.text)) word = reading.tokens[++last];
	if (!word || !words.has(word.text) || word.text.length < 3 || gapAfter(reading, last - 1).length > 2)
		return;
	const loose = words === seasonWords && looseSeasonWords.has(word.text) && word.text !== 'sez';
	// "4. serie" is Czech; "Top 10 Series" counts nothing
	if (loose && !(word.text.startsWith('serie') && gapAfter(reading, last - 1) === '. ')) return;
	// English and German number their seasons in front only as ordinals: "2nd Season"
	if (
		/^(?:seasons?|saisons?|staffel)$/.test(word.text) &&
		/^\d+$/.test(token.text) &&
		!/^(?:st|nd|rd|th)$/.test(reading.tokens[last - 1]!.text) &&
		!(word.text === 'staffel' && gapAfter(reading, last - 1).startsWith('.'))
	)
		return;
	// "Series 3 Episode 10" counts forward, not "3 Episode"
	const after = reading.tokens[last + 1];
	if (
		words === episodeWords &&
		after &&
		/^\d+$/.test(after.text) &&
		/^[ ._]$/.test(gapAfter(reading, last)) &&
		/^[a-z]/.test(word.text)
	)
		return;
	return withTotal(reading, { numbers, last: last + 1 });
}
