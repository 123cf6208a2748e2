import { gapAfter, gapBefore, type Reading } from '../reading.ts';
import { episodeWords, ofWords, partWords } from '../words/numbering.ts';
import { before, count, stuck, withTotal, type Counted } from './count.ts';
import { numbering, span, union, type Numbering } from './numbering.ts';
import { hanSeason, near, spelledNumber, seasonsAt, spacedSeason } from './seasons.ts';

function episodesAt(reading: Reading, index: number, afterSeason: boolean): Counted | undefined {
	const token = reading.tokens[index];
	if (!token) return;
	if (token.digit && token.letter) {
		const digits = stuck(token.text.replace(/v\d$/, ''), episodeWords);
		if (digits) {
			const found = count(reading, index, 5, false) ?? { numbers: [+digits], last: index + 1 };
			found.numbers = more(reading, +digits, index, found);
			return withTotal(reading, found);
		}
	}
	if (!episodeWords.has(token.text)) return before(reading, index, episodeWords);
	const gap = gapAfter(reading, index);
	if (!near.test(gap) || (token.text === 'e' && !afterSeason && gap !== '.')) return;
	if (token.text === 'e') {
		// "U.N.C.L.E.2015" is no episode
		const number = reading.tokens[index + 1]?.text ?? '';
		if (gap.length !== 1 || number.length > 3 || reading.tokens[index - 1]?.text.length === 1) return;
	}
	const spelled = token.text.length > 3 ? spelledNumber(reading, index + 1) : undefined;
	if (spelled) return { numbers: [spelled], last: index + 2 };
	return count(reading, index + 1, 5, token.text.length > 3 && /s$|и$/.test(token.text));
}

/** What follows a stuck number: "E07-E08", "Ep01-12", "E01E02E03", "E01 E02", "E01-02-04". */
function more(reading: Reading, first: number, index: number, found: Counted): number[] {
	const numbers = [first];
	let at = index + 1;
	for (let rounds = 0; rounds < 40; rounds++, at++) {
		const gap = gapAfter(reading, at - 1);
		const next = reading.tokens[at];
		const again = next && !next.hit && next.text.length < 9 ? /^(e|ep)?(\d{1,5})$/.exec(next.text) : null;
		const previous = numbers[numbers.length - 1]!;
		if (!again || +again[2]! <= previous || +again[2]! > previous + 500) break;
		const marked = again[1] !== undefined;
		const ranged = /^(?:-| - |~)$/.test(gap);
		const listed =
			/^[ ._&+]$/.test(gap) &&
			(marked ||
				(gap === ' ' &&
					+again[2]! <= previous + 2 &&
					again[2]!.length === 2 &&
					!reading.tokens[at + 1]?.hit?.entry.tech));
		if (!(ranged && (marked || gap === '-')) && !listed) break;
		if (ranged) numbers.push(...span(previous + 1, +again[2]!));
		else numbers.push(+again[2]!);
	}
	found.last = Math.max(found.last, at);
	return numbers;
}

/** "E01E02E03", "S01S02S03": numbers run together in one word. */
function runTogether(text: string, letter: string): number[] | undefined {
	if (text.length < 6 || text.length > 40 || text[0] !== letter) return;
	const parts = text.split(letter).slice(1);
	return parts.length > 1 && parts.every((part) => /^\d{1,3}$/.test(part)) ? parts.map(Number) : undefined;
}

function joined(reading: Reading, index: number, seasons: Counted, episodes: Counted): Numbering {
	const out = numbering('standard', index, episodes.last);
	out.seasons = seasons.numbers;
	out.episodes = episodes.numbers;
	if (episodes.count) out.episodeCount = episodes.count;
	return out;
}

