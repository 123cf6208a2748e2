import { gapAfter, isCapital, type Reading } from '../reading.ts';
import { episodeWords, looseSeasonWords, rangeWords, seasonWords, wordNumbers } from '../words/numbering.ts';
import { before, count, roman, stuck, type Counted } from './count.ts';
import { numbering, span, type Numbering } from './numbering.ts';

/** Between a word and its number. */
export const near = /^[\s._:\-–#№()[\],/]{0,4}$/;

/** "Series" and its like are also titles: the number must be short, and for a show an episode must follow. */
function looseCounts(reading: Reading, index: number): boolean {
	const number = reading.tokens[index + 1];
	if (!number || number.letter || number.text.length > 2) return false;
	const next = reading.tokens[index + 2];
	if (next && !next.letter && gapAfter(reading, index + 1) === '-') return false;
	const followed =
		next !== undefined && (episodeWords.has(next.text) || /^(?:\d+of\d+|(?:e|ep|afl)\d+)$/.test(next.text));
	return followed || (reading.kind === undefined && reading.tokens[index]!.text !== 'se');
}

/** "Season.1.3&5": seasons joined by dots, sure only when a list goes on. */
function dotted(reading: Reading, found: Counted): Counted {
	const first = found.numbers[0]!;
	if (found.numbers.length > 1 || gapAfter(reading, found.last - 1) !== '.') return found;
	const more = count(reading, found.last, 2, false);
	if (!more || more.numbers[0]! <= first || more.numbers[0]! > first + 9) return found;
	const listed =
		more.numbers.length > 1 ||
		/^\.\d\b/.test(
			reading.text.slice(reading.tokens[more.last - 1]!.end, reading.tokens[more.last - 1]!.end + 3)
		);
	if (!listed) return found;
	const rest = dotted(reading, more);
	return { ...rest, numbers: [...found.numbers, ...rest.numbers] };
}

/** "Season Two" */
export function spelledNumber(reading: Reading, index: number): number | undefined {
	const token = reading.tokens[index];
	return token && token.text.length > 2 ? wordNumbers.get(token.text) : undefined;
}

/** The seasons named at this token: "Season 1-4", "S01-S05", "3rd Season", "Saison VII". */
export function seasonsAt(reading: Reading, index: number): Counted | undefined {
	const { tokens } = reading;
	const token = tokens[index]!;
	if (token.digit && token.letter) {
		const digits = stuck(token.text, seasonWords);
		if (digits && digits.length <= 4) return continued(reading, index, +digits);
		const plain = /^s(\d{1,4})$/.exec(token.text);
		if (plain) return continued(reading, index, +plain[1]!);
	}
	if (!seasonWords.has(token.text)) return before(reading, index, seasonWords);
	// "The Final Season - 07" counts the episode
	if (!near.test(gapAfter(reading, index)) || / - /.test(gapAfter(reading, index))) return;
	const loose = looseSeasonWords.has(token.text);
	if (loose && (gapAfter(reading, index).length > 1 || !looseCounts(reading, index))) return;
	const plural = /s$|ы$|i$/.test(token.text) || token.text === 'season';
	const found = count(reading, index + 1, 4, plural);
	if (found) return dotted(reading, found);
	const numeral = loose ? undefined : roman(reading, index + 1);
	if (numeral) return { numbers: [numeral], last: index + 2 };
	const spelled = loose ? undefined : spelledNumber(reading, index + 1);
	if (spelled) return { numbers: [spelled], last: index + 2 };
	const of = /^(\d{1,2})of(\d{1,2})$/.exec(tokens[index + 1]?.text ?? '');
	if (of) return { numbers: [+of[1]!], last: index + 2 };
	return;
}

/** "S01" may go on: "S01-S05", "S01-07", "S01 S04", "S01,S02". */
function continued(reading: Reading, index: number, first: number): Counted {
	const { tokens } = reading;
	const numbers = [first];
	let last = index + 1;
	const width = tokens[index]!.text.replace(/^\D+/, '').length;
	for (let rounds = 0; rounds < 40; rounds++) {
		const gap = gapAfter(reading, last - 1);
		let target = last;
		let ranged = /[-~]/.test(gap);
		if (rangeWords.has(tokens[last]?.text ?? '') && !tokens[last]!.digit) [target, ranged] = [last + 1, true];
		const token = tokens[target];
		if (!token || gap.length > 3 || /[([]/.test(gap)) break;
		const again = /^s(\d{1,4})$/.exec(token.text);
		const bare = /^\d+$/.test(token.text) && token.text.length === width && ranged && gap.length === 1;
		const spaced =
			/^\d{2}$/.test(token.text) &&
			width === 2 &&
			gap === ' ' &&
			(rounds === 0 || +token.text === numbers[numbers.length - 1]! + 1);
		if (!again && !bare && !spaced) break;
		const number = again ? +again[1]! : +token.text;
		const previous = numbers[numbers.length - 1]!;
		if (number <= previous) break;
		if (ranged || spaced || gap === ' ') numbers.push(...span(previous + 1, number, 60));
		else numbers.push(number);
		last = target + 1;
	}
	return { numbers, last };
}

const hanSeasonShape = /^第([\d一二三四五六七八九十]{1,3})[季期]$/;

/** 第二季, 第3季, 第十一季 */
export function hanSeason(text: string): number | undefined {
	const digits = hanSeasonShape.exec(text)?.[1];
	if (!digits) return;
	if (/^\d+$/.test(digits)) return +digits;
	const [tens, ones] = digits.includes('十') ? digits.split('十') : ['0', digits];
	const value = (one: string | undefined, none: number): number =>
		one ? '一二三四五六七八九'.indexOf(one) + 1 : none;
	return (tens === '0' ? 0 : value(tens, 1)) * 10 + value(ones, 0) || undefined;
}

/** "Show S 01 720p": the S stands alone. */
export function spacedSeason(reading: Reading, index: number): Numbering | undefined {
	const token = reading.tokens[index]!;
	const number = reading.tokens[index + 1];
	if (
		token.text !== 's' ||
		!number ||
		!/^\d\d$/.test(number.text) ||
		!/^[ .]$/.test(gapAfter(reading, index))
	)
		return;
	if (index === 0 || !isCapital(reading, token) || !reading.tokens[index + 2]?.hit) return;
	const out = numbering('season', index, index + 2);
	out.seasons = [+number.text];
	return out;
}
