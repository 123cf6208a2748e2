import { gapAfter, isCapital, type Reading } from '../reading.ts';
import {
	episodeWords,
	listWords,
	looseSeasonWords,
	ofWords,
	rangeWords,
	seasonWords,
	wordNumbers
} from '../words/numbering.ts';
import { numbering, span, union, type Numbering } from './numbering.ts';

interface Counted {
	numbers: number[];
	last: number;
	/** "of 10" */
	count?: number;
	text: string;
}

const near = /^[\s._:\-–#№()[\],/]{0,4}$/;
const ordinal = /^(\d{1,3})(?:st|nd|rd|th|ª|º|a|o|-?й|-?я|-?e|er|ème|eme)?$/;

function value(reading: Reading, index: number, most: number): number | undefined {
	const token = reading.tokens[index];
	if (!token || token.hit?.weight === 3) return;
	if (token.digit && !token.letter) return token.text.length <= most ? +token.text : undefined;
	return undefined;
}

function roman(reading: Reading, index: number): number | undefined {
	const token = reading.tokens[index];
	return token && isCapital(reading, token) && /^[ivx]+$/.test(token.text)
		? wordNumbers[token.text]
		: undefined;
}

/** Numbers in a row: "1", "1-4", "1, 2 & 3", "1 to 5", "06_08", "1:11", "1 2 3 4". */
function count(reading: Reading, index: number, most: number, plural: boolean): Counted | undefined {
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
	const out: Counted = { numbers, last, text: reading.tokens[index]!.text };
	const of = reading.tokens[last];
	if (of && ofWords.has(of.text) && gapAfter(reading, last - 1).length <= 2) {
		const total = reading.tokens[last + 1];
		if (total && (/^\d{1,4}$/.test(total.text) || total.text === 'xx')) {
			out.last = last + 2;
			if (/^\d/.test(total.text)) out.count = +total.text;
		}
	}
	return out;
}

/** A word with the number stuck to it: "season3", "ep04", "e66", "cap101". */
function stuck(text: string, words: Set<string>): string | undefined {
	let cut = text.length;
	while (cut > 0 && text.charCodeAt(cut - 1) >= 48 && text.charCodeAt(cut - 1) <= 57) cut--;
	if (cut === 0 || cut === text.length || text.length - cut > 5) return;
	const word = text.slice(0, cut);
	if (words.has(word)) return text.slice(cut);
	return word.endsWith('so') && words.has(word.slice(0, -2)) ? text.slice(cut) : undefined;
}

/** "Series" and its like are also titles: the number must be short, and for a show an episode must follow. */
function looseCounts(reading: Reading, index: number): boolean {
	const number = reading.tokens[index + 1];
	if (!number || number.letter || number.text.length > 2) return false;
	const next = reading.tokens[index + 2];
	const followed =
		next !== undefined && (episodeWords.has(next.text) || /^(?:\d+of\d+|(?:e|ep|afl)\d+)$/.test(next.text));
	return followed || (reading.kind === undefined && reading.tokens[index]!.text !== 'se');
}

function seasonsAt(reading: Reading, index: number): Counted | undefined {
	const { tokens } = reading;
	const token = tokens[index]!;
	if (token.digit && token.letter) {
		const digits = stuck(token.text, seasonWords);
		if (digits && digits.length <= 4) return continued(reading, index, +digits);
		const plain = /^s(\d{1,4})$/.exec(token.text);
		if (plain) return continued(reading, index, +plain[1]!);
	}
	if (!seasonWords.has(token.text)) return before(reading, index, seasonWords);
	if (!near.test(gapAfter(reading, index))) return;
	const loose = looseSeasonWords.has(token.text);
	if (loose && (gapAfter(reading, index).length > 1 || !looseCounts(reading, index))) return;
	const plural = /s$|ы$|i$/.test(token.text) || token.text === 'season';
	const found = count(reading, index + 1, 4, plural);
	if (found) return found;
	const numeral = loose ? undefined : roman(reading, index + 1);
	if (numeral) return { numbers: [numeral], last: index + 2, text: '' };
	const of = /^(\d{1,2})of(\d{1,2})$/.exec(tokens[index + 1]?.text ?? '');
	if (of) return { numbers: [+of[1]!], last: index + 2, text: '' };
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
			/^\d{2}$/.test(token.text) && width === 2 && gap === ' ' && rounds === 0 && +token.text > first;
		if (!again && !bare && !spaced) break;
		const number = again ? +again[1]! : +token.text;
		const previous = numbers[numbers.length - 1]!;
		if (number <= previous) break;
		if (ranged || spaced || gap === ' ') numbers.push(...span(previous + 1, number, 60));
		else numbers.push(number);
		last = target + 1;
	}
	return { numbers, last, text: '' };
}

