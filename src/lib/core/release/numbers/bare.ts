import { gapAfter, gapBefore, type Reading } from '../reading.ts';
import { candidates, yearly, type Candidate } from './candidates.ts';
import { numbering, type Numbering } from './numbering.ts';

/** Where a bare number may be the episode: tokens [from, to), and what stands around. */
export interface BareScope {
	from: number;
	to: number;
	/** first token that may be the number */
	first: number;
	/** the name begins with [Group] */
	fansub: boolean;
	/** the season is known from elsewhere */
	season: boolean;
	/** the season's number, when a folder names it */
	known: number | undefined;
	/** a folder stands around the file: its number is the episode's */
	inFolder: boolean;
	/** it is a file, so one episode is likelier than a range */
	isFile: boolean;
	/** the show's name run together */
	show: string | undefined;
}

function built(reading: Reading, found: Candidate): Numbering {
	const out = numbering('bare', found.index, found.last);
	if (found.fraction !== undefined && reading.kind === 'series')
		out.absoluteSpecial = [found.value + found.fraction];
	else out.absolute = found.numbers;
	if (found.version) out.version = found.version;
	return out;
}

function seasonEpisode(first: number, last: number, season: number, episode: number): Numbering {
	const out = numbering('compressed', first, last);
	out.seasons = [season];
	out.episodes = [episode];
	return out;
}

/** 103 is 1x03 where shows are numbered so: "Show.103.HDTV". */
function compressed(reading: Reading, found: Candidate): Numbering | undefined {
	const { value, digits } = found;
	const season = Math.floor(value / 100);
	const possible =
		digits.length >= 3 &&
		found.numbers.every((number) => Math.floor(number / 100) === season) &&
		!found.fraction &&
		value % 100 !== 0 &&
		(value >= 100 || /^0\d{3}$/.test(digits));
	if (!possible) return;
	const out = seasonEpisode(found.index, found.last, season, value % 100);
	out.episodes = found.numbers.map((number) => number % 100);
	const before = reading.tokens[found.index - 1];
	// "103.104" is two episodes
	if (
		before &&
		/^\d{3}$/.test(before.text) &&
		Math.floor(+before.text / 100) === out.seasons[0] &&
		+before.text < value
	) {
		out.episodes.unshift(+before.text % 100);
		out.first--;
	}
	return out;
}

/** 10708 is episodes 7 and 8 of season 1. */
function doubled(reading: Reading, scope: BareScope): Numbering | undefined {
	for (let i = scope.first; i < scope.to; i++) {
		const token = reading.tokens[i]!;
		const found =
			token.letter || token.text.length < 5 || token.text.length > 6 || i === scope.from
				? null
				: /^(\d{1,2})(\d\d)(\d\d)$/.exec(token.text);
		if (!found || +found[3]! !== +found[2]! + 1) continue;
		const out = seasonEpisode(i, i + 1, +found[1]!, +found[2]!);
		out.episodes.push(+found[3]!);
		return out;
	}
	return undefined;
}

/** "11-02 Title", "1-12 - Title", "office_03_19", "[5.134]", "6.01 - Title": season and episode side by side. */
function pair(reading: Reading, index: number, scope: BareScope): Numbering | undefined {
	const a = reading.tokens[index]!;
	const b = reading.tokens[index + 1];
	if (!b || a.letter || b.letter || a.text.length > 2 || b.text.length < 2 || b.text.length > 3 || b.hit)
		return;
	const gap = gapAfter(reading, index);
	const after = gapAfter(reading, index + 1).slice(0, 4);
	const leading = index === scope.from;
	const ending = index + 2 >= reading.tokens.length;
	const box = reading.boxes[a.box];
	const boxed = box !== undefined && box.first === index && box.last === index + 2;
	const ofSeason = scope.known === +a.text && ending && scope.isFile && b.text.length === 2;
	if (ofSeason && a.text.length === 1 && /^[.-]$/.test(gap) && (leading || gap === '-'))
		return seasonEpisode(index, index + 2, +a.text, +b.text);
	if (gap === '.') {
		const dashed = /[\s_]-[\s_]$/.test(gapBefore(reading, index).slice(-4));
		const closed = /^\s-\s/.test(after);
		const sure = boxed || ((leading || dashed) && closed);
		// "Show/Show - 2.12.mkv"
		const last = dashed && ending && scope.inFolder && scope.isFile && a.text.length === 1;
		if (!last && (!sure || (reading.kind === 'series' && !boxed))) return;
		if (hasYear(reading)) return;
	} else if (gap === '-' && b.text.length === 2) {
		if (
			(scope.season && +a.text !== scope.known) ||
			boxed ||
			(!leading && !(ending && scope.isFile && a.text.length === 2))
		)
			return;
		if (leading && !(/^\s-?\s?/.test(after) && after !== '' && !ending)) return;
	} else if (!(
		gap === '_' &&
		ending &&
		scope.isFile &&
		a.text.length === 2 &&
		b.text.length === 2 &&
		!leading
	))
		return;
	return seasonEpisode(index, index + 2, +a.text, +b.text);
}

