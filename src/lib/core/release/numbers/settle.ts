import type { Layout } from '../layout.ts';
import { gapAfter, type Reading } from '../reading.ts';
import { firstSure } from '../bounds.ts';
import type { Hit } from '../scan.ts';
import type { YearFound } from '../year.ts';
import { bare } from './bare.ts';
import { partAt, type Numbers } from './collect.ts';
import { hanSeason } from './seasons.ts';
import { inBracket, roundAt, specialAt } from './specials.ts';

/** What the folder around the file already tells. */
export interface Surroundings {
	season?: number | undefined;
	inFolder?: boolean | undefined;
	isFile?: boolean | undefined;
	/** what the folder calls the show: a number in it is none of an episode */
	show?: string | undefined;
}

/** Looks for a bare episode number where no season and episode are written. */
export function countBare(
	reading: Reading,
	lay: Layout,
	hits: Hit[],
	numbers: Numbers,
	around: Surroundings,
	afterShow: number
): void {
	const known = numbers.found;
	if (known && (known.style !== 'season' || known.seasons.length > 1 || known.disc !== undefined)) return;
	if (numbers.date && (!known || reading.kind !== 'series')) return;
	const to = firstSure(hits, lay.start, reading.tokens.length);
	if (!known && reading.kind === 'series') {
		numbers.found =
			specialAt(reading, lay.start, to, around.show !== undefined) ??
			roundAt(reading, lay.start, to, around.season) ??
			(around.show === undefined ? undefined : inBracket(reading));
		if (numbers.found) return;
	}
	const found = bare(reading, {
		from: lay.start,
		first: known && known.last <= to ? known.last : afterShow,
		to,
		fansub: lay.group >= 0,
		season: known !== undefined || around.season !== undefined,
		known: around.season,
		inFolder: around.inFolder ?? false,
		isFile: around.isFile ?? false,
		show: around.show?.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
	});
	if (!found) return;
	if (!known) numbers.found = found;
	else if (found.style === 'bare' && (lay.group >= 0 || found.first >= known.last)) {
		known.episodes = found.absolute;
		known.absoluteSpecial = found.absoluteSpecial;
		known.style = 'standard';
		if (found.version) known.version = found.version;
		known.first = Math.min(known.first, found.first);
	}
}

/** Settles what an episode number without a season means: a mini-series counts as season 1, an anime counts through. */
export function settleSeason(
	reading: Reading,
	numbers: Numbers,
	year: YearFound | undefined,
	lay: Layout,
	around: Surroundings
): void {
	const { found } = numbers;
	if (!found || found.seasons.length > 0) return;
	// a seeker of series counts an anime through, whatever season its Chinese title names
	const named =
		reading.ascii || reading.kind !== undefined
			? undefined
			: reading.tokens.find((token) => hanSeason(token.text) !== undefined);
	if (named) {
		found.seasons = [hanSeason(named.text)!];
		if (found.episodes.length === 0) [found.episodes, found.absolute] = [found.absolute, []];
		return;
	}
	const recorded = reading.kind === 'series' && /^\d{6}$/.test(reading.tokens[lay.start]?.text ?? '');
	// a recording of Japanese television: "230115 Show #08.ts"
	if (found.style === 'bare' && recorded && found.absolute.length > 0) {
		found.seasons = [1];
		found.episodes = found.absolute;
		found.absolute = [];
	}
	if (found.style !== 'episode' && found.style !== 'of') return;
	if (around.season !== undefined) found.seasons = [around.season];
	else if (reading.kind === 'series') {
		const word = reading.tokens[found.first]!;
		const before = reading.text[word.start - 1];
		const numbered = /^e\d{1,3}$/.test(word.text) && before !== '_' && lay.group < 0;
		if (found.style === 'of' || numbered || recorded) found.seasons = [1];
		else [found.absolute, found.episodes] = [found.episodes, []];
	} else if (reading.kind === undefined && year?.year && year.last === found.first && !year.boxed)
		found.seasons = [year.year];
}

const chapters = new Set(['chapter', 'kapitel', 'chapitre', 'capitolo']);

/** "Part 2": for a series its episode, else only noted. */
export function findPart(
	reading: Reading,
	lay: Layout,
	numbers: Numbers,
	to: number,
	around: Surroundings
): number | undefined {
	const end = Math.min(reading.tokens.length, lay.start + 60);
	for (let i = lay.start; i < end; i++) {
		const token = reading.tokens[i]!;
		const isChapter = i === lay.start && around.show !== undefined && chapters.has(token.text);
		if (!isChapter && !token.hit?.sets.part && !/^(?:part|pt)\d?/.test(token.text)) continue;
		const found = partAt(reading, i, isChapter);
		if (!found) continue;
		const spelled = !/\d/.test(reading.tokens[found.last - 1]!.text);
		// "(part 1)" counts parts of an episode, not episodes
		const free =
			token.box < 0 &&
			!numbers.found &&
			!numbers.date &&
			(i > lay.start || around.show !== undefined) &&
			i <= to &&
			reading.kind !== 'movie';
		if (free && reading.kind === 'series' && lay.group < 0) {
			found.seasons = [around.season ?? 1];
			found.episodes = [found.part!];
			numbers.found = found;
		} else if (free && !spelled && reading.kind === undefined) numbers.found = found;
		return found.part;
	}
	return undefined;
}

/** "01 - First (1962)", "02. Second (1963)": the film's place on its shelf, where the year shows that it is a film. */
export function skipShelfNumber(reading: Reading, start: number, year: YearFound | undefined): number {
	const [number, next] = [reading.tokens[start], reading.tokens[start + 1]];
	if (reading.kind !== 'movie' || !year || year.index <= start + 1 || !next?.letter) return start;
	if (!number || number.hit || number.box >= 0) return start;
	const gap = gapAfter(reading, start);
	const counts = /^0\d{1,2}$/.test(number.text)
		? number.text !== '00' && /^(?:[ ._]| - |\. )$/.test(gap)
		: /^\d{1,2}$/.test(number.text) && gap === ' - ';
	return counts ? start + 1 : start;
}

/** Dates and counters in front of the title are not of it: "09.03.08.Title", "221208 Title", "05 - Title". Gives where the title starts. */
export function skipLeading(reading: Reading, numbers: Numbers, start: number): number {
	const { date, found } = numbers;
	const none = reading.tokens.length;
	if (date && date.first === start && date.last < none) {
		// who asks for a series wants its name, and a date with a dash gives only an episode's
		if (reading.kind === 'series' && gapAfter(reading, date.last - 1) === ' - ') return start;
		numbers.date = { date: date.date, first: none, last: 0 };
		return date.last;
	}
	if (found && /^\d{6}$/.test(reading.tokens[start]?.text ?? '') && found.first > start + 1) return start + 1;
	if (
		found?.style === 'bare' &&
		found.first === start &&
		found.last < none &&
		!reading.tokens[found.last]!.hit
	) {
		const after = found.last;
		found.first = none;
		found.last = 0;
		return after;
	}
	return start;
}
