import type { Film, Show } from '../world/fact.ts';

/** Letters and digits alone, without accents, in any script. */
export const wordsOf = (text: string): string[] =>
	text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);

export const namesOf = (work: Film | Show) => [
	work.title,
	work.original,
	...work.aliases.map(({ title }) => title)
];

/** Every word of the query begins a word of one of its names: names are not corrected. */
export function matches(work: Film | Show, query: string): boolean {
	const wanted = wordsOf(query);
	if (wanted.length === 0) return false;
	return namesOf(work).some((name) => {
		const words = wordsOf(name);
		const joined = words.join('');
		return (
			wanted.every((word) => words.some((own) => own.startsWith(word))) || joined.startsWith(wanted.join(''))
		);
	});
}

export const isWhole = (work: Film | Show, query: string) =>
	namesOf(work).some((name) => wordsOf(name).join(' ') === wordsOf(query).join(' '));

/** Letters to change, add or leave out to get from one word to the other. */
export function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++)
			next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
		row = next;
	}
	return row[b.length]!;
}
