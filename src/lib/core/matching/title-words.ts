import { foldLetters } from '#core/text/fold-letters.ts';

// Single "I", "V" and "X" are left alone: they are titles and names as often as numbers.
const romans = new Map(
	'ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx'
		.split(' ')
		.map((roman, at) => [roman, String([2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20][at])])
);

const numbers = new Map(
	'zero one two three four five six seven eight nine ten eleven twelve'
		.split(' ')
		.map((word, at) => [word, String(at)])
);

const fractions: Record<string, string> = { '¼': '1/4', '½': '1/2', '¾': '3/4', '⅓': '1/3', '⅔': '2/3' };

/** "&" and fractions in letters and digits; an apostrophe joins. */
export const spellSigns = (title: string): string =>
	title
		.replace(/[¼½¾⅓⅔]/g, (sign) => ` ${fractions[sign]!} `)
		.replace(/[&+]/g, ' and ')
		.replace(/['’‘`´ʼ]/g, '');

/** Roman and spelled-out numbers as digits. */
export const canonicalWord = (word: string): string => romans.get(word) ?? numbers.get(word) ?? word;

/**
 * The words of a title in one spelling: no accents, no punctuation, "&" and "+" as "and", roman and spelled-out
 * numbers as digits.
 */
export function titleWords(title: string): string[] {
	const spelled = foldLetters(spellSigns(title))
		.replace(/(\d)\s*%/g, '$1 percent ')
		// The dots of an acronym join; all other punctuation parts.
		.replace(/(?<![\p{L}\p{N}])((?:\p{L}\.){2,})/gu, (acronym) => `${acronym.replaceAll('.', '')} `)
		.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
		.trim();
	return spelled === '' ? symbolsOf(title) : spelled.split(' ').map(canonicalWord);
}

/** A title of nothing but signs ("!!!", "$") is compared by its signs. */
const symbolsOf = (title: string): string[] => {
	const signs = title.replace(/\s+/g, '');
	return signs === '' ? [] : [signs];
};

const articles = new Set('the a an der die das le la les el los las il lo gli un une'.split(' '));

const fillers = new Set([...articles, ...'and und et y e og och of de du des del von in im'.split(' ')]);

/** A word that tells so little that who seeks may leave it out. */
export const isFiller = (word: string): boolean => fillers.has(word);

/** The words that tell titles apart: without an article in front or behind a comma, and without "and". */
export function tellingWords(words: readonly string[]): string[] {
	const kept = words.filter((word) => word !== 'and');
	const inFront = kept.length > 1 && articles.has(kept[0]!) ? kept.slice(1) : kept;
	const last = inFront.at(-1);
	const told = inFront.length > 1 && (last === 'the' || last === 'an') ? inFront.slice(0, -1) : inFront;
	return told.length > 0 ? told : [...words];
}
