import { ordinals } from './numbers/count.ts';
import { hanSeason } from './numbers/seasons.ts';
import { wordNumbers } from './words/numbering.ts';
import { containers } from './words/release.ts';

const rooted = /^(?:[a-z]:)?[/\\]|^~\//i;
const numbering = /s\d{1,4}[ ._-]?e\d|(?<!\d)\d{1,2}x\d{2}(?!\d)|^e\d{2}|(?<!\d)(?:19|20)\d\d(?![\dx])/i;
const rootWord =
	/^(?:movies?|films?|series|tv|tv[ ._-]?shows?|shows?|specials|extras|anime|video|videos|medias?|downloads?|season[ ._-]?\d+|saison[ ._-]?\d+|сезон \d+)$/i;

/** Cuts at slashes that part folders: not those in brackets, between spaces, digits or alternative titles. */
function cut(name: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let from = 0;
	for (let i = 0; i < name.length; i++) {
		const char = name[i]!;
		if (char === '(' || char === '[' || char === '{') depth++;
		else if (char === ')' || char === ']' || char === '}') depth = Math.max(0, depth - 1);
		else if (char === '/' || char === '\\') {
			const spaced = name[i - 1] === ' ' && name[i + 1] === ' ';
			if (spaced || (depth > 0 && from === 0 && parts.length === 0 && !rooted.test(name))) continue;
			parts.push(name.slice(from, i));
			from = i + 1;
			depth = 0;
		}
	}
	parts.push(name.slice(from));
	return parts;
}

function ending(part: string): boolean {
	const dot = part.lastIndexOf('.');
	return (
		dot > 0 &&
		containers.has(
			part
				.slice(dot + 1)
				.trim()
				.toLowerCase()
		)
	);
}

/** The folders and the file of a path; undefined when the name is no path but only holds a slash. */
export function splitPath(name: string): string[] | undefined {
	if (name.length > 4096 || !/[/\\]/.test(name)) return;
	const parts = cut(name).filter((part) => part.trim().length > 0);
	const last = parts[parts.length - 1];
	if (last === undefined) return;
	if (rooted.test(name)) return parts;
	if (parts.length < 2) return;
	if (ending(last) || rootWord.test(parts[0]!.trim())) return parts;
	return numbering.test(last) &&
		!/\s\/|\/\s/.test(name) &&
		last.length > 8 &&
		!/^\d+$/.test(parts[0]!) &&
		!/\d\/\d/.test(name)
		? parts
		: undefined;
}

const seasonWords =
	'seasong?|saison|stagione|temporada|staffel|seizoen|sezon(?:a|as|ul)?|sezóna|series|série|serie|сезон|säsong|sæson|sesong|kausi|évad|szezon|σεζόν|κύκλος|musim|řada|rada|hooaeg|sezonas|denboraldia|mùa|phần|עונה|الموسم|فصل|ซีซั่น|ซีซัน|सीज़न|시즌|シーズン';
const season = new RegExp(
	`^(?:${seasonWords})[\\s._-]*(\\d{1,4})(?![\\dx])|^s(\\d{1,4})$|^(\\d{1,2})(?:st|nd|rd|th|[.ªº])?\\s?(?:${seasonWords})(?!\\p{L})|^第\\s?(\\d{1,2})\\s?[季期]`,
	'iu'
);
/** What is a season's only where the folder around it names a show: "2", "2009", "T02", "Volume 2". */
const belowShow =
	/^(\d{1,2}|(?:19|20)\d\d)$|^(?:t|(?:volume|vol|book|livre|livro|libro|buch|tome)[\s._-]*)(\d{1,2})(?!\d)/i;
/** "Christmas Specials", "Specials (2005)" below a show. */
const someSpecials = /^(?:\p{L}+[\s._-]+|\d{1,2}\s-\s)?specials?(?:\s?\(.*\))?$/iu;
const specials = /^(?:specials?|extras|ovas?|oads?|especiales|especiais|speciali|spéciaux)$/i;

