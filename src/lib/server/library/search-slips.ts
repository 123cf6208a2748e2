import type { SearchQuery } from '#core/matching/search-query.ts';
import type { SearchWord } from '#core/matching/search-words.ts';
import { slips } from '#core/text/slips.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';

const slipsAllowed = (length: number) => (length < 4 ? 0 : length < 7 ? 1 : 2);
const mostWords = 5;
const mostMeant = 8;

/** Words of the library that begin so, of lengths that a few slips allow; the last word may go on. */
const termsSql = `SELECT term FROM library_terms
	WHERE term >= ? AND term < ? AND length(term) >= ? AND (? OR length(term) <= ?)`;

/** Two letters of Cyrillic, Arabic or Hebrew may stand in the middle of a word. */
const holdingSql = 'SELECT term FROM library_terms WHERE instr(term, ?) > 1 LIMIT 20';

const after = (start: string) => {
	const letters = [...start];
	return letters.slice(0, -1).join('') + String.fromCodePoint(letters.at(-1)!.codePointAt(0)! + 1);
};

/** How it begins, or would if the first two letters had changed places or the first were too much. */
const beginnings = ([first, second, third]: string[]) =>
	[...new Set([first!, second! + first!, second! + third!])].filter(
		(start, at) => at === 0 || !start.startsWith(first!)
	);

/** Most words share too few letters to be weighed. */
function lacks(term: string, letters: readonly string[], allowed: number): boolean {
	let missing = 0;
	for (const letter of letters) if (!term.includes(letter) && ++missing > allowed) return true;
	return false;
}

/** Which words of the library may have been meant. */
function meant(db: Db, { text, isSigns }: SearchWord, isLast: boolean): string[] {
	const allowed = slipsAllowed(text.length);
	if (text.length === 2 && !isSigns && !/[\x00-\x7f]/.test(text))
		return prepared(db, holdingSql).pluck().all(text) as string[];
	if (allowed === 0 || isSigns || !/\p{L}/u.test(text)) return [];
	const { length } = text;
	const letters = [...new Set(text)];
	const near: { term: string; off: number }[] = [];
	for (const start of beginnings([...text])) {
		const rows = prepared(db, termsSql)
			.pluck()
			.all(start, after(start), length - allowed, isLast ? 1 : 0, length + allowed) as string[];
		for (const term of rows) {
			if (lacks(term, letters, allowed)) continue;
			const whole = Math.abs(term.length - length) <= allowed ? slips(text, term) : Infinity;
			const begun = isLast && term.length > length ? slips(text, term.slice(0, length)) + 0.5 : Infinity;
			const off = Math.min(whole, begun);
			if (off < allowed + 1) near.push({ term, off });
		}
	}
	return near
		.toSorted((a, b) => a.off - b.off || a.term.length - b.term.length)
		.slice(0, mostMeant)
		.map(({ term }) => term);
}

/** The query with what may have been meant beside each word; undefined when nothing else could be. */
export function meantQuery(db: Db, { words, groups }: SearchQuery): string | undefined {
	if (words.length > mostWords) return undefined;
	let isOther = false;
	const wider = words.map((word, at) => {
		const isLast = at === words.length - 1;
		const found = meant(db, word, isLast).filter((term) => term !== word.text);
		isOther ||= found.length > 0;
		return `(${[groups[at]!, ...found.map((term) => `"${term}"${isLast ? '*' : ''}`)].join(' OR ')})`;
	});
	return isOther ? wider.join(' AND ') : undefined;
}