function hasYear(reading: Reading): boolean {
	return reading.tokens.some(
		(token) => token.text.length === 4 && !token.letter && yearly(+token.text, reading)
	);
}

/** The number most clearly set apart: behind a dash, in a bracket, or a range. */
function setApart(reading: Reading, list: Candidate[], scope: BareScope): Candidate | undefined {
	const dashed = list.filter(
		(one) =>
			one.dashed &&
			one.index > scope.from &&
			(scope.fansub || one.fraction !== undefined || !yearly(one.value, reading))
	);
	return (
		list.find((one) => one.hashed && one.index > scope.from) ??
		dashed.find((one) => one.closed && one.digits.length > 1) ??
		list.find((one) => one.numbers.length > 1 && (one.closed || one.boxed)) ??
		list.find((one) => one.boxed && !yearly(one.value, reading)) ??
		dashed.find((one) => one.closed) ??
		dashed.find((one) => one.digits.length > 1 || scope.fansub)
	);
}

/** Nothing but "Show - 102": some number their episodes so. */
function lonely(reading: Reading, found: Candidate, scope: BareScope): boolean {
	const free = reading.kind === undefined && !scope.fansub && !scope.season && !scope.inFolder;
	return free && found.last >= reading.tokens.length && found.digits.length === 3 && !found.boxed;
}

/** "02-03 - Title" in the folder of a season; "16 - 12 Title" and "7-12 Title" begin with one number. */
function isTight(reading: Reading, { index, digits, numbers }: Candidate, { known }: BareScope): boolean {
	const end = reading.tokens[index + 1];
	const gap = gapAfter(reading, index);
	return (
		known !== undefined &&
		numbers.length > 1 &&
		numbers.length < 20 &&
		digits.length > 1 &&
		end?.text.length === digits.length &&
		(/[&+,]/.test(gap) || (gap === '-' && !/^[.-]/.test(gapAfter(reading, index + 1))))
	);
}

function inFront(reading: Reading, first: Candidate, scope: BareScope): boolean {
	if (first.index !== scope.from || yearly(first.value, reading) || first.dated) return false;
	if (first.last >= reading.tokens.length) return scope.inFolder;
	if (scope.season) return true;
	if (!reading.tokens[first.last]!.letter || first.digits.length < 2) return false;
	const gap = gapAfter(reading, first.last - 1);
	if (reading.kind !== 'series') return /^\s?[-_]|^\.\s/.test(gap);
	// "Show/01 - Title.mkv", "Show/01 Title.mkv"; "24 Hours.mkv" may be all there is of a name
	const padded = first.digits.startsWith('0');
	return scope.inFolder && scope.isFile && (/^\s[-_]\s|^\.\s/.test(gap) || (padded && /^[\s._-]/.test(gap)));
}

