import { isObscure, isReversed } from './junk.ts';
import { parseName } from './parse-name.ts';
import { folderSeason, isPlainFolder } from './path.ts';
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

/** Undoes a name written backwards; the ending stays in front of the reader. */
export function forwards(file: string): string {
	const body = stem(file);
	return isReversed(body.toLowerCase()) ? [...body].reverse().join('') + file.slice(body.length) : file;
}

function isRelease(parsed: Parsed): boolean {
	return (
		Boolean(parsed.source ?? parsed.resolution ?? parsed.codec) ||
		parsed.year !== undefined ||
		parsed.seasons.length > 0
	);
}

const numbered = (parsed: Parsed): boolean =>
	parsed.episodes.length > 0 || parsed.absolute.length > 0 || parsed.airDate !== undefined;

const scalars = [
	'year',
	'resolution',
	'source',
	'modifier',
	'codec',
	'bitDepth',
	'audioChannels',
	'streamingService',
	'group',
	'edition',
	'releaseHash',
	'tmdbId',
	'imdbId',
	'tvdbId',
	'format3d'
] as const;
const lists = ['audio', 'hdr', 'languages', 'subtitleLanguages', 'edition'] as const;

/** What the file leaves unsaid, its folder says. */
function fill(file: Parsed, folder: Parsed): void {
	for (const field of scalars)
		if (file[field] === undefined && folder[field] !== undefined)
			Object.assign(file, { [field]: folder[field] });
	for (const field of lists) if (file[field].length === 0) file[field] = folder[field];
	if (
		file.quality === 'Unknown' ||
		(folder.resolution && file.resolution === folder.resolution && file.source === folder.source)
	)
		file.quality = folder.quality;
	file.proper ||= folder.proper;
	file.repack ||= folder.repack;
	if (file.version === 1) file.version = folder.version;
}

function titled(folders: string[], options: ParseOptions): string | undefined {
	for (let i = folders.length - 1; i >= 0; i--) {
		const folder = folders[i]!;
		if (isPlainFolder(folder) || folderSeason(folder) !== undefined) continue;
		const parsed = parseName(folder, options);
		if (parsed.title && !parsed.reject) return parsed.title;
	}
	return undefined;
}

function folderOf(folders: string[], options: ParseOptions): Parsed | undefined {
	for (let i = folders.length - 1; i >= Math.max(0, folders.length - 3); i--) {
		const folder = folders[i]!;
		if (isPlainFolder(folder) || folderSeason(folder) !== undefined) continue;
		if (isObscure(folder)) continue;
		const parsed = parseName(folder, options);
		if (!parsed.reject || isRelease(parsed)) return parsed;
	}
	return undefined;
}

function seasonOf(folders: string[]): number | undefined {
	for (let i = folders.length - 1; i >= Math.max(0, folders.length - 2); i--) {
		const season = folderSeason(folders[i]!);
		if (season !== undefined) return season;
	}
	return undefined;
}

/** Reads a file with the help of the folders around it. */
export function parseParts(parts: string[], whole: string, options: ParseOptions): Parsed {
	const given = parts[parts.length - 1]!;
	const folders = parts.slice(0, -1);
	const season = seasonOf(folders);
	const folder = folderOf(folders, options);
	const name = forwards(given);
	const offset = name === given ? whole.length - given.length : -1;
	const obscure = name === given && isObscure(stem(given));
	const inFolder =
		season !== undefined || (folder !== undefined && /^\d+\.[a-z0-9]+$/i.test(given)) || parts.length > 1;
	let file = parseName(name, options, { season, inFolder });
	if (file.marks)
		file.marks =
			offset < 0
				? []
				: file.marks.map((mark) => ({ ...mark, start: mark.start + offset, end: mark.end + offset }));
	if (folder && (obscure || file.reject || isNoise(file, folder))) {
		const container = file.container;
		const old = file;
		file = { ...folder, ...(container ? { container } : {}) };
		if (old.marks) file.marks = [];
	} else if (folder) {
		const borrow =
			!numbered(file) && !file.year && (folder.year !== undefined || Boolean(folder.source ?? folder.codec));
		if (numbered(folder) && !numbered(file) && folder.title) {
			file.title = folder.title;
			file.seasons = folder.seasons;
			file.episodes = folder.episodes;
			file.absolute = folder.absolute;
			file.fullSeason = false;
			file.kind = folder.kind;
			if (folder.airDate) file.airDate = folder.airDate;
		} else if ((borrow || !file.title) && folder.title) file.title = folder.title;
		else if (file.year && folder.title && folder.year === file.year && (file.source === 'vhs' || !file.title))
			file.title = folder.title;
		if (sameThing(file, folder) || !file.title) fill(file, folder);
	}
	if (season !== undefined) withSeason(file, season);
	if (
		!file.title ||
		(season !== undefined && numbered(file) && !/s\d|\dx\d/i.test(given) && titled(folders, options))
	) {
		const title = titled(folders, options);
		if (title) file.title = title;
	}
	file.name = whole;
	return file;
}

/** Does the folder name the release the file is from, or merely the shelf it stands on? */
function sameThing(file: Parsed, folder: Parsed): boolean {
	if (folder.year !== undefined && file.year !== undefined && folder.year !== file.year) return false;
	return isRelease(folder) || folder.title === file.title || folder.languages.length > 0;
}

/** "Backup_72023S02-12", "170424_26": numbers that only look like episodes, in a folder that says what it is. */
function isNoise(file: Parsed, folder: Parsed): boolean {
	return (
		isRelease(folder) &&
		!numbered(file) &&
		!isRelease(file) &&
		(file.title === undefined || /^[a-z0-9_]+$/.test(file.title)) &&
		file.title !== undefined &&
		/\d/.test(file.title) &&
		!/\s/.test(file.title)
	);
}

function withSeason(file: Parsed, season: number): void {
	if (file.seasons.length > 0) return;
	file.seasons = [season];
	if (file.episodes.length === 0 && file.absolute.length > 0) {
		file.episodes = file.absolute;
		file.absolute = [];
	}
	file.kind = file.episodes.length > 0 ? 'episode' : file.kind;
	file.fullSeason = false;
}
