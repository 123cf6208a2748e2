import { languageNamed } from './iso-languages.ts';

export interface SubtitleName {
	languages: string[];
	isForced: boolean;
	isHearingImpaired: boolean;
	isDefault: boolean;
	/** "default", "forced", "sdh"; given only when the language is */
	tags: string[];
	title: string | null;
}

const impaired = new Set(['sdh', 'cc', 'hi']);
const flags = new Set(['forced', 'foreign', 'default', ...impaired]);
const endings = /\.(?:srt|ass|ssa|sub|idx|vtt|smi|sami|sup|txt|mks)$/i;

interface Words {
	language: string | undefined;
	flags: Set<string>;
	title: string | undefined;
}

/** Where the words about the subtitle are separated from the video's name. */
function segments(file: string, video: string | undefined): { parts: string[]; known: boolean } {
	const stem = file.slice(file.replaceAll('\\', '/').lastIndexOf('/') + 1).replace(endings, '');
	if (video !== undefined && stem.toLowerCase().startsWith(video.toLowerCase())) {
		return { parts: stem.slice(video.length).split('.').filter(Boolean), known: true };
	}
	const parts = stem.split('.');
	if (parts.length > 1) return { parts: parts.slice(1), known: parts[0]!.includes(' ') };
	// "Movie-Title-eng-forced"
	return { parts: stem.split(/[-_]/).slice(1), known: false };
}

/** Reads from the end while the words are known; one unknown word may be the title when the name's bounds are clear. */
function read(parts: string[], known: boolean, languagesTaken: boolean): Words {
	const out: Words = { language: undefined, flags: new Set(), title: undefined };
	const free: string[] = [];
	for (let i = parts.length - 1; i >= 0 && parts.length - i < 12; i--) {
		const word = parts[i]!.trim();
		const low = word.toLowerCase();
		const language = out.language === undefined ? languageNamed(low) : null;
		const last = language !== null && impaired.has(low) ? hasOtherLanguage(parts, i) : false;
		if (flags.has(low) && (language === null || last || out.language !== undefined)) out.flags.add(low);
		else if (language !== null && free.length < 2) out.language = language;
		else if (known && (languagesTaken || free.length === 0)) free.unshift(word);
		else break;
		if (/[\])]$/.test(word) && free[0] === word) {
			free.shift();
			break;
		}
	}
	if (free.length > 0) out.title = free.join('.');
	return out;
}

/** "hi" is Hindi or hearing impaired: the latter when another word names the language. */
function hasOtherLanguage(parts: string[], index: number): boolean {
	return parts.some(
		(part, i) => i !== index && languageNamed(part) !== null && !impaired.has(part.toLowerCase())
	);
}

/** Reads language, flags and title from the name of a subtitle file; `video` is the film's name without its ending. */
export function readSubtitle(file: string, video?: string): SubtitleName {
	const { parts, known } = segments(file, video);
	const words = read(parts, known, video !== undefined);
	const said = words.language !== undefined;
	const title = said || video !== undefined ? (words.title?.replace(/ - \d+$/, '') ?? null) : null;
	return {
		languages: said ? [words.language!] : [],
		isForced: words.flags.has('forced') || words.flags.has('foreign'),
		isHearingImpaired: [...words.flags].some((flag) => impaired.has(flag)),
		isDefault: words.flags.has('default'),
		tags: said ? [...words.flags].sort() : [],
		title
	};
}
