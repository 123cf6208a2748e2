import { gapAfter, type Reading } from './reading.ts';

export interface YearFound {
	year: number | undefined;
	range?: string;
	/** token it stands at */
	index: number;
	last: number;
	boxed: boolean;
}

const shape = /^(?:18[89]\d|19\d\d|20[0-6]\d)$/;

interface Place {
	index: number;
	year: number;
	boxed: boolean;
	range: string | undefined;
	last: number;
}

function isYear(reading: Reading, index: number): boolean {
	const token = reading.tokens[index];
	if (token === undefined || token.hit) return false;
	// 2006г. is how Russian writes a year
	const digits = token.text.length === 5 && token.text[4] === 'г' ? token.text.slice(0, 4) : token.text;
	return digits.length === 4 && shape.test(digits);
}

function rangeAt(reading: Reading, index: number): number | undefined {
	const gap = gapAfter(reading, index);
	if (gap === ' ' && reading.tokens[index + 1]?.text === 'to' && isYear(reading, index + 2)) return index + 3;
	if (!/^ ?- ?$/.test(gap)) return;
	if (isYear(reading, index + 1) && +reading.tokens[index + 1]!.text > +reading.tokens[index]!.text)
		return index + 2;
	return;
}

function places(reading: Reading, from: number, skip: (index: number) => boolean): Place[] {
	const out: Place[] = [];
	const { tokens, boxes } = reading;
	for (let i = from; i < tokens.length && out.length < 12; i++) {
		if (tokens[i]!.text.length > 5 || !isYear(reading, i) || skip(i)) continue;
		const last = rangeAt(reading, i) ?? i + 1;
		const box = boxes[tokens[i]!.box];
		const boxed = box !== undefined && (box.first === i || box.last === last) && box.last - box.first < 40;
		const range = last > i + 1 ? `${tokens[i]!.text}-${tokens[last - 1]!.text}` : undefined;
		out.push({ index: i, year: +tokens[i]!.text.slice(0, 4), boxed, range, last });
		i = last - 1;
	}
	return out;
}

function result(place: Place): YearFound {
	const out: YearFound = {
		year: place.range ? undefined : place.year,
		index: place.index,
		last: place.last,
		boxed: place.boxed
	};
	if (place.range) out.range = place.range;
	return out;
}

/** The year of the film or show; `start` is the first token of the title, `anchor` the first sure sign that it is over. */
export function findYear(
	reading: Reading,
	start: number,
	anchor: number,
	skip: (index: number) => boolean
): YearFound | undefined {
	const found = places(reading, start, skip);
	if (found.length === 0) return;
	const boxedBefore = found.filter((one) => one.boxed && one.index > start && one.index <= anchor);
	const boxed = boxedBefore.find((one) => alone(reading, one)) ?? boxedBefore[0];
	if (boxed) return result(boxed);
	const before = found.filter((one) => one.index > start && one.index <= anchor);
	const last = before[before.length - 1];
	if (last) return result(last);
	const later = found.find(
		(one) =>
			one.index > anchor &&
			(one.boxed ||
				reading.tokens[one.index - 1]?.hit !== undefined ||
				one.index <= anchor + 3 ||
				one.last >= reading.tokens.length)
	);
	const leading = found[0]!.index === start ? found[0] : undefined;
	if (leading && anchor > start + 1 && reading.kind !== 'series') return result(leading);
	if (leading && later && later.year === leading.year) return;
	return later ? result(later) : undefined;
}

function alone(reading: Reading, place: Place): boolean {
	const box = reading.boxes[reading.tokens[place.index]!.box]!;
	return box.first === place.index && box.last === place.last;
}
