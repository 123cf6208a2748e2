import { addIds } from './ids.ts';
import { isJunk } from './junk.ts';
import type { Surroundings } from './numbers/settle.ts';
import type { Parts } from './parse-name.ts';
import { inferModifier, qualityName } from './quality.ts';
import { mark } from './reading.ts';
import { tidy } from './title.ts';
import type { Parsed, ParseOptions, ReleaseKind } from './types.ts';

function kindOf({ numbers }: Parts, options: ParseOptions): ReleaseKind {
	const { found, date } = numbers;
	if (found?.seasons[0] === 0) return 'special';
	if (date?.date && date.last > 0) return 'episode';
	if (found && (found.episodes.length > 0 || found.absolute.length > 0)) return 'episode';
	if (found && found.absoluteSpecial.length > 0) return 'special';
	if (found && found.seasons.length > 0) return 'season';
	return options.kind === 'series' ? 'episode' : 'movie';
}

function rejected({ reading, numbers, container }: Parts, options: ParseOptions): boolean {
	if (isJunk(reading)) return true;
	// mere words, no number, nothing technical: no release of what is sought
	if (
		options.kind !== undefined &&
		container === undefined &&
		!reading.tokens.some((token) => token.digit || (token.hit && token.hit.weight > 1))
	)
		return true;
	if (numbers.date && numbers.date.last > 0) {
		if (numbers.date.date === undefined) return true;
		// no such broadcast can be asked for: television calendars begin later
		if (options.kind === 'series' && numbers.date.date < '1970' && !numbers.found) return true;
	}
	return options.kind === 'movie' && numbers.found?.style === 'standard' && numbers.found.episodes.length > 0;
}

