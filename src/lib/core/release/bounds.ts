import { absorb, type Anchor } from './absorb.ts';
import { allKnown, type Layout } from './layout.ts';
import type { Numbers } from './numbers/collect.ts';
import { gapAfter, isCapital, type Reading } from './reading.ts';
import type { Hit } from './scan.ts';
import type { YearFound } from './year.ts';

/** The name cut in three: title [start, end), what lies between (an episode's title), technical words from `tech` on. */
export interface Bounds {
	start: number;
	end: number;
	tech: number;
}

/** The first word that cannot be part of a title. */
export function firstSure(hits: Hit[], start: number, none: number): number {
	for (const hit of hits) if (hit.weight === 3 && hit.first > start) return hit.first;
	return none;
}

const sideNote = /^(?:miniserie|miniseries|mini|tv|serie|uk|us)$/;

/** A bracket in the middle ends the title: always for films; for series only when it says something technical. */
function firstBox(reading: Reading, start: number, end: number): number {
	const { tokens, boxes } = reading;
	const first = boxes[tokens[start]?.box ?? -1];
	const home = first?.char === '(' ? first.parent : (tokens[start]?.box ?? -1);
	for (let i = start + 1; i < end; i++) {
		const token = tokens[i]!;
		if (token.box === home || token.box < 0) continue;
		const box = boxes[token.box]!;
		if (box.first !== i || box.first <= start) continue;
		// "Title (Not) Told 2012": the bracket is part of the title
		const next = tokens[box.last];
		const goesOn =
			box.last < end &&
			next!.box === home &&
			next!.letter &&
			!next!.hit &&
			box.char === '(' &&
			!allKnown(reading, token.box);
		if (reading.kind !== 'series' && !goesOn) return i;
		if (allKnown(reading, token.box) || '[{'.includes(box.char) || sideNote.test(token.text)) return i;
		i = box.last - 1;
	}
	return end;
}

/** Where a title that stands in a bracket of its own ends: "[Group][Title][05]". */
function titleBox(reading: Reading, start: number): number | undefined {
	const box = reading.boxes[reading.tokens[start]?.box ?? -1];
	if (box?.first !== start || box.parent >= 0 || box.last >= reading.tokens.length) return;
	const next = reading.tokens[box.last]!;
	// "(500) Boats of Summer"
	return box.char === '(' && next.box < 0 && next.letter && !next.hit ? undefined : box.last;
}

function dashCut(reading: Reading, start: number, end: number, gapShape: RegExp): number {
	for (let i = start; i < end - 1; i++) if (gapShape.test(gapAfter(reading, i).slice(0, 8))) return i + 1;
	return end;
}

const countries = new Set(['us', 'uk', 'au', 'nz', 'ca']);

/** "Show - Episode's name 1080p", "Show.US.S01": what a general reader leaves out of the title. */
function trim(
	reading: Reading,
	lay: Layout,
	numbers: Numbers,
	start: number,
	end: number,
	anchor: Anchor,
	year: YearFound | undefined
): number {
	if (reading.kind !== undefined) return end;
	const { found } = numbers;
	const cuts =
		found?.style === 'standard' ||
		(found?.style === 'bare' && (lay.group >= 0 || found.last === 0)) ||
		(anchor === 'tech' && !year && lay.group < 0);
	const cut = dashCut(reading, start, end, cuts ? /[\s._]-[\s._]|--/ : /--/);
	const last = reading.tokens[cut - 1]!;
	return anchor === 'number' && cut - 1 > start && countries.has(last.text) && isCapital(reading, last)
		? cut - 1
		: cut;
}

/** "Title-x02-Making Of": an extra of a film. */
function isBonus(reading: Reading, index: number): boolean {
	return (
		reading.kind === undefined &&
		/^x\d\d$/.test(reading.tokens[index]!.text) &&
		gapAfter(reading, index - 1).endsWith('-')
	);
}

export function findBounds(
	reading: Reading,
	lay: Layout,
	hits: Hit[],
	numbers: Numbers,
	year: YearFound | undefined
): Bounds {
	const { tokens } = reading;
	const { start } = lay;
	const sure = firstSure(hits, start, tokens.length);
	let end = sure;
	let anchor: Anchor = sure < tokens.length ? 'tech' : 'end';
	const claim = (index: number, as: Anchor): void => {
		if (index < end && index >= start) [end, anchor] = [index, as];
	};
	// "Galaxy - Episode 5 - The Return (1980)" is the name of a film
	const counted = reading.kind !== 'movie' || numbers.found?.style !== 'episode' || !year;
	if (numbers.found && counted) claim(numbers.found.first, 'number');
	if (numbers.date) claim(numbers.date.first, 'date');
	if (year && year.index > start) claim(year.index, 'year');
	for (let i = start + 1; i < Math.min(end, start + 40); i++)
		if (lay.group >= 0 ? /^v\d$/.test(tokens[i]!.text) : isBonus(reading, i)) claim(i, 'tech');
	const hard = end;
	const box = titleBox(reading, start);
	if (box !== undefined && box < end) claim(box, 'box');
	else {
		const at = firstBox(reading, start, end);
		if (at > start) claim(at, 'box');
	}
	end = absorb(reading, hits, start, end, anchor, year?.boxed ?? false);
	if (end > start) end = trim(reading, lay, numbers, start, end, anchor, year);
	return { start, end, tech: techFrom(reading, hits, numbers, year, hard, end) };
}

/** From here on even weak words may be believed. */
function techFrom(
	reading: Reading,
	hits: Hit[],
	numbers: Numbers,
	year: YearFound | undefined,
	hard: number,
	end: number
): number {
	const { found, date } = numbers;
	let last = found && found.style !== 'season' ? found.last : 0;
	if (date && date.last > 0 && (last === 0 || date.first <= last + 1)) last = Math.max(last, date.last);
	// the number stands behind picture words: nothing is left in doubt
	const firstTech = firstSure(hits, end - 1, reading.tokens.length);
	if (last === 0 || last < end || (found && found.last > 0 && found.first > firstTech)) return end;
	// an episode's title lies between its number and the picture words
	const none = reading.tokens.length;
	let tech = none;
	// "S01E11 Dublado BR [...]": known words up to a bracket or the end are no episode's title
	let chain = last;
	while (chain < none && reading.tokens[chain]!.hit) chain = reading.tokens[chain]!.hit!.last;
	if (chain > last && (chain === none || reading.tokens[chain]!.box !== reading.tokens[last]!.box))
		return last;
	for (const hit of hits) {
		if (hit.weight === 3 && hit.first >= last) {
			tech = hit.first;
			break;
		}
	}
	const floor = year && year.index >= last && year.index < tech ? year.last : last;
	const before = absorb(reading, hits, floor - 1, tech, 'zone', false);
	return Math.max(Math.min(before, tech), Math.min(hard, floor));
}
