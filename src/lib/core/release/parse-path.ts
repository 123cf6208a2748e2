import { isObscure, isReversed } from './junk.ts';
import { parseName } from './parse-name.ts';
import { folderSeason, isNamedAfter, isPlainFolder } from './path.ts';
import type { Parsed, ParseOptions } from './types.ts';
import { containers } from './words/release.ts';

function stem(file: string): string {
	const dot = file.lastIndexOf('.');
	return dot > 0 &&
		containers.has(
			file
				.slice(dot + 1)
				.trim()
				.toLowerCase()
		)
		? file.slice(0, dot)
		: file;
}

/** Undoes a name written backwards; the ending stays behind it. */
export function forwards(file: string): string {
	const body = stem(file);
	return isReversed(body.toLowerCase()) ? [...body].reverse().join('') + file.slice(body.length) : file;
}

const numbered = (parsed: Parsed): boolean =>
	parsed.episodes.length > 0 || parsed.absolute.length > 0 || parsed.airDate !== undefined;
const technical = (parsed: Parsed): boolean =>
	(parsed.source ?? parsed.resolution ?? parsed.codec) !== undefined;
const isRelease = (parsed: Parsed): boolean =>
	technical(parsed) || parsed.year !== undefined || parsed.seasons.length > 0;

const single = [
	'year',
	'resolution',
	'source',
	'modifier',
	'codec',
	'bitDepth',
	'audioChannels',
	'streamingService',
	'group',
	'releaseHash',
	'tmdbId',
	'imdbId',
	'tvdbId',
	'format3d'
] as const;
const lists = ['audio', 'hdr', 'languages', 'subtitleLanguages', 'edition'] as const;

/** What the file leaves unsaid, its folder says. */
function fill(file: Parsed, folder: Parsed): void {
	const told = technical(folder) && (!file.resolution || file.resolution === folder.resolution);
	const better = told && (!file.source || file.source === folder.source);
	for (const field of single)
		if (file[field] === undefined && folder[field] !== undefined)
			Object.assign(file, { [field]: folder[field] });
	for (const field of lists) if (file[field].length === 0) file[field] = folder[field];
	if (better) file.quality = folder.quality;
	file.proper ||= folder.proper;
	file.repack ||= folder.repack;
	if (file.version === 1) file.version = folder.version;
}

let lastFolder: { key: string; parsed: Parsed } | undefined;

/** Reads the name of one folder. Whoever sorts a folder asks again and again, so the last answer is kept: do not change it. */
export function parseFolder(folder: string, options: ParseOptions): Parsed {
	const key = `${options.kind}|${options.marks}|${folder}`;
	if (lastFolder?.key !== key) lastFolder = { key, parsed: parseName(folder, options) };
	return lastFolder.parsed;
}

let last: { key: string; folders: Parsed[] } = { key: '', folders: [] };

/** The folders that name something, nearest first. Files of one folder come one after the other, so the last answer is kept. */
function speaking(folders: string[], options: ParseOptions, file: string): Parsed[] {
	const named = isNamedAfter(folders.at(-1), file);
	const key = `${options.kind}|${options.marks}|${named}|${folders.slice(-4).join('/')}`;
	if (last.key !== key) last = { key, folders: readFolders(folders, options, file) };
	return last.folders;
}

function readFolders(folders: string[], options: ParseOptions, file: string): Parsed[] {
	const out: Parsed[] = [];
	for (const [index, folder] of folders.slice(-4).reverse().entries()) {
		if (isPlainFolder(folder) || isObscure(folder)) continue;
		if (folderSeason(folder, showAbove(folders, index, options, file)) !== undefined) continue;
		const parsed = parseFolder(folder, options);
		// mere words are no release, but a fine folder
		if (!parsed.reject || isRelease(parsed) || !parseName(folder).reject) out.push(parsed);
	}
	return out;
}

/** The folder around the nearest one, where it may be that of a show. */
const showAbove = (folders: string[], index: number, { kind }: ParseOptions, file: string) =>
	index === 0 && kind === 'series' && !isNamedAfter(folders.at(-1), file) ? folders.at(-2) : undefined;

/** The season that the folders around a file tell. */
export function seasonOf(
	folders: string[],
	options: ParseOptions,
	near = speaking(folders, options, '')[0],
	file = ''
): number | undefined {
	for (const [index, folder] of folders.slice(-2).reverse().entries()) {
		const season = folderSeason(folder, showAbove(folders, index, options, file));
		if (season !== undefined) return season;
	}
	return near?.fullSeason && near.seasons.length === 1 ? near.seasons[0] : undefined;
}

/** "Backup_72023S02-12", "170424_26": the file's name is noise beside a folder that says what it is. */
function isNoise(file: Parsed, folder: Parsed): boolean {
	if (!isRelease(folder) || numbered(file) || isRelease(file)) return false;
	return file.title !== undefined && /\d/.test(file.title) && /^[a-z0-9_]+$/.test(file.title);
}