/** "5of9", "1 of 4", "[06 из 12]", "3iz6". */
function ofAt(reading: Reading, index: number): Numbering | undefined {
	const token = reading.tokens[index]!;
	const glued = token.letter ? /^(?:e|ep|episode)?(\d{1,3})(?:of|iz|из)(\d{1,4}|xx)$/.exec(token.text) : null;
	const to = reading.tokens[index + 1];
	// "01-12 из 24"
	if (!token.letter && to && !to.letter && +to.text > +token.text && gapAfter(reading, index) === '-') {
		const rest = ofWords.has(reading.tokens[index + 2]?.text ?? '') ? ofAt(reading, index + 1) : undefined;
		if (!rest || rest.episodes.length === 0) return;
		return { ...rest, first: index, episodes: span(+token.text, +to.text) };
	}
	let last = index + 1;
	let pair: [number, number] | undefined;
	const box = reading.boxes[token.box];
	const apart = box !== undefined && box.first === index && box.last === index + 2;
	// "[05/12]"
	if (!token.letter && apart && to && !to.letter && token.text.length < 4 && gapAfter(reading, index) === '/')
		[pair, last] = [[+token.text, +to.text], index + 2];
	if (glued) pair = [+glued[1]!, +glued[2]! || 0];
	else if (
		!pair &&
		!token.letter &&
		ofWords.has(reading.tokens[last]?.text ?? '') &&
		reading.tokens[last]!.text !== 'de'
	) {
		const total = reading.tokens[last + 1];
		if (total && /^\d{1,4}$/.test(total.text) && gapAfter(reading, index).length === 1)
			pair = [+token.text, +total.text];
		last += 2;
	}
	if (!pair || pair[0] > 999 || (pair[1] && pair[0] > pair[1])) return;
	const parted =
		partWords.has(reading.tokens[index - 1]?.text ?? '') && gapBefore(reading, index).length === 1;
	const out = numbering('of', parted ? index - 1 : index, last);
	out.episodes = [pair[0]];
	// "[26 из 26]": all of them
	if (pair[0] === pair[1] && pair[0] > 3 && reading.text[token.start - 1] === '[')
		out.episodes = span(1, pair[0]);
	if (pair[1]) out.episodeCount = pair[1];
	return out;
}

const chinese = /^第?(\d{1,4})(?:[话話回集]|集全)?$/;
const korean = /^제?(\d{1,4})[회화]$/;

/** 第01-15集 */
function chineseAt(reading: Reading, index: number): Numbering | undefined {
	const token = reading.tokens[index]!;
	const next = reading.tokens[index + 1];
	const first = chinese.exec(token.text);
	if (!first) return;
	const to = next && gapAfter(reading, index) === '-' ? chinese.exec(next.text) : null;
	const last = to && /[话話回集]$/.test(next!.text) ? +to[1]! : undefined;
	if (last === undefined && !/[话話回集]$/.test(token.text)) return;
	const out = numbering('episode', index, index + (last === undefined ? 1 : 2));
	out.episodes = last === undefined ? [+first[1]!] : span(+first[1]!, last);
	return out;
}

/** "S02 Disc 1", "Season 3 Vol. 2": the season is not whole. */
function within(reading: Reading, out: Numbering): void {
	const word = reading.tokens[out.last];
	const found = /^(disc|disk|dvd|vol|volume)(\d{0,2})$/.exec(word?.text ?? '');
	if (!found || out.seasons.length > 1 || gapAfter(reading, out.last - 1).length > 3) return;
	const next = reading.tokens[out.last + 1];
	const digits =
		found[2] ||
		(next && /^\d{1,2}$/.test(next.text) && gapAfter(reading, out.last).length <= 2 ? next.text : '');
	if (!digits) return;
	out[found[1]!.startsWith('vol') ? 'part' : 'disc'] = +digits;
	out.last += found[2] ? 1 : 2;
}

