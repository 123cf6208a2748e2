import { splitEnding } from './file-kinds.ts';

export interface PartName {
	/** What all parts of it have in common. */
	whole: string;
	/** The same as it is written, without the word. */
	rest: string;
	number: number;
}

/** What the names are of, which tells how freely parts may be written. */
export interface PartsOf {
	kind: 'movie' | 'series';
	/** The folder names one film by its year: "Part II" is no other film then. */
	isOneFilm?: boolean;
}

const words = 'cd|dvd|part|pt|dis[ck]|teil|parte|partie|deel|часть';
const total = String.raw`(?:\s?(?:of|von|de|di|sur)\s?\d{1,2})?`;
const before = String.raw`^(?<rest>.*?)(?:(?<=[\])}])|^|[ _.-]+)[([]?`;
const numbered = new RegExp(`${before}(?<word>${words})[ _.-]*(?<number>\\d{1,2})${total}[\\])]?$`, 'i');
const lettered = new RegExp(`${before}(?<word>cd|dvd|part|pt|dis[ck])[ _.-]*(?<letter>[a-d])[\\])]?$`, 'i');
const inRoman = new RegExp(
	`${before}(?<word>part|pt|teil|parte|partie)[ _.-]+(?<roman>i{1,3}|iv|v)[\\])]?$`,
	'i'
);
const counted = new RegExp(`${before}(?<number>\\d)\\s?(?<word>of|von)\\s?[2-9][\\])]?$`, 'i');

/** Cheap, because it is asked of every name: does it end in a number or letter behind such a word? */
const ending = new RegExp(
	`(?:${words})[ _.-]*(?:\\d{1,2}${total}|[a-d]|[iv]{1,3})[\\])]?$|\\d\\s?(?:of|von)\\s?\\d[\\])]?$`,
	'i'
);
const longestEnding = 24;
const romans = ['i', 'ii', 'iii', 'iv', 'v'];

/** "Film cd2", "Film - part1", "Film.ptb", "Film (1 of 2)": the word stands at the end. */
export function partOf(stem: string, { kind, isOneFilm }: PartsOf = { kind: 'movie' }): PartName | undefined {
	if (!ending.test(stem.length > longestEnding ? stem.slice(-longestEnding) : stem)) return undefined;
	const found =
		numbered.exec(stem) ??
		(isOneFilm ? inRoman.exec(stem) : null) ??
		lettered.exec(stem) ??
		(kind === 'movie' ? counted.exec(stem) : null);
	const { rest, word, number, letter, roman } = found?.groups ?? {};
	if (rest === undefined) return undefined;
	return {
		whole: `${rest.toLowerCase()}|${word!.toLowerCase()}`,
		rest,
		number: roman ? romans.indexOf(roman.toLowerCase()) + 1 : numberOf(number ?? letter!)
	};
}

/** Which of the files in one folder are parts of one whole: name -> number. One part alone is none. */
export function findParts(names: readonly string[], of: PartsOf): Map<string, number> {
	const wholes = new Map<string, { name: string; number: number }[]>();
	for (const name of names) {
		const { stem, ending } = splitEnding(name);
		const part = partOf(stem, of);
		if (!part) continue;
		const key = `${part.whole}.${ending}`;
		wholes.set(key, [...(wholes.get(key) ?? []), { name, number: part.number }]);
	}
	const parts = new Map<string, number>();
	for (const members of wholes.values()) {
		if (new Set(members.map(({ number }) => number)).size < 2) continue;
		for (const { name, number } of members) parts.set(name, number);
	}
	return parts;
}

const discFolder =
	/^(?:(?:cd|dvd|dis[ck]|part|pt)[ _.-]*(\d{1,2}|[a-d])|(?:cd|dvd|dis[ck])[ _.-]*(\d{1,2})\s*[([-].*)$/i;
const numberOf = (text: string) => (/\d/.test(text) ? Number(text) : text.toLowerCase().charCodeAt(0) - 96);

/** The number of a folder that holds one disc of several: "Disc 2", "CD1", "Disc 03 (The Making)". */
export function discNumber(folder: string): number | undefined {
	const found = discFolder.exec(folder.trim());
	const text = found?.[1] ?? found?.[2];
	return text === undefined ? undefined : numberOf(text);
}

const discBehind = /^(.*[^\s._([-])[\s._-]*[([]?(?:cd|dvd|dis[ck])[ _.-]*(\d{1,2})[\])]?$/i;
const partBehind = /^(.*[\])}])[\s._-]*(?:part|pt)[ _.-]*(\d{1,2})$/i;

/**
 * A folder that holds one disc of a film and bears its name: "Film (1965) (Disc 2)". "Film Part 2" is a film of its own
 * unless its year stands in front of that.
 */
export function discOf(folder: string): { whole: string; number: number } | undefined {
	const found = discBehind.exec(folder.trim()) ?? partBehind.exec(folder.trim());
	return found ? { whole: found[1]!.trim(), number: Number(found[2]) } : undefined;
}