/** "Show.103.HDTV", "Show 445 VOSTFR", "Show.10.720p": no dash, but nothing of the title behind it. */
function plain(reading: Reading, list: Candidate[], scope: BareScope): Numbering | undefined {
	const rest = list.filter((one) => !yearly(one.value, reading) && one.index > scope.from);
	const last = rest[rest.length - 1];
	if (last && scope.season && /^0\d{3}$/.test(last.digits)) return compressed(reading, last);
	const folded = scope.inFolder && !scope.season ? rest.find((one) => /^0\d$/.test(one.digits)) : undefined;
	if (folded && reading.kind === undefined) return built(reading, folded);
	if (scope.fansub || scope.season) {
		const end = rest.findLast((one) => one.closed && (one.digits.length > 1 || scope.season));
		const padded = rest.find((one) => /^0\d/.test(one.digits));
		if (end ?? padded) return built(reading, (end ?? padded)!);
	}
	if (!last) return;
	const next = reading.tokens[last.last]?.hit;
	if (next?.sets.subtitle && last.digits.length > 1) return built(reading, last);
	if (
		!scope.inFolder &&
		(last.closed || reading.kind === 'series') &&
		(reading.kind !== 'series' || !gapBefore(reading, last.index).includes(' '))
	) {
		const found = compressed(reading, last);
		if (found) return found;
	}
	if (
		last.digits.length > 1 &&
		((scope.inFolder && last.closed) || (last.digits.length === 2 && last.anchored && !last.dated))
	)
		return built(reading, last);
	return;
}

/** "(001-220)" behind the picture words. */
function lateRange(reading: Reading, scope: BareScope): Numbering | undefined {
	const found = candidates(reading, scope.to, Math.min(reading.tokens.length, scope.to + 30)).find(
		(one) => one.boxed && one.numbers.length > 1 && one.digits.length > 1
	);
	return found && !yearly(found.value, reading) ? built(reading, found) : undefined;
}

/** "show206" in the folder of the second season, "ShowName22" in the folder of the show. */
function hungOn(reading: Reading, { from, to, known, show }: BareScope): Numbering | undefined {
	for (let i = from; i < to; i++) {
		const found = /^(\p{L}{3,}?)(\d{2,3})$/u.exec(reading.tokens[i]!.text);
		if (!found) continue;
		const value = +found[2]!;
		if (known !== undefined && value >= 100 && Math.floor(value / 100) === known && value % 100 > 0)
			return seasonEpisode(i, i + 1, known, value % 100);
		if (found[1] !== show) continue;
		const out = numbering('bare', i, i + 1);
		out.absolute = [value];
		return out;
	}
	return undefined;
}

/** "(500) Boats of Summer": a title may begin so. "9-1-1", "Unit-12": so may a whole one. */
function isOfTitle(reading: Reading, { index, last }: Candidate, scope: BareScope): boolean {
	const opens = index === scope.from && reading.text[reading.tokens[index]!.start - 1] === '(';
	if (opens) return scope.known === undefined;
	const hangs = last >= reading.tokens.length && gapBefore(reading, index) === '-';
	return hangs && !scope.isFile && !scope.fansub && reading.kind === 'series';
}

/** The episode number of a name that only counts: "[Group] Show - 05", "Show.103.HDTV", "01 - Title". */
export function bare(reading: Reading, scope: BareScope): Numbering | undefined {
	if (reading.kind === 'movie') return;
	const list = candidates(reading, scope.first, scope.to).filter((one) => !isOfTitle(reading, one, scope));
	const first = list[0];
	const hung = scope.show === undefined || first ? undefined : hungOn(reading, scope);
	if (hung) return hung;
	if (!first) return (scope.fansub ? undefined : doubled(reading, scope)) ?? lateRange(reading, scope);
	for (const one of list) {
		const found = pair(reading, one.index, scope);
		if (found) return found;
	}
	// "Season 10/1005 - Title"
	const hundred = list.find(
		(one) =>
			one.digits.length >= 3 &&
			scope.known !== undefined &&
			Math.floor(one.value / 100) === scope.known &&
			one.numbers.every((number) => Math.floor(number / 100) === scope.known) &&
			!yearly(one.value, reading)
	);
	if (hundred?.index === scope.from) return compressed(reading, hundred) ?? built(reading, hundred);
	if (scope.season && first.index === scope.from && inFront(reading, first, scope))
		return built(
			reading,
			isTight(reading, first, scope) ? first : { ...first, numbers: [first.value], last: first.index + 1 }
		);
	if (hundred) return compressed(reading, hundred) ?? built(reading, hundred);
	const apart = setApart(reading, list, scope);
	if (apart && (apart.index > scope.from || apart.boxed || apart.numbers.length > 1)) {
		return (lonely(reading, apart, scope) ? compressed(reading, apart) : undefined) ?? built(reading, apart);
	}
	if (inFront(reading, first, scope)) return built(reading, first);
	return plain(reading, list, scope) ?? lateRange(reading, scope);
}
