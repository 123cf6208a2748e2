import { splitEnding } from './file-kinds.ts';

export interface PartName {
	/** What all parts of it have in common. */
	whole: string;
	number: number;
}

const numbered =
	/^(?<whole>.*?)(?:(?<=[\])}])|^|[ _.-]+)[([]?(?<word>cd|dvd|part|pt|dis[ck])[ _.-]*(?<number>\d{1,2})(?:\s?(?:of|von|de|di|sur)\s?\d{1,2})?[\])]?$/i;
const lettered =
	/^(?<whole>.*?)(?:(?<=[\])}])|^|[ _.-]+)[([]?(?<word>cd|dvd|part|pt|dis[ck])[ _.-]*(?<letter>[a-d])[\])]?$/i;

/** Cheap, because it is asked of every name: does it end in a number or letter behind such a word? */
const ending =
	/(?:cd|dvd|part|pt|dis[ck])[ _.-]*(?:\d{1,2}(?:\s?(?:of|von|de|di|sur)\s?\d{1,2})?|[a-d])[\])]?$/i;
const longestEnding = 24;

/** "Film cd2", "Film - part1", "Film.ptb": the word stands at the end. */
export function partOf(stem: string): PartName | undefined {
	if (!ending.test(stem.length > longestEnding ? stem.slice(-longestEnding) : stem)) return undefined;
	const found = numbered.exec(stem)?.groups ?? lettered.exec(stem)?.groups;
	if (!found) return undefined;
	const number = numberOf(found['number'] ?? found['letter']!);
	return { whole: `${found['whole']!.toLowerCase()}|${found['word']!.toLowerCase()}`, number };
}

/** Which of the files in one folder are parts of one whole: name -> number. One part alone is none. */
export function findParts(names: readonly string[]): Map<string, number> {
	const wholes = new Map<string, { name: string; number: number }[]>();
	for (const name of names) {
		const { stem, ending } = splitEnding(name);
		const part = partOf(stem);
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
