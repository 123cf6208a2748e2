import { findBounds, firstSure, type Bounds } from './bounds.ts';
import { readFields, type Fields } from './fields.ts';
import { findGroup, type GroupFound } from './group.ts';
import { findIds } from './ids.ts';
import { isJunk } from './junk.ts';
import { findLanguages, type Languages } from './languages.ts';
import { layout, type Layout } from './layout.ts';
import { bare } from './numbers/bare.ts';
import { collect, partAt, type Numbers } from './numbers/collect.ts';
import { open } from './open.ts';
import { inferModifier, qualityName } from './quality.ts';
import { mark, type Reading } from './reading.ts';
import { scan, type Hit } from './scan.ts';
import { readTitle, tidy, type TitleFound } from './title.ts';
import type { Parsed, ParseOptions, ReleaseKind } from './types.ts';
import { wordNumbers } from './words/numbering.ts';
import { findYear, type YearFound } from './year.ts';

/** What a folder around the file already tells. */
export interface Surroundings {
	season?: number | undefined;
	inFolder?: boolean | undefined;
}

interface Parts {
	reading: Reading;
	container: string | undefined;
	lay: Layout;
	hits: Hit[];
	numbers: Numbers;
	year: YearFound | undefined;
	bounds: Bounds;
	part: number | undefined;
	fields: Fields;
	languages: Languages;
	group: GroupFound;
	title: TitleFound;
}

function within(numbers: Numbers, index: number): boolean {
	const { found, date } = numbers;
	return (
		(found !== undefined && index >= found.first && index < found.last && found.style !== 'bare') ||
		(date !== undefined && index >= date.first && index < date.last)
	);
}

function countBare(reading: Reading, lay: Layout, hits: Hit[], numbers: Numbers, around: Surroundings): void {
	const known = numbers.found;
	if (known && known.style !== 'season') return;
	if (numbers.date && (!known || reading.kind !== 'series')) return;
	if (known && (known.seasons.length > 1 || known.disc !== undefined)) return;
	const to = firstSure(hits, lay.start, reading.tokens.length);
	const season = known !== undefined || around.season !== undefined;
	const from = known && known.last <= to ? Math.max(lay.start, known.last - 1) : lay.start;
	const found = bare(reading, {
		from,
		to,
		fansub: lay.group >= 0,
		season,
		inFolder: around.inFolder ?? false
	});
	if (!found) return;
	if (known && found.style === 'bare' && (lay.group >= 0 || found.first >= known.last)) {
		known.episodes = found.absolute;
		known.absoluteSpecial = found.absoluteSpecial;
		known.style = 'standard';
		if (found.version) known.version = found.version;
		if (found.first < known.first) known.first = found.first;
	} else if (!known) numbers.found = found;
}

/** Settles what an episode number without a season means to whom. */
function settle(reading: Reading, numbers: Numbers, year: YearFound | undefined, fansub: boolean): void {
	const { found } = numbers;
	if (!found || found.seasons.length > 0) return;
	if (found.style !== 'episode' && found.style !== 'of' && found.style !== 'part') return;
	if (found.style === 'part') return;
	const word = reading.tokens[found.first]!;
	if (reading.kind === 'series') {
		const before = reading.text[word.start - 1];
		const mini =
			found.style === 'of' ||
			(/^e\d{2,3}$/.test(word.text) && before !== '_' && !fansub) ||
			/^\d{6}\s/.test(reading.text.slice(reading.from, reading.from + 8));
		if (mini) found.seasons = [1];
		else [found.absolute, found.episodes] = [found.episodes, []];
	} else if (reading.kind === undefined && year?.year && year.last === found.first && !year.boxed)
		found.seasons = [year.year];
}

