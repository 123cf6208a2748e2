import { assemble } from './assemble.ts';
import { findBounds, firstSure, type Bounds } from './bounds.ts';
import { readFields, type Fields } from './fields.ts';
import { findGroup, type GroupFound } from './group.ts';
import { findLanguages, type Languages } from './languages.ts';
import { layout, type Layout } from './layout.ts';
import { collect, type Numbers } from './numbers/collect.ts';
import { settleDay } from './numbers/dates.ts';
import {
	countBare,
	findPart,
	settleSeason,
	skipLeading,
	skipShelfNumber,
	type Surroundings
} from './numbers/settle.ts';
import { open } from './open.ts';
import { gapAfter, gapBefore, mark, type Reading } from './reading.ts';
import { scan, type Hit } from './scan.ts';
import { behindShow } from './show-name.ts';
import { spareTitleWord } from './spare.ts';
import type { Token } from './tokens.ts';
import { readTitle, type TitleFound } from './title.ts';
import type { Parsed, ParseOptions } from './types.ts';
import { oddGroups } from './words/groups.ts';
import { findYear, type YearFound } from './year.ts';

/** A name taken apart; `assemble` puts the answer together. */
export interface Parts {
	reading: Reading;
	container: string | undefined;
	numbers: Numbers;
	year: YearFound | undefined;
	bounds: Bounds;
	part: number | undefined;
	fields: Fields;
	languages: Languages;
	group: GroupFound;
	title: TitleFound;
}

function within({ found, date }: Numbers, index: number): boolean {
	if (found && found.style !== 'bare' && index >= found.first && index < found.last) return true;
	return date !== undefined && index >= date.first && index < date.last;
}

/** "S04E03.The.2012.Incident": the show is not of that year. */
function inEpisodeTitle({ tokens }: Reading, { found }: Numbers, index: number): boolean {
	if (found?.style !== 'standard' || index <= found.last || tokens[index]!.box >= 0) return false;
	const free = (token: Token | undefined): boolean =>
		token !== undefined && !token.hit && !token.digit && token.box < 0;
	return free(tokens[index - 1]) && free(tokens[index + 1]);
}

function yearInFront(reading: Reading, lay: Layout): YearFound | undefined {
	const box = reading.boxes[lay.yearBox];
	return box && { year: +reading.tokens[box.first]!.text, index: box.first, last: box.last, boxed: true };
}

/** "H264-FOX", "x265-BEN.THE.MEN": what the group is called says nothing of the release. */
function ofGroup({ tokens }: Reading, { start, group }: GroupFound, hit: Hit): boolean {
	if (start === undefined || group === undefined) return false;
	if (hit.sets.service === undefined && !oddGroups.includes(group.toLowerCase())) return false;
	return tokens[hit.first]!.start >= start && tokens[hit.last - 1]!.end <= start + group.length;
}

/** Which known words count: those behind the title, in front of it, and brackets of nothing but known words. */
function believer(
	reading: Reading,
	bounds: Bounds,
	lay: Layout,
	numbers: Numbers,
	group: GroupFound
): (hit: Hit) => boolean {
	const after = numbers.found?.last ?? 0;
	return (hit) => {
		if (ofGroup(reading, group, hit)) return false;
		if (hit.first >= bounds.tech) return true;
		if (hit.first < lay.start) return lay.group < 0 || reading.tokens[hit.first]!.box !== lay.group;
		if (hit.first < bounds.end) return false;
		if (hit.first === after && (hit.sets.proper ?? hit.sets.repack)) return true;
		const box = reading.boxes[reading.tokens[hit.first]!.box];
		return (
			hit.weight === 3 ||
			(box !== undefined && box.first >= bounds.end && hit.weight === 2) ||
			hit.sets.is3d !== undefined
		);
	};
}

const lineCounts = new Set(['480', '576', '720', '1080', '2160']);

/** "720 HDTV", "[1080.Hi10p]": the lines without their letter. */
function withBareLines(reading: Reading, fields: Fields, bounds: Bounds, numbers: Numbers): Fields {
	if (fields.resolutionTrust > 1) return fields;
	for (let i = bounds.end; i < reading.tokens.length; i++) {
		const token = reading.tokens[i]!;
		if (i < bounds.tech && !reading.tokens[i + 1]?.hit?.entry.tech) continue;
		if (token.letter || !lineCounts.has(token.text) || token.hit || within(numbers, i)) continue;
		fields.resolution = `${token.text}p`;
		mark(reading, 'resolution', token.start, token.end);
		break;
	}
	return fields;
}

const word = /[\p{L}\p{N}]/u;

/** Marks behind the last word belong to the title ("What?!", "(Not) Alone)"), brackets opened for something else do not. */
function titleEnd({ text, to: end }: Reading, start: number, last: Token): number {
	let depth = 0;
	for (let i = start; i < last.end; i++)
		depth += '([{<'.includes(text[i]!) ? 1 : ')]}>'.includes(text[i]!) ? -1 : 0;
	let to = last.end;
	for (; to < Math.min(end, last.end + 12); to++) {
		const char = text[to]!;
		if (word.test(char) || '([{<'.includes(char) || (')]}>'.includes(char) && --depth < 0)) break;
	}
	// a dot between two words parts them; behind a single letter it is an abbreviation's
	const parting =
		to === last.end + 1 ? last.text.length > 1 : last.text.length > 3 && text[last.end + 1] === ' ';
	return text[last.end] === '.' && parting && to < end ? last.end : to;
}