function versionOf({ fields, numbers, reading, bounds }: Parts): number {
	let version = numbers.found?.version ?? 0;
	for (let i = bounds.start; i < reading.tokens.length && !version; i++) {
		const { text, start } = reading.tokens[i]!;
		if (text.length > 6 || !text.includes('v')) continue;
		if (
			i >= bounds.end &&
			/^v[1-9]$/.test(text) &&
			(reading.kind === undefined ||
				reading.tokens[i - 1]?.hit?.entry.tech ||
				/[\d[][\s._-]?$/.test(reading.text.slice(Math.max(0, start - 2), start)))
		)
			version = +text[1]!;
		else if (/^\d{2,4}v[1-9]$/.test(text)) version = +text[text.length - 1]!;
	}
	if (version) return version;
	return fields.repack > 0 ? 1 + fields.repack : fields.proper ? 1 + fields.properCount : 1;
}

function episodeTitleOf({ numbers, reading, bounds }: Parts): string | undefined {
	const { found, date } = numbers;
	const after = Math.max(found && found.style !== 'season' ? found.last : 0, date?.last ?? 0);
	const { tokens, raw, to } = reading;
	if (after === 0 || after >= bounds.tech || after >= tokens.length || after < bounds.end) return;
	const box = tokens[after]!.box;
	let end = after;
	while (end < Math.min(bounds.tech, tokens.length) && (tokens[end]!.box === box || end === after)) end++;
	const title = tidy(raw.slice(tokens[after]!.start, Math.min(to, tokens[end - 1]!.end)));
	// a year, a version, a checksum or a tag in brackets is no title
	const names =
		/\p{L}/u.test(title) && !/^v\d$/i.test(title) && (box < 0 || reading.boxes[box]!.char === '(');
	return names ? title : undefined;
}

/** "Film.bluray.disc" stands for a disc on a shelf: the last word says of what kind. */
function addStub(out: Parsed, { reading }: Parts): void {
	const source = reading.tokens[reading.tokens.length - 1]?.hit?.sets.source;
	if (source) out.stubType = source;
}

const extraWords = new Set(['extras', 'extra', 'bonus']);

function seasonFacts(
	parts: Parts,
	options: ParseOptions
): Pick<
	Parsed,
	| 'seasons'
	| 'episodes'
	| 'absolute'
	| 'fullSeason'
	| 'multiSeason'
	| 'partialSeason'
	| 'seasonExtra'
	| 'special'
> {
	const { found, date } = parts.numbers;
	const seasons = found?.seasons ?? [];
	const special = found?.absoluteSpecial.length ?? 0;
	const some = (found?.episodes.length ?? 0) + (found?.absolute.length ?? 0) + special > 0;
	// "S1E1-8 of 8" is the season; only a seeker of series wants it said so
	const whole =
		options.kind === 'series' &&
		seasons.length > 0 &&
		found?.episodes[0] === 1 &&
		found.episodes.length === found.episodeCount;
	const partial = found?.style === 'season' && (found.part ?? parts.part) !== undefined;
	return {
		seasons,
		episodes: whole ? [] : (found?.episodes ?? []),
		absolute: found?.absolute ?? [],
		fullSeason:
			seasons.length > 0 && (!some || whole) && !partial && !date?.date && found?.disc === undefined,
		multiSeason: seasons.length > 1,
		partialSeason: partial,
		seasonExtra:
			found?.style === 'season' && parts.reading.tokens.some((token) => extraWords.has(token.text)),
		special: seasons[0] === 0 || special > 0
	};
}

/** Adds the optional fields: present only when the name says so. Plain statements, because this runs for every name. */
function addSayings(out: Parsed, parts: Parts, options: ParseOptions): void {
	const { numbers, title, year } = parts;
	const { found } = numbers;
	const seasonYear =
		options.kind === undefined && found?.seasons.length === 1 && found.seasons[0]! > 1900
			? found.seasons[0]
			: undefined;
	const anyYear = year?.year ?? seasonYear;
	const part = found?.part ?? parts.part;
	if (title.title) out.title = title.title;
	if (title.titles.length > 0) out.titles = title.titles;
	if (anyYear) out.year = anyYear;
	if (year?.range) out.yearRange = year.range;
	if (numbers.date?.date) out.airDate = numbers.date.date;
	if (found && found.absoluteSpecial.length > 0) out.absoluteSpecial = found.absoluteSpecial;
	if (found?.episodeCount) out.episodeCount = found.episodeCount;
	if (found?.disc !== undefined) out.disc = found.disc;
	if (part !== undefined) out.part = part;
	addWords(out, parts);
	addIds(out, parts.reading);
}

function addWords(out: Parsed, { fields, group }: Parts): void {
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
}

function markNumbers({ reading, year, numbers }: Parts): void {
	const { tokens } = reading;
	const put = (field: string, place: { first: number; last: number } | undefined): void => {
		if (place && place.last > place.first)
			mark(reading, field, tokens[place.first]!.start, tokens[place.last - 1]!.end);
	};
	put('year', year && { first: year.index, last: year.last });
	put(numbers.found?.style === 'season' ? 'seasons' : 'episodes', numbers.found);
	put('airDate', numbers.date);
}

/** Puts together what the readers of a name found. */
export function assemble(name: string, parts: Parts, options: ParseOptions, around: Surroundings): Parsed {
	const { reading, fields, languages } = parts;
	// The two apps name a few qualities differently; unasked, the name itself says whose words to use.
	const kind = (options.kind ?? kindOf(parts, options)) === 'movie' ? 'movie' : 'series';
	inferModifier(fields, kind, reading.lower);
	// only discs are remuxed
	if (fields.modifier === 'remux') fields.source ??= 'bluray';
	const general = options.kind === undefined;
	const repack = fields.repack > 0;
	const container = parts.container ?? fields.container;
	const episodeTitle = episodeTitleOf(parts);
	const out: Parsed = {
		name,
		kind: kindOf(parts, options),
		reject: rejected(parts, options),
		...seasonFacts(parts, options),
		complete: fields.complete,
		quality: qualityName({ fields, kind, container: parts.container, lower: reading.lower }),
		proper: fields.proper || (general && (repack || fields.real > 0)),
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
	addSayings(out, parts, options);
	if (container) out.container = container;
	if (container === 'disc') addStub(out, parts);
	if (episodeTitle) out.episodeTitle = episodeTitle;
	if (around.season !== undefined && out.seasons.length === 0 && out.absolute.length > 0) {
		out.seasons = [around.season];
		out.episodes = out.absolute;
		out.absolute = [];
	}
	if (reading.marks) {
		markNumbers(parts);
		out.marks = reading.marks;
	}
	return out;
}
