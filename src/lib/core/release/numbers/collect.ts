import { gapAfter, gapBefore, type Reading } from '../reading.ts';
import { dateAt, type DateFound } from './dates.ts';
import { numbering, span, union, type Numbering } from './numbering.ts';
import { episodeWords, months, seasonWords, wordNumbers } from '../words/numbering.ts';
import { ordinals } from './count.ts';
import { standard } from './standard.ts';
import { worded } from './words.ts';

export interface Numbers {
	found: Numbering | undefined;
	date: DateFound | undefined;
}

function merge(a: Numbering, b: Numbering): void {
	// a season word and an episode word apart: "Temporada 2 [HDTV][Cap.201]", "2 сезон 24 серии"
	if (
		a.style === 'season' &&
		(b.style === 'episode' || b.style === 'of' || b.style === 'standard') &&
		(a.seasons.length === 1 || b.style !== 'standard')
	) {
		if (b.seasons.length === 1) a.seasons = b.seasons;
		if (a.seasons.length > 1) return;
		a.episodes = b.episodes;
		if (b.episodeCount) a.episodeCount = b.episodeCount;
		a.style = 'standard';
	} else if (a.style === 'episode' && b.style === 'season') {
		a.seasons = b.seasons;
		a.style = 'standard';
	} else if (a.style === 'episode' && b.style === 'standard') {
		a.absolute = a.episodes;
		a.seasons = b.seasons;
		a.episodes = b.episodes;
		a.style = 'standard';
	} else if (
		a.style === 'standard' &&
		b.style === 'standard' &&
		a.seasons[0] === b.seasons[0] &&
		b.first <= a.last + 1
	) {
		a.episodes = union(a.episodes, b.episodes);
		a.last = b.last;
	} else if (
		a.style === 'season' &&
		b.style === 'season' &&
		b.first <= a.last + 2 &&
		b.seasons[0]! > a.seasons[0]!
	) {
		a.seasons = union(a.seasons, b.seasons);
		a.last = b.last;
	}
	if (b.version) a.version = b.version;
}

const running = /^\d{2,4}$/;

/** "S16E03-04 - 313-314", "S01E02 (102)" */
function runningAfter(reading: Reading, found: Numbering): boolean {
	const { tokens } = reading;
	const after = tokens[found.last];
	if (!after || !running.test(after.text) || after.hit || +after.text > 1930) return false;
	const gap = gapAfter(reading, found.last - 1);
	const behind = gapAfter(reading, found.last).slice(0, 6);
	const next = tokens[found.last + 1];
	const to = next && running.test(next.text) && behind === '-' ? +next.text : undefined;
	if (to === undefined && behind !== '' && !/^\s?[)\]-]|^ - /.test(behind)) return false;
	const apart = /^ ?[([]$/.test(gap) || gap === ' - ';
	if (to === undefined && (!apart || (after.text.length !== 3 && !gap.includes('(')))) return false;
	found.absolute = to === undefined ? [+after.text] : span(+after.text, to);
	found.last += to === undefined ? 1 : 2;
	return true;
}

/** "Show - 05 - S01E05", "313-315 - s16e03-05", "05.5 - S00E01" */
function runningBefore(reading: Reading, found: Numbering): void {
	const { tokens } = reading;
	const index = found.first - 1;
	const before = tokens[index];
	if (!before || before.letter || before.hit || before.text.length > 4 || +before.text > 1930) return;
	const gap = gapAfter(reading, index);
	const dashed = /^ - $|^ [([]$/.test(gap);
	const from = tokens[index - 1];
	const join = from && !from.letter && !from.hit ? gapAfter(reading, index - 1) : '';
	if (join === '-' && running.test(from!.text) && running.test(before.text)) {
		found.absolute = span(+from!.text, +before.text);
		found.first = index - 1;
	} else if (join === '.' && dashed && / - $/.test(gapBefore(reading, index - 1))) {
		found.absoluteSpecial = [+`${from!.text}.${before.text}`];
		found.first = index - 1;
	} else if (dashed && running.test(before.text) && / - $/.test(gapBefore(reading, index))) {
		found.absolute = [+before.text];
		found.first = index;
	}
}

/** The running number beside season and episode. */
function beside(reading: Reading, found: Numbering): void {
	if (found.style !== 'standard' || found.absolute.length > 0) return;
	if (!runningAfter(reading, found)) runningBefore(reading, found);
}

/** "中文名[第01-15集].Name.S01": the episodes may stand in what was skipped before the title. */
function skipped(reading: Reading, from: number): Numbering | undefined {
	for (let i = 0; i < Math.min(from, 40); i++)
		if (reading.tokens[i]!.text.charCodeAt(0) === 0x7b2c) return worded(reading, i);
	return undefined;
}

/** Words without a digit that may begin a statement of number or date. */
const numberWords = new Set([...seasonWords, ...episodeWords, ...months.keys(), ...ordinals.keys(), 's']);

/** Gathers every season, episode and date statement of the name into one. */
export function collect(reading: Reading, from: number): Numbers {
	const { tokens } = reading;
	let found: Numbering | undefined;
	let date: DateFound | undefined;
	for (let i = from; i < tokens.length;) {
		const token = tokens[i]!;
		if (
			(token.hit && token.hit.weight === 3) ||
			!(token.digit || numberWords.has(token.text) || token.text.charCodeAt(0) === 0x7b2c)
		) {
			i++;
			continue;
		}
		const day = date ? undefined : dateAt(reading, i);
		if (day) {
			date = day;
			i = day.last;
			continue;
		}
		const here = standard(reading, i) ?? worded(reading, i);
		if (!here) {
			i++;
			continue;
		}
		// past the picture words only a full statement counts; "S87" there is a name
		const late =
			found === undefined &&
			here.style === 'season' &&
			reading.tokens.slice(Math.max(0, i - 4), i).some((one) => one.hit?.weight === 3) &&
			/^s\d+$/.test(token.text);
		if (!late) {
			if (!found) found = here;
			else merge(found, here);
		}
		i = Math.max(i + 1, here.last);
	}
	const tagged = skipped(reading, from);
	if (tagged && found?.style === 'season') merge(found, tagged);
	if (found) beside(reading, found);
	return { found, date };
}

/** A film's or a daily's part: "Part 2", "Parte.1", "Pt. 3". */
export function partAt(reading: Reading, index: number, isChapter = false): Numbering | undefined {
	const token = reading.tokens[index]!;
	const stuck = /^(?:part|pt)(\d{1,2})$/.exec(token.text);
	const next = reading.tokens[index + 1];
	const near =
		next &&
		gapAfter(reading, index).length <= 2 &&
		(isChapter || token.hit?.sets.part !== undefined || token.text === 'pt');
	const value = stuck
		? +stuck[1]!
		: near
			? /^\d{1,2}$/.test(next.text)
				? +next.text
				: wordNumbers.get(next.text)
			: undefined;
	if (value === undefined) return;
	const out = numbering('part', index, stuck ? index + 1 : index + 2);
	out.part = value;
	return out;
}
