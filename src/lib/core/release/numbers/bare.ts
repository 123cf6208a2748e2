import { gapAfter, gapBefore, tokenAt, type Reading } from '../reading.ts';
import { numbering, span, type Numbering } from './numbering.ts';
import { fractionAt } from './standard.ts';

/** Where a bare number may be the episode: tokens [from, to), and what stands around. */
export interface BareScope {
	from: number;
	to: number;
	/** the name begins with [Group] */
	fansub: boolean;
	/** the season is known from elsewhere */
	season: boolean;
	/** a folder stands around the file: its number is the episode's */
	inFolder: boolean;
}

interface Candidate {
	index: number;
	value: number;
	digits: string;
	last: number;
	numbers: number[];
	version?: number;
	fraction?: number;
	/** a dash stands in front: " - 05" */
	dashed: boolean;
	/** nothing of the title follows: the end, a bracket, a known word or another dash */
	closed: boolean;
	/** alone in a bracket */
	boxed: boolean;
	anchored: boolean;
}

const shape = /^(\d{1,4})(?:v(\d)|(end|fin|final|[a-c]))?$/;
const counted = /^第?(\d{1,4})(?:[话話回集]|end)$/;
const dash = /[\s_.]-[\s_.]*$|^-$|[\s_.]~[\s_.]$/;
const movieWord =
	/^(?:movie|film|part|vol|volume|season|chapter|cap|№|no|ova|episode|version|phase|act|disc|cd|dvd|bd)$/;

function alone(reading: Reading, first: number, last: number): boolean {
	const box = reading.boxes[reading.tokens[first]!.box];
	return box !== undefined && box.first === first && box.last === last;
}

function rangeEnd(reading: Reading, index: number, value: number): number | undefined {
	const gap = gapAfter(reading, index);
	const next = reading.tokens[index + 1];
	if (!next || next.hit?.weight === 3 || !/^(?:\s?[-~]\s?|_~_|_-_)$/.test(gap)) return;
	const to = shape.exec(next.text);
	if (!to || +to[1]! <= value || +to[1]! - value > 1999) return;
	// "01 - 13 [1080p]" is a range; "Title 2 - 05" is not
	if (gap.length > 1 && to[1]!.length < reading.tokens[index]!.text.length) return;
	if (gap.length > 1 && reading.tokens[index]!.text.length === 1) return;
	return +to[1]!;
}

function candidate(reading: Reading, index: number, scope: BareScope): Candidate | undefined {
	const token = reading.tokens[index]!;
	if (!token.digit || token.text.length > 8 || token.hit) return;
	const plain = shape.exec(token.text) ?? counted.exec(token.text);
	if (!plain) return;
	const before = gapBefore(reading, index);
	if (
		/[.]$/.test(before) &&
		before.length === 1 &&
		/^\d$/.test(reading.tokens[index - 1]?.text ?? '') &&
		index > scope.from
	)
		return;
	const value = +plain[1]!;
	const to = rangeEnd(reading, index, value);
	const out: Candidate = {
		index,
		value,
		digits: plain[1]!,
		last: index + 1,
		numbers: [value],
		dashed: dash.test(before),
		closed: false,
		boxed: false,
		anchored: false
	};
	if (plain[2] && /^\d$/.test(plain[2])) out.version = +plain[2];
	if (to !== undefined) {
		out.numbers = span(value, to);
		out.last = index + 2;
	} else {
		const part = fractionAt(reading.text, token.end);
		if (part && !reading.tokens[index + 1]?.hit && (out.dashed || alone(reading, index, index + 2))) {
			out.fraction = +`0.${part[1]!}`;
			out.last = Math.max(index + 2, tokenAt(reading.tokens, token.end + part[0].length, index));
		}
	}
	return finish(reading, out, scope);
}