function titleOf(reading: Reading, { start, end }: Bounds): TitleFound {
	const { tokens, text } = reading;
	if (end <= start) return { title: undefined, titles: [] };
	const first = tokens[start]!;
	const last = tokens[end - 1]!;
	const opens = first.box >= 0 && last.box < 0 && text[first.start - 1] === '(';
	const from = opens || /["'¿¡]/.test(text[first.start - 1] ?? '') ? first.start - 1 : first.start;
	const to = titleEnd(reading, opens ? first.start - 1 : first.start, last);
	const found = readTitle(reading, from, to);
	if (found.title) mark(reading, 'title', first.start, last.end);
	return found;
}

const latinName = /^[)\]]?\s?\/\s([^()[\]/]{2,120})[([/]/;
const boxedName = /^\s?\(([^()[\]]{3,100})\)/;

/** "Название (S2E1) / Name (S2E1) (2023)", "Название (Name) 1992": the Latin name may stand behind the other. */
function secondTitle(reading: Reading, { end }: Bounds, numbers: Numbers, title: TitleFound): TitleFound {
	if (!title.title || !/[\u0400-\u04ff]/.test(title.title) || /[a-z]{3}/i.test(title.title)) return title;
	const number = reading.kind === 'series' ? numbers.found : undefined;
	const place = reading.tokens[(number?.last ?? end) - 1]?.end;
	if (place === undefined) return title;
	const behind = reading.raw.slice(place, place + 160);
	const found = number ? latinName.exec(behind) : boxedName.exec(behind);
	const name = found?.[1]!.trim();
	if (!name || !/^[a-z][\p{L}\p{N}\s'!?.,:&-]*$/iu.test(name) || !/[a-z]{3}/i.test(name) || /\d/.test(name))
		return title;
	return { title: name, titles: [title.title, name] };
}

/** "Director - (2016) - Title": behind a year between dashes may stand what the film is called. */
function behindYear(reading: Reading, year: YearFound | undefined, title: TitleFound): TitleFound {
	if (reading.kind !== 'movie' || !year?.boxed || !title.title) return title;
	const next = reading.tokens[year.last];
	const dashed = gapBefore(reading, year.index) === ' - (' && gapAfter(reading, year.last - 1) === ') - ';
	if (!next?.letter || next.hit || !dashed) return title;
	const end = reading.tokens.findIndex((token, at) => at > year.last && (token.hit || token.box >= 0));
	const { title: name } = readTitle(reading, next.start, end < 0 ? reading.to : reading.tokens[end]!.start);
	return name ? { title: name, titles: [name, title.title] } : title;
}

function takeApart(name: string, options: ParseOptions, around: Surroundings): Parts {
	const { reading, container } = open(name, options);
	const hits = scan(reading);
	spareTitleWord(reading, hits);
	const lay = layout(reading);
	const afterShow = behindShow(reading, lay.start, around.show);
	const numbers = collect(reading, afterShow);
	if (around.show !== undefined && numbers.date) settleDay(reading, numbers.date);
	countBare(reading, lay, hits, numbers, { ...around, isFile: container !== undefined }, afterShow);
	const none = reading.tokens.length;
	const sure = Math.min(
		firstSure(hits, lay.start, none),
		numbers.found?.first ?? none,
		numbers.date?.first ?? none
	);
	const part = findPart(reading, lay, numbers, sure, around);
	const year =
		findYear(
			reading,
			Math.max(lay.start, afterShow - 1),
			sure,
			(index) => within(numbers, index) || inEpisodeTitle(reading, numbers, index)
		) ?? yearInFront(reading, lay);
	settleSeason(reading, numbers, year, lay, around);
	const leads =
		year !== undefined &&
		numbers.found?.style !== 'standard' &&
		year.index === lay.start &&
		year.index + 1 < none &&
		year.index < sure;
	const counted = leads ? year.last : skipShelfNumber(reading, lay.start, year);
	const placed: Layout = { ...lay, start: skipLeading(reading, numbers, counted) };
	const bounds = findBounds(
		reading,
		placed,
		hits,
		numbers,
		year && year.index >= placed.start ? year : undefined
	);
	const group = findGroup(reading, lay, hits, bounds.end, numbers.found);
	if (group.prefixed && bounds.start + 1 < bounds.end) bounds.start++;
	const believed = believer(reading, bounds, placed, numbers, group);
	return {
		reading,
		container,
		numbers,
		year,
		bounds,
		part,
		group,
		fields: withBareLines(reading, readFields(reading, hits, believed), bounds, numbers),
		languages: findLanguages(
			reading,
			hits.filter((hit) => !ofGroup(reading, group, hit)),
			bounds,
			believed
		),
		title: behindYear(reading, year, secondTitle(reading, bounds, numbers, titleOf(reading, bounds)))
	};
}

/** Reads one release or file name (not a path). */
export function parseName(name: string, options: ParseOptions = {}, around: Surroundings = {}): Parsed {
	return assemble(name, takeApart(name, options, around), options, around);
}
