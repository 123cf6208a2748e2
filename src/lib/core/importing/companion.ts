import type { ExtraType } from '#core/release/types.ts';

export type CompanionKind = 'subtitle' | 'audio' | 'nfo' | 'image' | 'extra' | 'disc';

/** What belongs to a file and comes into the library with it. */
export interface Companion {
	/** Below the folder that was looked into. */
	path: string;
	kind: CompanionKind;
	/** What an extra is. */
	extraType?: ExtraType | undefined;
	/** The extra that it lies beside. */
	of?: string | undefined;
	sizeBytes: number;
	/** A person leaves it where it is. */
	isLeft?: boolean | undefined;
}

/** Those that come, in the order they were found; what lies beside an extra stays with it. */
export function thoseComing<C extends Companion>(companions: readonly C[]): C[] {
	const left = new Set(companions.filter(({ isLeft }) => isLeft).map(({ path }) => path));
	return companions.filter(({ path, of }) => !left.has(path) && !(of !== undefined && left.has(of)));
}

/** What people call them, in the order they are told. */
const words = [
	'subtitle',
	'audio',
	'trailer',
	'featurette',
	'behind-the-scenes',
	'deleted-scene',
	'interview',
	'scene',
	'clip',
	'short',
	'extra',
	'image',
	'nfo',
	'disc'
] as const;
export type CompanionWord = (typeof words)[number];

export function wordOf({ kind, extraType }: Pick<Companion, 'kind' | 'extraType'>): CompanionWord {
	if (kind !== 'extra') return kind;
	return words.find((word) => word === extraType) ?? 'extra';
}

/** How many of each come along. */
export function countCompanions(companions: readonly Companion[]): [CompanionWord, number][] {
	const counts = new Map<CompanionWord, number>();
	for (const companion of thoseComing(companions)) {
		const word = wordOf(companion);
		counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	return words
		.flatMap((word) => (counts.has(word) ? [[word, counts.get(word)!] as const] : []))
		.map((pair) => [...pair]);
}