function finish(reading: Reading, out: Candidate, scope: BareScope): Candidate {
	let { last } = out;
	const tokens = reading.tokens;
	const follow = tokens[last];
	if (follow && /^v\d$/.test(follow.text) && gapAfter(reading, last - 1).length <= 2) {
		out.version = +follow.text[1]!;
		last++;
	} else if (
		follow &&
		/^(?:end|fin|ova|oad|ovd|ona)$/.test(follow.text) &&
		alone(reading, out.index, last + 1)
	)
		last++;
	out.last = last;
	const gap = gapAfter(reading, last - 1);
	const next = tokens[last];
	out.boxed = alone(reading, out.index, last);
	out.anchored = next?.hit !== undefined && next.hit.weight >= 2;
	out.closed =
		!next ||
		last >= scope.to ||
		/[[({]/.test(gap) ||
		/[\s_.]-[\s_.]?/.test(gap) ||
		out.anchored ||
		next.hit !== undefined ||
		/[)\]]/.test(gap);
	return out;
}

const yearly = (value: number): boolean => value >= 1930 && value <= 2040;
const frameLike = (value: number): boolean =>
	value === 480 || value === 576 || value === 720 || value === 1080 || value === 2160;

function built(reading: Reading, found: Candidate): Numbering {
	const out = numbering('bare', found.index, found.last);
	if (found.fraction !== undefined && reading.kind === 'series')
		out.absoluteSpecial = [found.value + found.fraction];
	else out.absolute = found.numbers;
	if (found.version) out.version = found.version;
	return out;
}

/** 103 is 1x03 where shows are numbered so: "Show.103.HDTV". */
function compressed(reading: Reading, found: Candidate): Numbering | undefined {
	const { value, digits } = found;
	if (digits.length < 3 || found.numbers.length > 1 || found.fraction || value % 100 === 0 || value < 100) {
		if (!/^0\d{3}$/.test(digits)) return;
	}
	const out = numbering('compressed', found.index, found.last);
	out.seasons = [Math.floor(value / 100)];
	out.episodes = [value % 100];
	const again = reading.tokens[found.last];
	if (
		again &&
		/^\d{3}$/.test(again.text) &&
		Math.floor(+again.text / 100) === out.seasons[0] &&
		+again.text > value
	) {
		out.episodes.push(+again.text % 100);
		out.last++;
	}
	return out;
}

function pick(candidates: Candidate[], scope: BareScope): Candidate | undefined {
	const dashed = candidates.filter((one) => one.dashed && one.index > scope.from);
	const ranged = candidates.find((one) => one.numbers.length > 1 && (one.closed || one.boxed));
	return (
		dashed.find((one) => one.closed && one.digits.length > 1) ??
		ranged ??
		candidates.find((one) => one.boxed && !yearly(one.value)) ??
		dashed.find((one) => one.closed) ??
		dashed.find((one) => one.digits.length > 1 || scope.fansub)
	);
}

function movieBefore(reading: Reading, found: Candidate): boolean {
	return movieWord.test(reading.tokens[found.index - 1]?.text ?? '');
}

/** The episode number of a name that only counts: "[Group] Show - 05", "Show.103.HDTV", "01 - Title". */
export function bare(reading: Reading, scope: BareScope): Numbering | undefined {
	if (reading.kind === 'movie') return;
	const candidates: Candidate[] = [];
	for (let i = scope.from; i < scope.to && candidates.length < 40; i++) {
		const found = candidate(reading, i, scope);
		if (!found) continue;
		if (!movieBefore(reading, found)) candidates.push(found);
		i = found.last - 1;
	}
	if (candidates.length === 0) return;
	const series = reading.kind === 'series';
	const first = candidates[0]!;
	const leading = first.index === scope.from;
	const strong = pick(candidates, scope);
	if (strong && !(strong.index === scope.from && !strong.boxed)) {
		// guess of last resort: "One Piece - 102" with nothing else
		if (
			!series &&
			!scope.fansub &&
			!scope.season &&
			!scope.inFolder &&
			strong.last >= reading.tokens.length &&
			strong.digits.length === 3 &&
			!strong.boxed
		) {
			const se = compressed(reading, strong);
			if (se) return se;
		}
		return built(reading, strong);
	}
	const rest = candidates.filter(
		(one) => !yearly(one.value) && one.index > scope.from && !(frameLike(one.value) && one.anchored)
	);
	const last = rest[rest.length - 1];
	if (scope.fansub || scope.season) {
		const end = [...rest].reverse().find((one) => one.closed && (one.digits.length > 1 || scope.season));
		const padded = rest.find((one) => /^0\d/.test(one.digits));
		if (end ?? padded) return built(reading, (end ?? padded)!);
	}
	if (
		leading &&
		(first.closed || scope.inFolder) &&
		!yearly(first.value) &&
		(/-/.test(gapAfter(reading, first.last - 1)) || /^0|^\d{2}/.test(first.digits) || scope.inFolder)
	) {
		if (!series || scope.inFolder)
			if (first.last < reading.tokens.length || scope.inFolder) return built(reading, first);
	}
	if (!last) return;
	const dots = !/ /.test(gapBefore(reading, last.index)) || !series;
	if (!scope.inFolder && last.digits.length >= 3 && dots && (last.closed || series)) {
		const se = compressed(reading, last);
		if (se) return se;
	}
	if (scope.inFolder && last.closed) return built(reading, last);
	if (last.digits.length === 2 && last.anchored) return built(reading, last);
	return;
}
