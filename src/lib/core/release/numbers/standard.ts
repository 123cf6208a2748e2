import { gapAfter, isCapital, tokenAt, type Reading } from '../reading.ts';
import { ofWords } from '../words/numbering.ts';
import { numbering, span, union, type Numbering } from './numbering.ts';

// every pattern is sticky and bounded: tried at one place, it looks at a few dozen characters at most
const season = /s(?:o)?(\d{1,4})(?!\d)/y;
const episode =
	/(?:[\s._\-~,]{0,3}[([]?(?:e(?:p(?:isode|s)?)?|folge|capitulo)[\s._-]{0,2}[#(]?|-?x|xe|[\s._]-[\s._]?x)(\d{1,5}|o\d)(?!\d)/y;
const cross = /(\d{1,4})x(\d{1,4})(?!\d)/y;
const inside = /[a-zà-ÿ]s(\d{1,2})e(\d{2,3})(?!\d)|[a-zà-ÿ](\d{1,2})x(\d{2})(?!\d)/;
const next =
	/(?:([\s._]{0,2}[-~+&,][\s._]{0,2}|[\s._])?(?:s\d{1,4}[\s._]?|\d{1,4}(?=x))?(?:e(?:p(?:isode)?)?[\s._]?|x)|([-~+&_]|,\s?|\s?~\s?)|[\s._](?:to|and|en|y|ao|al|a|und|et)[\s._](?:s\d{1,4}[\s._]?|\d{1,2}x(?=\d))?(?:e(?:p)?[\s._]?)?)(\d{1,5})(?![\da-df-rt-uwyz])/y;
const version = /\s?v(\d)(?!\d)/y;
const fraction = /\.(\d{1,2})(?![\d.])/y;

interface Found {
	season: number;
	episodes: number[];
	end: number;
	version?: number;
	partialEnd?: boolean;
}

function at(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
	pattern.lastIndex = place;
	return pattern.exec(text);
}

const number = (digits: string): number => +digits.replace('o', '0');

/** The first episode is read; now "E02", "-E05", "-05", " and E03" may follow. */
function more(
	text: string,
	first: number,
	place: number,
	crossed: boolean
): { episodes: number[]; end: number } {
	const numbers = [first];
	let ranges = 0;
	let end = place;
	for (let rounds = 0; rounds < 64; rounds++) {
		const found = at(next, text, end);
		if (!found) break;
		const value = +found[3]!;
		const previous = numbers[numbers.length - 1]!;
		const bare = found[2] !== undefined;
		const by = found[0].slice(0, -found[3]!.length);
		// "x" joins only where "x" was used, or behind a dash: S03-x02
		if (/x$/.test(by) && !crossed && !/-\s?x$/.test(by)) break;
		if (found[2] === '_' && !crossed) break;
		// a bare number must go on counting: "E05-06", not "E05-1999"
		if (
			bare &&
			(value <= previous || (value - previous > 400 && found[3]!.length > 3)) &&
			!(crossed && value !== previous)
		)
			break;
		if (by.startsWith(', ') && value !== previous + 1) break;
		if (/^(?:264|265|266)$/.test(found[3]!)) break;
		// "S05E53 - Ep.129" tells the running number
		if (/\s-\s/.test(found[0]) && value - previous > 40) break;
		// "2x05.1280x720"
		if (/\d{3,}x$/.test(by)) break;
		if (by.includes('episode') && value !== previous + 1) break;
		if (value !== previous) numbers.push(value);
		if (/[-~]|to|ao|al|[\s._]a[\s._]/.test(found[0])) ranges++;
		end += found[0].length;
	}
	// one range ("E01-E06") is filled; a chain ("E23-E24-E26") lists what it covers
	const episodes =
		numbers.length === 2 && ranges === 1
			? span(numbers[0]!, numbers[numbers.length - 1]!, 500)
			: union(numbers, []);
	return { episodes, end };
}

function withEpisodes(
	text: string,
	seasonNumber: number,
	first: string,
	place: number,
	crossed: boolean
): Found {
	let end = place;
	const ver = at(version, text, end);
	if (ver) end += ver[0].length;
	const rest = more(text, number(first), end, crossed);
	// "E0506" is two episodes written as one
	const pair = /^(0\d)(\d\d)$/.exec(first);
	const both = pair && +pair[2]! === +pair[1]! + 1 && rest.episodes.length === 1;
	const episodes = both ? [+pair[1]!, +pair[2]!] : rest.episodes;
	const found: Found = { season: seasonNumber, episodes, end: rest.end };
	if (ver) found.version = +ver[1]!;
	return found;
}

function fromSeason(text: string, start: number): Found | undefined {
	const head = at(season, text, start);
	if (!head) return;
	const place = start + head[0].length;
	const ep = at(episode, text, place);
	return ep ? withEpisodes(text, +head[1]!, ep[1]!, place + ep[0].length, false) : undefined;
}

function fromCross(text: string, start: number): Found | undefined {
	const head = at(cross, text, start);
	if (!head) return;
	const [, a, b] = head as unknown as [string, string, string];
	if (a.length > 2 && b.length > 2 && (+a < 1950 || +a > 2100 || +b > 400)) return;
	if (a.length === 3 || (a === '0' && b.length !== 2)) return;
	return withEpisodes(text, +a, b, start + head[0].length, true);
}

function done(reading: Reading, found: Found, first: number): Numbering {
	const out = numbering('standard', first, Math.max(first + 1, tokenAt(reading.tokens, found.end, first)));
	out.seasons = [found.season];
	// whoever seeks a series' episodes counts a file that names the first and the last as all between
	const last = found.episodes[found.episodes.length - 1]!;
	out.episodes = reading.kind === 'series' ? span(found.episodes[0]!, last, 500) : found.episodes;
	if (found.version) out.version = found.version;
	const of = reading.tokens[out.last];
	const total = reading.tokens[out.last + 1];
	// "S1E1-8 of 8"
	if (
		of &&
		total &&
		ofWords.has(of.text) &&
		/^(?:\d{1,4}|xx)$/.test(total.text) &&
		gapAfter(reading, out.last - 1).length === 1
	) {
		out.last += 2;
		if (total.digit) out.episodeCount = +total.text;
	}
	return out;
}

/** S01E02, S01.E02-E05, 1x02, 02x03x04, and the same stuck to a word ("ZooS01E02"). */
export function standard(reading: Reading, index: number): Numbering | undefined {
	const token = reading.tokens[index]!;
	const { lower: text } = reading;
	const code = text.charCodeAt(token.start);
	if (code === 115 || code === 116) {
		// T02E22 is Portuguese for the same
		const found =
			code === 115
				? fromSeason(text, token.start)
				: /^t\d{1,2}x?e\d\d/.test(token.text)
					? fromT(text, token.start)
					: undefined;
		if (found) return done(reading, found, index);
	}
	if (code >= 48 && code <= 57) {
		if (token.letter) {
			const found = fromCross(text, token.start);
			if (found) return done(reading, found, index);
			const leading = /^(\d{2})e(\d{2})$/.exec(token.text);
			if (leading && isCapital(reading, token))
				return done(reading, withEpisodes(text, +leading[1]!, leading[2]!, token.end, false), index);
		}
		return;
	}
	if (token.text.length < 5 || !token.digit) return;
	const hidden = inside.exec(token.text.slice(0, 80));
	if (!hidden) return;
	const place = token.start + hidden.index + hidden[0].length;
	const found = hidden[1]
		? withEpisodes(text, +hidden[1], hidden[2]!, place, false)
		: withEpisodes(text, +hidden[3]!, hidden[4]!, place, true);
	const out = done(reading, found, index);
	// the word it is stuck to belongs to the title
	token.end = token.start + hidden.index + 1;
	token.text = token.text.slice(0, hidden.index + 1);
	out.first = index + 1;
	out.last = Math.max(out.last, index + 1);
	return out;
}

function fromT(text: string, start: number): Found | undefined {
	const head = /^t(\d{1,2})x?e(\d{2,3})/.exec(text.slice(start, start + 10));
	return head ? withEpisodes(text, +head[1]!, head[2]!, start + head[0].length, false) : undefined;
}

/** "12.5" as the number of a special. */
export function fractionAt(text: string, place: number): RegExpExecArray | null {
	return at(fraction, text, place);
}