function findPart(reading: Reading, lay: Layout, numbers: Numbers, to: number): number | undefined {
	for (let i = lay.start; i < Math.min(reading.tokens.length, lay.start + 60); i++) {
		const token = reading.tokens[i]!;
		if (!token.hit?.sets.part && !/^(?:part|pt)\d/.test(token.text)) continue;
		const found = partAt(reading, i);
		if (!found) {
			const word = wordNumbers[reading.tokens[i + 1]?.text ?? ''];
			if (word) return word;
			continue;
		}
		if (!numbers.found && !numbers.date && i > lay.start && i <= to && reading.kind !== 'movie') {
			if (reading.kind === 'series') {
				if (lay.group >= 0) return found.part;
				found.seasons = [1];
				found.episodes = [found.part!];
			}
			numbers.found = found;
		}
		return found.part;
	}
	return undefined;
}

function takeApart(name: string, options: ParseOptions, around: Surroundings): Parts {
	const { reading, container } = open(name, options);
	const hits = scan(reading);
	const lay = layout(reading);
	const numbers = collect(reading, lay.start);
	countBare(reading, lay, hits, numbers, around);
	const sure = Math.min(
		firstSure(hits, lay.start, reading.tokens.length),
		numbers.found?.first ?? Infinity,
		numbers.date?.first ?? Infinity
	);
	const part = findPart(reading, lay, numbers, sure);
	const year =
		findYear(reading, lay.start, Math.min(sure, reading.tokens.length), (index) => within(numbers, index)) ??
		yearInFront(reading, lay);
	settle(reading, numbers, year, lay.group >= 0);
	const start =
		year && year.index === lay.start && year.index + 1 < reading.tokens.length && year.index < sure
			? year.last
			: lay.start;
	const placed: Layout = { ...lay, start: leadingDate(reading, numbers, start) };
	const bounds = findBounds(
		reading,
		placed,
		hits,
		numbers,
		year && year.index >= placed.start ? year : undefined
	);
	const believed = believer(reading, bounds, placed);
	return {
		reading,
		container,
		lay,
		hits,
		numbers,
		year,
		bounds,
		part,
		fields: readFields(reading, hits, believed),
		languages: findLanguages(reading, hits, bounds.tech, believed),
		group: findGroup(reading, lay, hits, bounds.end),
		title: titleOf(reading, bounds)
	};
}

function yearInFront(reading: Reading, lay: Layout): YearFound | undefined {
	const box = reading.boxes[lay.yearBox];
	return box && { year: +reading.tokens[box.first]!.text, index: box.first, last: box.last, boxed: true };
}

/** A date or a yymmdd number in front of the title is not of it. */
function leadingDate(reading: Reading, numbers: Numbers, start: number): number {
	const { date, found } = numbers;
	if (
		date &&
		date.first === start &&
		date.last < reading.tokens.length &&
		!/ - /.test(reading.text.slice(reading.tokens[date.last - 1]!.end, reading.tokens[date.last]!.start))
	) {
		const rest = { ...date };
		numbers.date = { date: rest.date, first: reading.tokens.length, last: 0 };
		return date.last;
	}
	if (found && /^\d{6}$/.test(reading.tokens[start]?.text ?? '') && found.first > start + 1) return start + 1;
	if (found?.style === 'bare' && found.first === start && found.last < reading.tokens.length) {
		const after = found.last;
		found.first = reading.tokens.length;
		found.last = 0;
		return after;
	}
	return start;
}

/** Which known words count: those behind the title, and brackets of nothing but known words. */
function believer(reading: Reading, bounds: Bounds, lay: Layout): (hit: Hit) => boolean {
	return (hit) => {
		if (hit.first >= bounds.tech) return true;
		if (hit.first < lay.start) return reading.tokens[hit.first]!.box !== lay.group || lay.group < 0;
		if (hit.first < bounds.end) return false;
		const box = reading.boxes[reading.tokens[hit.first]!.box];
		return (
			hit.weight === 3 ||
			(box !== undefined && box.first >= bounds.end && hit.weight === 2) ||
			hit.sets.is3d !== undefined
		);
	};
}

