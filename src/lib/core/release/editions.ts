import { gapAfter, type Reading } from './reading.ts';

/** Words that name an edition when "edition", "cut" or "version" follows: "Ultimate Collector's Edition". */
const adjectives = new Map<string, string>(
	Object.entries({
		extended: 'Extended',
		theatrical: 'Theatrical',
		ultimate: 'Ultimate',
		special: 'Special Edition',
		final: 'Final Cut',
		fan: 'Fan Edit',
		limited: 'Limited',
		deluxe: 'Deluxe',
		diamond: 'Diamond',
		signature: 'Signature',
		hunter: 'Hunter',
		rogue: 'Rogue Cut',
		festival: 'Festival',
		assembly: 'Assembly Cut',
		anniversary: 'Anniversary Edition',
		alternate: 'Alternative Cut',
		alternative: 'Alternative Cut',
		criterion: 'Criterion',
		despecialized: 'Despecialized',
		unrated: 'Unrated',
		uncut: 'Uncut',
		uncensored: 'Uncensored',
		imax: 'IMAX',
		remastered: 'Remastered',
		restored: 'Remastered',
		collector: "Collector's Edition",
		collectors: "Collector's Edition",
		"collector's": "Collector's Edition",
		director: "Director's Cut",
		directors: "Director's Cut",
		"director's": "Director's Cut",
		international: 'International',
		definitive: 'Definitive',
		premium: 'Premium',
		superbit: 'Superbit',
		longue: 'Extended',
		imperial: 'Imperial',
		rekall: 'Rekall',
		rouge: 'Rouge Cut',
		redux: 'Redux',
		kinofassung: 'Theatrical',
		langfassung: 'Extended'
	})
);
const nouns = new Set([
	'edition',
	'editions',
	'cut',
	'cuts',
	'version',
	'edit',
	'collection',
	'edición',
	'fassung',
	'schnitt'
]);
const fillers = new Set(['luxe', 's', 'the', 'and']);
/** These need no noun. */
const plain = new Set([
	'extended',
	'unrated',
	'uncut',
	'uncensored',
	'imax',
	'remastered',
	'restored',
	'theatrical',
	'despecialized',
	"director's",
	'directors',
	'kinofassung',
	'langfassung'
]);

export interface EditionRun {
	names: string[];
	last: number;
	/** the phrase was spoken out with its noun */
	full: boolean;
}

/** A run of edition words that begins at this token. */
export function editionRun(reading: Reading, index: number): EditionRun | undefined {
	const { tokens } = reading;
	if (!adjectives.has(tokens[index]!.text)) return;
	const names: string[] = [];
	let at = index;
	for (; at < Math.min(tokens.length, index + 6); at++) {
		const { text } = tokens[at]!;
		const name = adjectives.get(text);
		if (name !== undefined) {
			if (!names.includes(name)) names.push(name);
		} else if (
			nouns.has(text) &&
			(text !== 'collection' || names.includes('Criterion') || names.length > 1)
		) {
			const more = tokens[at + 1];
			// "Extended Theatrical Version IMAX"
			if (more?.text === 'imax') names.push('IMAX');
			return { names, last: at + (more?.text === 'imax' ? 2 : 1), full: true };
		} else if (!fillers.has(text)) break;
		if (gapAfter(reading, at).length !== 1) {
			at++;
			break;
		}
	}
	if (names.length === 1 && !plain.has(tokens[index]!.text)) return;
	const firm = names.length > 1 ? undefined : names;
	return firm && at > index ? { names: firm, last: index + 1, full: false } : undefined;
}
