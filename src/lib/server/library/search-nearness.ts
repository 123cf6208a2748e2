import type { SearchQuery } from '#core/matching/search-query.ts';
import { searchWords } from '#core/matching/search-words.ts';
import { tellingWords, titleWords } from '#core/matching/title-words.ts';

export interface Candidate {
	title: string;
	/** Its original title and the other names it was found by. */
	others: string[];
	year: number | null;
	votes: number;
	fileCount: number;
}

const known = new Map<string, string[]>();
const mostKnown = 4000;

/** While somebody types, the same names come again with every letter. */
function keysOf(name: string): string[] {
	let keys = known.get(name);
	if (keys) return keys;
	if (known.size >= mostKnown) known.clear();
	keys = createKeys(name);
	known.set(name, keys);
	return keys;
}

/** A name as it is compared: numbers in digits and no article, and as it is written; both run together. */
function createKeys(name: string): string[] {
	const words = searchWords(name);
	const told = tellingWords(titleWords(name)).join('');
	const written = words.map(({ text }) => text).join('');
	const paired = words.map(({ text, others }) => others.find((other) => other.length > text.length) ?? text);
	return [...new Set([told, written, paired.join('')])].filter((key) => key !== '');
}

const trigramsOf = (text: string) =>
	new Set(Array.from({ length: Math.max(1, text.length - 2) }, (_, at) => text.slice(at, at + 3)));

const withoutYear = (text: string, year: number) => text.replace(new RegExp(`\\b${year}\\b`), ' ');

/** So near is what begins with what was typed. */
export const begun = 2;

function standing(typed: readonly string[], name: string): number {
	const keys = keysOf(name);
	const best = (fits: (key: string, sought: string) => boolean) =>
		typed.some((sought) => keys.some((key) => fits(key, sought)));
	if (best((key, sought) => key === sought)) return 3;
	if (best((key, sought) => key.startsWith(sought))) return begun;
	return best((key, sought) => key.includes(sought)) ? 1 : 0;
}

const isOtherName = 0.2;

/** How near names stand to what was typed. */
export function nearnessTo(text: string, { year }: SearchQuery) {
	const typed = keysOf(text);
	const bare = year === undefined ? undefined : keysOf(withoutYear(text, year));
	const grams = trigramsOf(typed[0] ?? '');
	const nameStanding = (name: string, ofYear: boolean) =>
		Math.max(standing(typed, name), ofYear && bare ? standing(bare, name) : 0);
	return {
		/** The title itself, its beginning, a part of it; more votes decide between equals. */
		closeness(item: Candidate): number {
			const ofYear = year !== undefined && item.year === year;
			const start = Math.max(
				nameStanding(item.title, ofYear),
				...item.others.map((name) => nameStanding(name, ofYear) - isOtherName)
			);
			return start + Math.min(0.9, Math.log10(1 + item.votes) / 6) + (item.fileCount > 0 ? 0.05 : 0);
		},
		/** How much of what was typed is in a name, and the other way round. */
		likeness: (item: Candidate): number =>
			Math.max(
				...[item.title, ...item.others].map((name) => {
					const key = keysOf(name)[0] ?? '';
					const own = trigramsOf(key);
					const held = [...grams].filter((part) => own.has(part)).length;
					const alike = held / Math.max(grams.size, own.size);
					return Math.max(alike, (held / grams.size) * 0.5) + (key.includes(typed[0] ?? '-') ? 0.5 : 0);
				})
			)
	};
}