/** Does the folder name the release the file is from, or merely the shelf it stands on? */
function sameThing(file: Parsed, folder: Parsed): boolean {
	if (folder.year !== undefined && file.year !== undefined && folder.year !== file.year) return false;
	return isRelease(folder) || folder.title === file.title || folder.languages.length > 0;
}

function takeNumbers(file: Parsed, folder: Parsed): void {
	for (const field of ['seasons', 'episodes', 'absolute'] as const) file[field] = folder[field];
	if (folder.title) file.title = folder.title;
	if (folder.airDate) file.airDate = folder.airDate;
	file.fullSeason = false;
	file.kind = folder.kind;
}

/** Whose title counts when the file is no episode. */
function borrowsTitle(file: Parsed, folder: Parsed, given: string): boolean {
	if (!folder.title) return false;
	if (!file.title) return true;
	if (folder.group && given.toLowerCase().startsWith(`${folder.group.toLowerCase()}-`)) return true;
	if (numbered(file) || file.year !== undefined)
		return file.year !== undefined && folder.year === file.year && file.title.includes(' - ');
	return folder.year !== undefined || technical(folder) || (!isRelease(file) && folder.languages.length > 0);
}

/** "2010 - The Tower (1968)/2010 - The Tower.mkv": what looks like the file's year is in the film's name. */
const hasYearInName = (file: Parsed, folder: Parsed): boolean =>
	file.year !== undefined &&
	folder.year !== undefined &&
	file.year !== folder.year &&
	folder.title !== undefined &&
	folder.title.split(/[^\d]+/).includes(String(file.year));

function combine(file: Parsed, folders: Parsed[], given: string): void {
	// "Film (2011)/Blu-ray/BDMV": the nearest that names something
	const folder = folders.find((one) => one.title) ?? folders[0];
	if (!folder) return;
	if (hasYearInName(file, folder)) {
		file.title = folder.title!;
		file.year = folder.year!;
	}
	// "Show Part 5/Show Part 5 - 06.mkv" is the part of a show
	const episode = folder.episodes.length > 0 && folder.seasons.length > 0 && folder.part === undefined;
	if ((numbered(folder) && !numbered(file)) || (episode && file.seasons.length === 0))
		takeNumbers(file, folder);
	else if (borrowsTitle(file, folder, given) || file.title?.toLowerCase() === folder.title?.toLowerCase())
		file.title = folder.title!;
	for (const one of folders) if (sameThing(file, one)) fill(file, one);
}

function withSeason(file: Parsed, season: number): void {
	if (file.seasons.length > 0) return;
	file.seasons = [season];
	file.fullSeason = false;
	if (file.episodes.length > 0 || file.absolute.length === 0) return;
	file.episodes = file.absolute;
	file.absolute = [];
}

/** "300 (2006)/300.mkv": the number is the film's name. */
function onlyItsTitle(file: Parsed, folder: Parsed): boolean {
	return file.title === undefined && file.absolute.length === 1 && folder.title === String(file.absolute[0]);
}

const ownTitle = /s\d|\dx\d|^[^-]+ - \d|^\[(?!\d+\])/i;

/** Reads a file with the help of the folders around it. */
export function parseParts(parts: string[], whole: string, options: ParseOptions): Parsed {
	const given = parts[parts.length - 1]!;
	const shelves = parts.slice(0, -1);
	const folders = speaking(shelves, options, given);
	const season = seasonOf(shelves, options, folders[0], given);
	const name = forwards(given);
	const shelf = folders.find((one) => one.title)?.title;
	const show = options.kind === 'series' ? shelf : undefined;
	let file = parseName(name, options, { season, inFolder: shelves.some((one) => !isPlainFolder(one)), show });
	const offset = whole.length - given.length;
	const marks =
		name === given
			? file.marks?.map((one) => ({ ...one, start: one.start + offset, end: one.end + offset }))
			: [];
	const [folder] = folders;
	const isMute = file.reject && (file.container !== undefined || !folder || isRelease(folder));
	if (folder && ((name === given && isObscure(stem(given))) || isMute || isNoise(file, folder))) {
		file = { ...folder, ...(file.container && { container: file.container }) };
		for (const one of folders.slice(1)) if (sameThing(file, one)) fill(file, one);
	} else {
		if (folder && name !== given && technical(folder)) delete file.group;
		if (folder && onlyItsTitle(file, folder)) file = { ...file, absolute: [], title: folder.title! };
		combine(file, folders, name);
		if (season !== undefined) withSeason(file, season);
		// "Show/01 - Title.mkv": what follows the number is the episode's name
		const counted = options.kind === 'series' && file.absolute.length > 0 && /^\d{2,4}[\s._-]/.test(given);
		const leads = counted || (season !== undefined && (!numbered(file) || !ownTitle.test(given)));
		if (shelf && (!file.title || leads)) file.title = shelf;
	}
	file.name = whole;
	// a file that is no episode is not what a seeker of a series asked for
	if (
		options.kind === 'series' &&
		!numbered(file) &&
		!file.absoluteSpecial &&
		(seasonOf(shelves, options, undefined, given) === 0 || !isRelease(file))
	)
		file.reject = true;
	if (options.marks) file.marks = marks ?? [];
	return file;
}
