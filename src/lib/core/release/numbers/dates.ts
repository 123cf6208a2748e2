import { gapAfter, type Reading } from '../reading.ts';
import { months } from '../words/numbering.ts';

export interface DateFound {
	/** undefined: it looks like a date but day and month cannot be told apart, or no such broadcast can be */
	date: string | undefined;
	first: number;
	last: number;
}

const pad = (n: number): string => String(n).padStart(2, '0');

function valid(year: number, month: number, day: number): string | undefined {
	if (month < 1 || month > 12 || day < 1 || day > 31) return;
	return `${year}-${pad(month)}-${pad(day)}`;
}

const century = (yy: number): number => (yy < 60 ? 2000 + yy : 1900 + yy);
const isYear = (n: number): boolean => n >= 1900 && n < 2100;

function numberAt(reading: Reading, index: number, lengths: string): number | undefined {
	const token = reading.tokens[index];
	if (!token || token.letter || !lengths.includes(String(token.text.length))) return;
	return +token.text;
}

function sameGaps(reading: Reading, index: number): string | undefined {
	const a = gapAfter(reading, index);
	const b = gapAfter(reading, index + 1);
	return a === b && /^(?:[ ._/-]| - )$/.test(a) ? a : undefined;
}

/** 2016.05.23, 2012.16.02 */
function yearFirst(reading: Reading, i: number): DateFound | undefined {
	const year = numberAt(reading, i, '4');
	if (year === undefined || !isYear(year)) return;
	const b = numberAt(reading, i + 1, '12');
	const c = numberAt(reading, i + 2, '12');
	const gap = sameGaps(reading, i);
	if (b === undefined || c === undefined || gap === undefined) return;
	// "Series.2.9" style counting uses single digits; a date is padded, or dashed
	if (gap !== '-' && (reading.tokens[i + 1]!.text.length < 2 || reading.tokens[i + 2]!.text.length < 2))
		return;
	const date = valid(year, b, c) ?? valid(year, c, b);
	return date ? { date, first: i, last: i + 3 } : undefined;
}

/** 15-05-2018, 03-29-2012; 12.02.2025 could be either */
function yearLast(reading: Reading, i: number): DateFound | undefined {
	const year = numberAt(reading, i + 2, '4');
	if (year === undefined || !isYear(year)) return;
	const a = numberAt(reading, i, '12');
	const b = numberAt(reading, i + 1, '12');
	const gap = sameGaps(reading, i);
	if (a === undefined || b === undefined || gap === undefined || gap === ' - ') return;
	if (gap === ' ' && (reading.tokens[i]!.text.length < 2 || reading.tokens[i + 1]!.text.length < 2)) return;
	const dayFirst = valid(year, b, a);
	const monthFirst = valid(year, a, b);
	if (!dayFirst && !monthFirst) return;
	if (dayFirst && monthFirst && a !== b && reading.kind === 'series')
		return { date: undefined, first: i, last: i + 3 };
	return { date: dayFirst ?? monthFirst, first: i, last: i + 3 };
}

/** 25.09.03 (year first when it can be no day), 10-19-12, 09.03.08 */
function short(reading: Reading, i: number): DateFound | undefined {
	if (reading.kind === 'movie') return;
	const [a, b, c] = [numberAt(reading, i, '2'), numberAt(reading, i + 1, '2'), numberAt(reading, i + 2, '2')];
	const gap = sameGaps(reading, i);
	if (a === undefined || b === undefined || c === undefined || (gap !== '.' && gap !== '-')) return;
	if (gap === '-' && reading.tokens[i + 3] && /^\d{4}$/.test(reading.tokens[i + 3]!.text)) return;
	// years ahead are no broadcasts yet: 15.01.31 begins with its year
	const date =
		(i > 0 && a >= 13) || c > 29
			? valid(century(a), b, c)
			: (valid(century(c), b, a) ?? valid(century(c), a, b));
	return date ? { date, first: i, last: i + 3 } : undefined;
}