function titleOf(reading: Reading, bounds: Bounds): TitleFound {
	const { tokens } = reading;
	if (bounds.end <= bounds.start) return { title: undefined, titles: [], start: 0, end: 0 };
	const first = tokens[bounds.start]!;
	const last = tokens[bounds.end - 1]!;
	const next = tokens[bounds.end];
	const box = reading.boxes[first.box];
	const opened =
		box && box.first === bounds.start && box.close >= last.end && box.last > bounds.end
			? box.open
			: first.start;
	let start = opened;
	if (opened === first.start && /["'¿¡]/.test(reading.text[first.start - 1] ?? '')) start--;
	const found = readTitle(reading, start, Math.min(next?.start ?? reading.to, last.end + 12));
	if (found.title) mark(reading, 'title', first.start, last.end);
	return found;
}

function kindOf(parts: Parts, options: ParseOptions): ReleaseKind {
	const { found, date } = parts.numbers;
	if (found?.seasons[0] === 0) return 'special';
	if (date?.date && date.last > 0) return 'episode';
	if (found && (found.episodes.length > 0 || found.absolute.length > 0)) return 'episode';
	if (found && found.absoluteSpecial.length > 0) return 'special';
	if (found && found.seasons.length > 0) return 'season';
	return options.kind === 'series' ? 'episode' : 'movie';
}

function rejected(parts: Parts, options: ParseOptions): boolean {
	const { reading, numbers } = parts;
	if (isJunk(reading)) return true;
	if (numbers.date && numbers.date.last > 0) {
		if (numbers.date.date === undefined) return true;
		// no such broadcast can be asked for: television calendars begin later
		if (options.kind === 'series' && numbers.date.date < '1970' && !numbers.found) return true;
	}
	return options.kind === 'movie' && numbers.found?.style === 'standard' && numbers.found.episodes.length > 0;
}

const extraWords = new Set(['extras', 'extra', 'bonus']);

/** Reads one release or file name (not a path). */
export function parseName(name: string, options: ParseOptions = {}, around: Surroundings = {}): Parsed {
	const parts = takeApart(name, options, around);
	const { reading, fields, languages, numbers, group, title, year, bounds } = parts;
	const { found } = numbers;
	const kind = options.kind === 'movie' ? 'movie' : 'series';
	inferModifier(fields, kind, reading.lower);
	const seasons = found?.seasons ?? (around.season !== undefined && found ? [around.season] : []);
	const hasEpisode =
		(found?.episodes.length ?? 0) > 0 ||
		(found?.absolute.length ?? 0) > 0 ||
		(found?.absoluteSpecial.length ?? 0) > 0;
	const whole =
		found !== undefined &&
		found.episodeCount !== undefined &&
		found.episodes[0] === 1 &&
		found.episodes.length === found.episodeCount &&
		seasons.length > 0 &&
		options.kind === 'series';
	const seasonPart = found?.style === 'season' && parts.part !== undefined ? parts.part : undefined;
	const extras = found?.style === 'season' && reading.tokens.some((token) => extraWords.has(token.text));
	const repack = fields.repack > 0;
	const loose = options.kind === undefined;
	const out: Parsed = {
		name,
		kind: kindOf(parts, options),
		reject: rejected(parts, options),
		seasons,
		episodes: whole ? [] : (found?.episodes ?? []),
		absolute: found?.absolute ?? [],
		fullSeason:
			seasons.length > 0 &&
			(!hasEpisode || whole) &&
			seasonPart === undefined &&
			!numbers.date?.date &&
			found?.disc === undefined,
		multiSeason: seasons.length > 1,
		partialSeason: seasonPart !== undefined,
		seasonExtra: extras,
		special: seasons[0] === 0 || (found?.absoluteSpecial.length ?? 0) > 0,
		complete: fields.complete,
		quality: qualityName({ fields, kind, container: parts.container, lower: reading.lower }),
		proper: fields.proper || (loose && (repack || fields.real > 0)),
		repack,
		real: fields.real,
		version: versionOf(parts),
		audio: fields.audio,
		hdr: fields.hdr,
		is3d: fields.is3d,
		languages: languages.languages,
		subtitleLanguages: languages.subtitles,
		hardcodedSubs: languages.hardcoded,
		dubbed: languages.dubbed,
		edition: fields.edition
	};
	if (around.season !== undefined && found && found.seasons.length === 0 && found.absolute.length > 0) {
		out.seasons = [around.season];
		out.episodes = found.absolute;
		out.absolute = [];
		out.fullSeason = false;
	}
	if (title.title) out.title = title.title;
	if (title.titles.length > 0) out.titles = title.titles;
	if (year?.year) out.year = year.year;
	else if (loose && found && found.seasons.length === 1 && found.seasons[0]! > 1900)
		out.year = found.seasons[0]!;
	if (year?.range) out.yearRange = year.range;
	if (year && reading.marks)
		mark(reading, 'year', reading.tokens[year.index]!.start, reading.tokens[year.last - 1]!.end);
	if (found && found.last > found.first)
		mark(reading, 'episodes', reading.tokens[found.first]!.start, reading.tokens[found.last - 1]!.end);
	if (numbers.date?.date) out.airDate = numbers.date.date;
	if (numbers.date && numbers.date.last > 0)
		mark(
			reading,
			'airDate',
			reading.tokens[numbers.date.first]!.start,
			reading.tokens[numbers.date.last - 1]!.end
		);
	if (found && found.absoluteSpecial.length > 0) out.absoluteSpecial = found.absoluteSpecial;
	if (found?.episodeCount) out.episodeCount = found.episodeCount;
	if (found?.disc !== undefined) out.disc = found.disc;
	if (parts.part !== undefined) out.part = parts.part;
	const episodeTitle = episodeTitleOf(parts, bounds);
	if (episodeTitle) out.episodeTitle = episodeTitle;
	assign(out, fields, group, parts.container);
	const ids = findIds(reading);
	Object.assign(out, ids);
	if (reading.marks) out.marks = reading.marks;
	return out;
}

function assign(out: Parsed, fields: Fields, group: GroupFound, container: string | undefined): void {
	if (fields.resolution) out.resolution = fields.resolution;
	if (fields.source) out.source = fields.source;
	if (fields.modifier) out.modifier = fields.modifier;
	if (fields.codec) out.codec = fields.codec;
	if (fields.bitDepth) out.bitDepth = fields.bitDepth;
	if (fields.audioChannels) out.audioChannels = fields.audioChannels;
	if (fields.service) out.streamingService = fields.service;
	if (fields.format3d) out.format3d = fields.format3d;
	if (group.group) out.group = group.group;
	if (group.hash) out.releaseHash = group.hash;
	if (group.website) out.website = group.website;
	const file = container ?? fields.container;
	if (file) out.container = file;
}

function versionOf(parts: Parts): number {
	const { fields, numbers, reading, bounds } = parts;
	let version = numbers.found?.version ?? 0;
	if (!version) {
		for (let i = bounds.end; i < reading.tokens.length; i++) {
			const { text } = reading.tokens[i]!;
			if (text.length === 2 && /^v[1-9]$/.test(text)) version = +text[1]!;
		}
	}
	if (version) return version;
	return fields.repack > 0 ? 1 + fields.repack : fields.proper ? 2 : 1;
}

function episodeTitleOf(parts: Parts, bounds: Bounds): string | undefined {
	const { found, date } = parts.numbers;
	const after = Math.max(found && found.style !== 'season' ? found.last : 0, date?.last ?? 0);
	const { tokens, raw, to } = parts.reading;
	if (after === 0 || after >= bounds.tech || after >= tokens.length || after < bounds.end) return;
	const end =
		bounds.tech < tokens.length ? tokens[bounds.tech - 1]!.end : Math.min(to, tokens[tokens.length - 1]!.end);
	return tidy(raw.slice(tokens[after]!.start, end)) || undefined;
}