/** The number stands in front: "3rd Season", "2 сезон", "1ª a 8ª Temporada", "24 серии". */
function before(reading: Reading, index: number, words: Set<string>): Counted | undefined {
	const token = reading.tokens[index]!;
	const first = ordinal.exec(token.text);
	if (!first || !token.digit) return;
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
	if (words === seasonWords && /^(?:series|serie|temp|se|sez|tem|тв)$/.test(word.text) && word.text !== 'sez')
		return;
	// English and German number their seasons in front only as ordinals: "2nd Season"
	if (
		/^(?:seasons?|saisons?|staffel)$/.test(word.text) &&
		/^\d+$/.test(token.text) &&
		!/^(?:st|nd|rd|th)$/.test(reading.tokens[last - 1]!.text)
	)
		return;
	// "Series 3 Episode 10" counts forward, not "3 Episode"
	const after = reading.tokens[last + 1];
	if (
		words === episodeWords &&
		after &&
		/^\d+$/.test(after.text) &&
		gapAfter(reading, last).length === 1 &&
		/^[a-z]/.test(word.text)
	)
		return;
	return { numbers, last: last + 1, text: token.text };
}

function episodesAt(reading: Reading, index: number, afterSeason: boolean): Counted | undefined {
	const token = reading.tokens[index];
	if (!token) return;
	if (token.digit && token.letter) {
		const digits = stuck(token.text.replace(/v\d$/, ''), episodeWords);
		if (digits) {
			const found = count(reading, index, 5, false) ?? { numbers: [+digits], last: index + 1, text: digits };
			found.numbers = more(reading, +digits, index, found);
			return found;
		}
	}
	if (!episodeWords.has(token.text)) return before(reading, index, episodeWords);
	const gap = gapAfter(reading, index);
	if (!near.test(gap) || (token.text === 'e' && !afterSeason && gap !== '.')) return;
	if (token.text === 'e' && gap.length !== 1) return;
	return count(reading, index + 1, 5, token.text.length > 3 && /s$|и$/.test(token.text));
}

/** "E07-E08", "Ep01-12", "E11-E12": the follow-up of a stuck number. */
function more(reading: Reading, first: number, index: number, found: Counted): number[] {
	const gap = gapAfter(reading, index);
	const next = reading.tokens[index + 1];
	const again = next && /^(?:e|ep)?(\d{1,5})$/.exec(next.text);
	if (!again || !/^(?:-| - |~)$/.test(gap) || +again[1]! <= first || next.hit) return [first];
	if (gap !== '-' && !/^e/.test(next.text)) return [first];
	found.last = index + 2;
	return span(first, +again[1]!);
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
	const glued = /^(\d{1,3})(?:of|iz|из)(\d{1,4}|xx)$/.exec(token.text);
	let last = index + 1;
	let pair: [number, number] | undefined;
	if (glued) pair = [+glued[1]!, +glued[2]! || 0];
	else if (
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
	const out = numbering('of', index, last);
	out.episodes = [pair[0]];
	// "[26 из 26]": all of them
	if (pair[0] === pair[1] && pair[0] > 3 && reading.text[token.start - 1] === '[')
		out.episodes = span(1, pair[0]);
	if (pair[1]) out.episodeCount = pair[1];
	return out;
}

/** "Show S 01 720p": the S stands alone. */
function spacedSeason(reading: Reading, index: number): Numbering | undefined {
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

const chinese = /^第?(\d{1,4})(?:[话話回集]|集全)?$/;

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
					count: of.episodeCount ?? 0,
					text: ''
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
				return joined(reading, index, seasons, { numbers: [+dotted.text], last: ++at, text: '' });
			}
		}
		const out = numbering('season', index, seasons.last);
		out.seasons = seasons.numbers;
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
	const all = /^(\d{1,2})xall$/.exec(token.text);
	if (all) {
		const out = numbering('season', index, index + 1);
		out.seasons = [+all[1]!];
		return out;
	}
	if (token.digit && token.letter && token.text.charCodeAt(0) === 0x7b2c) {
		const found = chineseAt(reading, index);
		if (found) return found;
	}
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
