import { allKnown, type Layout } from './layout.ts';
import type { Numbers } from './numbers/collect.ts';
import { gapAfter, gapBefore, isCapital, type Reading } from './reading.ts';
import type { Hit } from './scan.ts';
import { capitalEditions } from './words/release.ts';
import type { YearFound } from './year.ts';

/** The name cut in three: title [start, end), what lies between (an episode's title), technical words from `tech` on. */
export interface Bounds {
	start: number;
	end: number;
	tech: number;
}

type Anchor = 'tech' | 'number' | 'date' | 'year' | 'end' | 'box';

/** The first word that cannot be part of a title. */
export function firstSure(hits: Hit[], start: number, none: number): number {
	for (const hit of hits) if (hit.weight === 3 && hit.first > start) return hit.first;
	return none;
}

const firmEditions = new Set([
	"Director's Cut",
	'Extended',
	'Unrated',
	'Uncut',
	'Remastered',
	'IMAX',
	'Theatrical',
	'Uncensored',
	'Special Edition',
	'Fan Edit',
	'Final Cut',
	'Despecialized',
	'Ultimate',
	'Anniversary Edition',
	'Open Matte',
	'2in1',
	'Alternative Cut',
	'Rogue Cut',
	'Criterion',
	"Collector's Edition"
]);

function titlesArticle(reading: Reading, start: number, index: number): boolean {
	const before = reading.tokens[index - 1]?.text;
	return before === 'the' || before === 'of' || before === 'in' || reading.tokens[start]?.text === 'the';
}

/** May this known word, standing right before the end of the title, be taken out of it? */
function loose(
	reading: Reading,
	hit: Hit,
	anchor: Anchor,
	start: number,
	boxed: boolean,
	hits: Hit[],
	taken: number
): boolean {
	const { sets } = hit;
	const token = reading.tokens[hit.first]!;
	if (sets.language !== undefined) {
		if (anchor === 'number' || anchor === 'date') return false;
		if (anchor === 'year') {
			return (
				hit.entry.trust === 2 &&
				sets.language !== 'en' &&
				sets.language !== 'x-original' &&
				!boxed &&
				!titlesArticle(reading, start, hit.first) &&
				!hits.some((other) => other.first > hit.last && other.sets.language === sets.language)
			);
		}
		if (hit.entry.trust === 2) return !titlesArticle(reading, start, hit.first) || isCapital(reading, token);
		return (
			taken > 0 ||
			(isCapital(reading, token) && token.text.length > 2) ||
			(anchor === 'end' && token.text === 'fr')
		);
	}
	if (anchor === 'year' || anchor === 'number' || anchor === 'date') {
		if (sets.edition)
			return (
				firmEditions.has(sets.edition) ||
				isCapital(reading, token) ||
				/[A-Z].*[A-Z]/.test(reading.text.slice(token.start + 1, token.end))
			);
		if (sets.is3d) return anchor === 'year' && !boxed;
		if (sets.complete) return true;
		if (sets.tech && hit.weight === 2)
			return isCapital(reading, token) || /[A-Z].*[A-Z]/.test(reading.text.slice(token.start + 1, token.end));
		return Boolean(sets.proper ?? sets.repack);
	}
	if (hit.weight === 3) return true;
	if (
		sets.source &&
		hit.weight === 2 &&
		hits.some((other) => other !== hit && other.weight === 3 && other.sets.source)
	)
		return isCapital(reading, token) && taken > 0;
	if (hit.weight === 2) return anchor !== 'end' || !sets.source || taken > 0 || isCapital(reading, token);
	return (
		sets.subtitle !== undefined ||
		sets.is3d !== undefined ||
		((sets.tech !== undefined ||
			sets.multi !== undefined ||
			sets.real !== undefined ||
			sets.service !== undefined) &&
			isCapital(reading, token) &&
			anchor === 'tech')
	);
}

