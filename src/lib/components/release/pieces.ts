import type { Mark } from '#core/release/types.ts';

export interface Piece {
	text: string;
	/** Fields that were read here; none where nothing was. */
	fields: readonly string[];
}

const charactersNobodySees = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** What cannot be seen, or turns text around, is written out so that it cannot deceive. */
export const visible = (text: string): string =>
	text.replace(
		charactersNobodySees,
		(char) => `⟨U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`
	);

/** Cuts a name where fields begin and end; marks may overlap. */
export function piecesOf(name: string, marks: readonly Mark[]): Piece[] {
	const sound = marks.filter(({ start, end }) => start >= 0 && end > start && end <= name.length);
	const cuts = [...new Set([0, name.length, ...sound.flatMap(({ start, end }) => [start, end])])].toSorted(
		(a, b) => a - b
	);
	return cuts.slice(1).map((end, index) => {
		const start = cuts[index]!;
		const here = sound.filter((mark) => mark.start <= start && mark.end >= end);
		return { text: name.slice(start, end), fields: [...new Set(here.map(({ field }) => field))] };
	});
}

const alphabets = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** The first word with letters of several alphabets, which look alike and are not. */
export const mixedWord = (name: string): string | undefined =>
	name
		.split(/[^\p{L}\p{M}]+/u)
		.find((word) => alphabets.filter((alphabet) => alphabet.test(word)).length > 1);