/** Numbers announced by a word: Season 1 Episode 2, Temporada 2 [Cap.201], S02, Folge 12, 2 сезон 24 серии. */
export function worded(reading: Reading, index: number): Numbering | undefined {
	const { tokens } = reading;
	const token = tokens[index]!;
	if (token.hit?.weight === 3) return;
	const seasons = seasonsAt(reading, index);
	if (seasons) {
		let at = seasons.last;
		// "Season 1 (1999) Episode 3" and "Temporada 2 [HDTV 720p][Cap.201]": the episode may stand a little further on
		const next = tokens[at];
		if (next) {
			const direct = episodesAt(reading, at, true);
			if (direct && gapAfter(reading, at - 1).length <= 4) return joined(reading, index, seasons, direct);
			const of = ofAt(reading, at);
			if (of && gapAfter(reading, at - 1).length <= 3)
				return joined(reading, index, seasons, {
					numbers: of.episodes,
					last: of.last,
					...(of.episodeCount && { count: of.episodeCount })
				});
		}
		const dotted = tokens[at];
		if (
			dotted &&
			/^s\d{1,2}$/.test(token.text) &&
			/^\d{2,3}$/.test(dotted.text) &&
			seasons.numbers.length === 1
		) {
			const gap = gapAfter(reading, at - 1);
			if (gap === '.' || (gap === '-' && dotted.text.length !== token.text.length - 1)) {
				return joined(reading, index, seasons, { numbers: [+dotted.text], last: ++at });
			}
		}
		const out = numbering('season', index, seasons.last);
		out.seasons = seasons.numbers;
		within(reading, out);
		return out;
	}
	const together =
		token.digit && token.letter ? (runTogether(token.text, 's') ?? runTogether(token.text, 'e')) : undefined;
	if (together) {
		const out = numbering(token.text[0] === 's' ? 'season' : 'episode', index, index + 1);
		out[token.text[0] === 's' ? 'seasons' : 'episodes'] = together;
		return out;
	}
	const spaced = spacedSeason(reading, index);
	if (spaced) return spaced;
	const disc = /^s(\d{1,2})d(\d{1,2})$/.exec(token.text);
	if (disc) {
		const out = numbering('season', index, index + 1);
		out.seasons = [+disc[1]!];
		out.disc = +disc[2]!;
		return out;
	}
	const full = /^season(\d{1,2})episode(\d{1,3})$/.exec(token.text);
	if (full)
		return { ...numbering('standard', index, index + 1), seasons: [+full[1]!], episodes: [+full[2]!] };
	const half = /^s(\d{1,2})p(?:art)?(\d{1,2})$/.exec(token.text);
	if (half) {
		const out = numbering('season', index, index + 1);
		out.seasons = [+half[1]!];
		out.part = +half[2]!;
		return out;
	}
	const all = /^(\d{1,2})xall$/.exec(token.text);
	if (all) {
		const out = numbering('season', index, index + 1);
		out.seasons = [+all[1]!];
		return out;
	}
	if (token.letter && token.text.charCodeAt(0) === 0x7b2c) {
		const season = hanSeason(token.text);
		// a title in another script may still follow: "名字 第二季 / Name - 07"
		if (season !== undefined && /[/|]/.test(gapAfter(reading, index))) return;
		const found =
			season === undefined
				? chineseAt(reading, index)
				: { ...numbering('season', index, index + 1), seasons: [season] };
		if (found) return found;
	}
	const part = token.digit && token.letter ? korean.exec(token.text) : null;
	if (part) return { ...numbering('episode', index, index + 1), episodes: [+part[1]!] };
	const episodes = episodesAt(reading, index, false);
	if (episodes) return alone(reading, index, episodes);
	return token.digit ? ofAt(reading, index) : undefined;
}

function alone(reading: Reading, index: number, episodes: Counted): Numbering | undefined {
	const { tokens } = reading;
	const token = tokens[index]!;
	// "24 серии" may be followed by the season, "8.sez.21.ser" was read from the season on
	const out = numbering('episode', index, episodes.last);
	out.episodes = episodes.numbers;
	if (episodes.count) out.episodeCount = episodes.count;
	const again = /^\d+v(\d)$/.exec(tokens[episodes.last - 1]?.text ?? '');
	if (again) out.version = +again[1]!;
	const cap = /^(?:cap|capitulo|capítulo)\d*$/.test(token.text) || /^cap$/.test(token.text);
	if (cap) {
		// Cap.1503_1506 is 15x03 to 15x06
		const [first] = episodes.numbers as [number];
		const last = episodes.numbers[episodes.numbers.length - 1]!;
		if (first >= 100 && first < 10_000) {
			out.seasons = [Math.floor(first / 100)];
			out.episodes =
				Math.floor(last / 100) === out.seasons[0] ? span(first % 100, last % 100) : [first % 100];
			out.style = 'standard';
		}
	}
	const dotted = tokens[episodes.last];
	// "Episode 1.22"
	if (
		!cap &&
		dotted &&
		episodes.numbers.length === 1 &&
		/^\d{2}$/.test(dotted.text) &&
		gapAfter(reading, episodes.last - 1) === '.' &&
		token.text.length > 2 &&
		!token.digit
	) {
		out.seasons = episodes.numbers;
		out.episodes = [+dotted.text];
		out.last = episodes.last + 1;
		out.style = 'standard';
	}
	out.episodes = union(out.episodes, []);
	return out;
}