function walkBack(
	reading: Reading,
	hits: Hit[],
	start: number,
	end: number,
	anchor: Anchor,
	boxed: boolean
): number {
	let at = end;
	let taken = 0;
	for (let rounds = 0; rounds < 24 && at - 1 > start; rounds++) {
		const token = reading.tokens[at - 1]!;
		const short = capitalEditions[token.text];
		if (short && isCapital(reading, token) && (anchor === 'year' || anchor === 'tech' || anchor === 'end')) {
			at--;
			taken++;
			continue;
		}
		const hit = token.hit;
		if (
			!hit ||
			hit.last > at ||
			hit.first <= start ||
			!loose(reading, hit, anchor, start, boxed, hits, taken)
		)
			break;
		at = hit.first;
		taken++;
	}
	// an article left hanging belongs to what was taken: "The Complete"
	if (
		taken > 0 &&
		at - 1 > start &&
		/^(?:the|la|le|-)$/.test(reading.tokens[at - 1]!.text) &&
		reading.tokens[at]!.hit?.sets.complete
	)
		at--;
	return at;
}

/** A bracket in the middle ends the title: always for films; for series only when it says something technical. */
function firstBox(reading: Reading, start: number, end: number): number {
	const { tokens, boxes } = reading;
	const home = tokens[start]?.box ?? -1;
	for (let i = start + 1; i < end; i++) {
		const token = tokens[i]!;
		if (token.box === home || token.box < 0) continue;
		const box = boxes[token.box]!;
		if (box.first !== i && box.first > start) continue;
		if (box.first <= start) continue;
		if (reading.kind !== 'series') return i;
		if (
			allKnown(reading, token.box) ||
			box.char === '[' ||
			/^(?:miniserie|mini-serie|miniseries|tv|serie|uk|us)/.test(token.text)
		)
			return i;
		i = box.last - 1;
	}
	return end;
}

/** Where a title that stands in a bracket of its own ends: "[Group][Title][05]". */
function titleBox(reading: Reading, start: number): number | undefined {
	const index = reading.tokens[start]?.box ?? -1;
	const box = reading.boxes[index];
	return box && box.first === start && box.parent < 0 && box.last < reading.tokens.length
		? box.last
		: undefined;
}

function dashCut(reading: Reading, start: number, end: number): number {
	for (let i = start; i < end - 1; i++) if (/[\s._]-[\s._]/.test(gapAfter(reading, i))) return i + 1;
	return end;
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
	if (numbers.found) claim(numbers.found.first, 'number');
	if (numbers.date) claim(numbers.date.first, 'date');
	if (year && year.index > start) claim(year.index, 'year');
	const hard = end;
	const box = titleBox(reading, start);
	if (box !== undefined && box < end) claim(box, 'box');
	else {
		const at = firstBox(reading, start, end);
		if (at < end && at > start) claim(at, 'box');
	}
	end = walkBack(reading, hits, start, end, anchor, year?.boxed ?? false);
	const cut =
		reading.kind === undefined &&
		lay.group < 0 &&
		(numbers.found?.style === 'standard' || (anchor === 'tech' && !year)) &&
		!/^\d/.test(gapBefore(reading, start))
			? dashCut(reading, start, end)
			: end;
	return { start, end: cut, tech: techFrom(reading, hits, numbers, year, hard, end) };
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
	const last = Math.max(
		numbers.found && numbers.found.style !== 'season' ? numbers.found.last : 0,
		numbers.date?.last ?? 0
	);
	if (last === 0 || last < end) return end;
	// an episode's title lies between its number and the picture words
	let tech = reading.tokens.length;
	for (const hit of hits) {
		if (hit.weight === 3 && hit.first >= last) {
			tech = hit.first;
			break;
		}
	}
	const floor = year && year.index >= last && year.index < tech ? year.last : last;
	const before = walkBack(
		reading,
		hits,
		floor - 1,
		tech,
		tech === reading.tokens.length ? 'end' : 'tech',
		false
	);
	return Math.max(Math.min(before, tech), Math.min(hard, floor));
}
