import { searchWords, type SearchWord } from './search-words.ts';
import { isFiller } from './title-words.ts';

/** What somebody typed, as the full-text index is asked for it. */
export interface SearchQuery {
	/** For MATCH; every part of it in quotes. The last word may go on. */
	readonly expression: string;
	/** The same where all longer words may go on: "ocean eleven" is "Ocean's Eleven". */
	readonly looser: string | undefined;
	/** The words that have to be there, and what the index is asked for each. */
	readonly words: readonly SearchWord[];
	readonly groups: readonly string[];
	/** A year beside other words. */
	readonly year: number | undefined;
}

const mostWords = 12;
const openFrom = 4;
const asYear = /^(?:19|20)\d\d$/;

const quoted = (word: string, isOpen: boolean) => `"${word}"${isOpen ? '*' : ''}`;

function group({ text, isSigns, others }: SearchWord, opens: 'always' | 'long' | 'never', isYear: boolean) {
	const isOpen = (word: string) =>
		opens === 'always' || (opens === 'long' && word.length >= openFrom && /\p{L}/u.test(word));
	const own = isSigns ? quoted([...text].join(' '), false) : quoted(text, isOpen(text));
	const all = [own, ...others.map((other) => quoted(other, isOpen(other)))];
	if (isYear) all.push(quoted(yearWord(text), false));
	return all.length === 1 ? own : `(${all.join(' OR ')})`;
}

/** How the year of an item stands in the index, so that it is no word of a title. */
export const yearWord = (year: string | number): string => `y${year}`;

/** The words as they stand, or two of them, or all, run together: "wall e" is "WALL·E", "spider man" is "Spiderman". */
function ways(words: readonly SearchWord[], groups: readonly string[]): string[] {
	const out = [groups.join(' AND ')];
	const isWhole = words.length > 1 && words.length < 6 && words.every(({ isSigns }) => !isSigns);
	if (!isWhole) return out;
	const whole = words.map(({ text }) => text).join('');
	if (whole.length <= 24) out.push(quoted(whole, true));
	if (words.length === 2) return out;
	for (let at = 0; at + 1 < words.length; at++) {
		const pair = quoted(words[at]!.text + words[at + 1]!.text, at + 2 === words.length);
		out.push([...groups.slice(0, at), pair, ...groups.slice(at + 2)].join(' AND '));
	}
	return out;
}

/** Undefined when nothing was typed that could be sought. */
export function searchQuery(text: string): SearchQuery | undefined {
	const all = searchWords(text.slice(0, 200)).slice(0, mostWords);
	const telling = all.filter(({ text: word }, at) => at === all.length - 1 || !isFiller(word));
	const [first] = telling;
	if (!first) return undefined;
	// "the lord of": what is still being typed may be a filler, if there is more to go by.
	const years = telling.map(({ text: word }) => telling.length > 1 && asYear.test(word));
	const last = telling.length - 1;
	const groups = telling.map((word, at) => group(word, at === last ? 'always' : 'never', years[at]!));
	const looser = telling
		.map((word, at) => group(word, at === last ? 'always' : 'long', years[at]!))
		.join(' AND ');
	const year = years.lastIndexOf(true);
	return {
		expression: ways(telling, groups)
			.map((way) => `(${way})`)
			.join(' OR '),
		looser: looser === groups.join(' AND ') ? undefined : looser,
		words: telling,
		groups,
		year: year < 0 ? undefined : Number(telling[year]!.text)
	};
}