/** "May 1 (2008)": a year in brackets is the film's. */
const yearOf = (reading: Reading, i: number) =>
	/[([]/.test(gapAfter(reading, i - 1)) ? undefined : numberAt(reading, i, '4');

const ordinalDay = /^(\d{1,2})(?:st|nd|rd|th)?$/;

/** 31st Jan 2025, 16-Feb-2017, October 8, 2014 */
function named(reading: Reading, i: number): DateFound | undefined {
	const { tokens } = reading;
	const day = ordinalDay.exec(tokens[i]!.text);
	if (day) {
		const month = months.get(tokens[i + 1]?.text ?? '');
		const year = yearOf(reading, i + 2);
		const date = month && year && isYear(year) ? valid(year, month, +day[1]!) : undefined;
		return date ? { date, first: i, last: i + 3 } : undefined;
	}
	return;
}

function monthNamed(reading: Reading, i: number): DateFound | undefined {
	const month = months.get(reading.tokens[i]!.text);
	if (!month) return;
	const day = ordinalDay.exec(reading.tokens[i + 1]?.text ?? '');
	const year = yearOf(reading, i + 2);
	const date = day && year && isYear(year) ? valid(year, month, +day[1]!) : undefined;
	return date ? { date, first: i, last: i + 3 } : undefined;
}

/** ".210315." right before the picture words, where no episode is counted */
function sixStandsApart(reading: Reading, i: number): boolean {
	const before = reading.tokens[i - 1]!;
	return (
		reading.tokens[i + 1]?.hit !== undefined &&
		/^[a-z]/.test(before.text) &&
		!before.digit &&
		/^[._-]$/.test(gapAfter(reading, i - 1))
	);
}

/** 20201013, and 2008x12.13 */
function solid(reading: Reading, i: number): DateFound | undefined {
	const { text } = reading.tokens[i]!;
	const eight = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text);
	if (eight) {
		const date = valid(+eight[1]!, +eight[2]!, +eight[3]!);
		return date ? { date, first: i, last: i + 1 } : undefined;
	}
	const six = /^(\d\d)([01]\d)([0-3]\d)$/.exec(text);
	if (six && i > 0 && reading.kind !== 'movie' && sixStandsApart(reading, i)) {
		const date = valid(2000 + +six[1]!, +six[2]!, +six[3]!);
		return date ? { date, first: i, last: i + 1 } : undefined;
	}
	const crossed = /^((?:19|20)\d\d)x(\d\d)$/.exec(text);
	const day = numberAt(reading, i + 1, '2');
	if (crossed && day !== undefined && gapAfter(reading, i) === '.') {
		const date = valid(+crossed[1]!, +crossed[2]!, day);
		return date ? { date, first: i, last: i + 2 } : undefined;
	}
	return;
}

/** "10.11.2023" could be either, but in the folder of a show it is a day: the day stands first, as most write it. */
export function settleDay(reading: Reading, found: DateFound): void {
	if (found.date !== undefined || found.last !== found.first + 3) return;
	const [day, month, year] = [0, 1, 2].map((at) => numberAt(reading, found.first + at, '124')) as number[];
	if (day && month && year) found.date = valid(year, month, day);
}

/** A calendar date that begins at this token. */
export function dateAt(reading: Reading, index: number): DateFound | undefined {
	const token = reading.tokens[index]!;
	if (!token.digit)
		return token.text.length >= 3 && token.text.length <= 9 ? monthNamed(reading, index) : undefined;
	if (token.text.length > 8) return;
	if (token.text.length > 4) return solid(reading, index);
	if (token.text.length === 4) return token.letter ? named(reading, index) : yearFirst(reading, index);
	return (
		(token.letter ? undefined : (yearLast(reading, index) ?? short(reading, index))) ?? named(reading, index)
	);
}