const spelledSeason =
	/^(?:season|series|saison|staffel|temporada|stagione|book|volume)[\s._-]+(one|two|three|four|five|six|seven|eight|nine|ten|i{1,3}|iv|vi{0,3}|ix|x)$/i;
const ordinalSeason =
	/^(?:the\s)?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s(?:season|series)$/i;

/** "Show 2" below "Show (1982)". */
function behindName(text: string, show: string): number | undefined {
	const name = show.replace(/\s*[([{].*$/, '').toLowerCase();
	if (!/\p{L}/u.test(name) || !text.toLowerCase().startsWith(name)) return undefined;
	const digits = /^[\s._-]+(\d{1,2})$/.exec(text.slice(name.length))?.[1];
	return digits === undefined ? undefined : +digits;
}

const answers = new Map<string, number | undefined>();
const mostAnswers = 1000;

/**
 * The season a folder holds: "Season 2", "Season 2 - The Return", "2. Staffel", "S02", "Specials"; a mere number only
 * below a folder that names a show.
 */
export function folderSeason(folder: string, show?: string): number | undefined {
	// Asked of the same few folders for every file in them.
	const key = show === undefined ? folder : `${folder}/${show}`;
	if (answers.has(key)) return answers.get(key);
	if (answers.size >= mostAnswers) answers.clear();
	const season = readSeason(folder, show);
	answers.set(key, season);
	return season;
}

function readSeason(folder: string, show?: string): number | undefined {
	const text = folder.trim();
	if (specials.test(text) || (show !== undefined && someSpecials.test(text))) return 0;
	const below = belowShow.exec(text);
	if (below)
		return show !== undefined && !isPlainFolder(show) && /\p{L}/u.test(show)
			? +(below[1] ?? below[2])!
			: undefined;
	const spelled = spelledSeason.exec(text) ?? ordinalSeason.exec(text);
	if (spelled) return wordNumbers.get(spelled[1]!.toLowerCase()) ?? ordinals.get(spelled[1]!.toLowerCase());
	if (show !== undefined && !isPlainFolder(show)) {
		const number = behindName(text, show);
		if (number !== undefined) return number;
	}
	const han = hanSeason(text);
	if (han !== undefined) return han;
	const found = season.exec(text);
	const digits = found?.[1] ?? found?.[2] ?? found?.[3] ?? found?.[4];
	return digits === undefined ? undefined : +digits;
}

/** "Drama/1923/1923 S01E01": a number that the episodes' names begin with is the show's. */
export const isNamedAfter = (folder: string | undefined, file: string): boolean =>
	folder !== undefined &&
	/^\d{1,4}$/.test(folder) &&
	file.startsWith(folder) &&
	/^[\s._-]+.*(?:s\d{1,2}e|\dx)\d/i.test(file.slice(folder.length));

const plain =
	/^(?:movies?|films?|series|serie|tv|tv[ ._-]?shows?|tv drop|shows?|anime|videos?|medias?|downloads?|completed|complete|unsorted|test|temp|tmp|server|mnt|data|home|volume\d*|var|storage|share|shares|folder|library|mkv|users?|samples?|proof|subs|subtitles|incoming|torrents|usenet|nzb|video_ts|audio_ts|bdmv|stream|blu-?rays?|dvds?|uhd|4k|hd|sd|3d|2160p|1080p|720p)$/i;

const years = /^(?:19|20)\d\d\s?[-–]\s?(?:19|20)?\d\d$/;

/** A folder that only orders others and names nothing. */
export function isPlainFolder(folder: string): boolean {
	const text = folder.trim();
	return (
		text.length < 2 ||
		/^(?:[a-z]:|(?:cd|disc|disk|dvd)[ ._-]?\d{1,2})$/i.test(text) ||
		plain.test(text) ||
		years.test(text) ||
		/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(text)
	);
}
