import { audio } from './words/audio.ts';
import { languageRows, subtitleWords } from './words/languages.ts';
import { release } from './words/release.ts';
import { commonServiceWords, services } from './words/services.ts';
import { sources } from './words/sources.ts';
import { video } from './words/video.ts';

export type Sets = Partial<Record<WordField, string>>;
export type WordField =
	| 'source'
	| 'modifier'
	| 'codec'
	| 'bitDepth'
	| 'hdr'
	| 'is3d'
	| 'resolution'
	| 'tech'
	| 'audio'
	| 'proper'
	| 'repack'
	| 'real'
	| 'edition'
	| 'complete'
	| 'dubbed'
	| 'multi'
	| 'sub'
	| 'part'
	| 'language'
	| 'subtitle'
	| 'service'
	| 'container';

/** [what it says, how surely it ends a title (3 always, 2 in company, 1 never), the words that say it] */
export type Row = [sets: Sets, weight: number, words: string];

export interface Entry {
	sets: Sets;
	weight: number;
	/** language words only: 2 full name, 1 three letters, 0 two letters */
	trust: number;
	/** counts only in capitals */
	capitals: boolean;
	/** how much of the sentence it is worth: a picture, sound or release word (not a language, not an edition) */
	tech: boolean;
}

/** A step of the phrase tree: what the words so far mean, and what may follow. */
export interface Step {
	entry: Entry | undefined;
	next: Map<string, Step> | undefined;
}

export const dictionary = new Map<string, Step>();

function stepFor(map: Map<string, Step>, word: string): Step {
	let step = map.get(word);
	if (!step) map.set(word, (step = { entry: undefined, next: undefined }));
	return step;
}

function put(words: string[], entry: Entry): void {
	let step = stepFor(dictionary, words[0]!);
	for (const word of words.slice(1)) step = stepFor((step.next ??= new Map()), word);
	step.entry ??= entry;
}

/** "dts hd ma" is also read as "dtshd ma", "dts hdma" and "dtshdma". */
function define(phrase: string, entry: Entry): void {
	const words = phrase.toLowerCase().split(' ');
	put(words, entry);
	if (words.length > 1 && words.every((word) => word.length > 1 || !/[a-z]/.test(word)))
		put([words.join('')], entry);
}

const techFields = [
	'source',
	'modifier',
	'codec',
	'bitDepth',
	'hdr',
	'is3d',
	'resolution',
	'tech',
	'audio',
	'proper',
	'repack',
	'service',
	'container'
];

function add(sets: Sets, weight: number, words: string, more: Partial<Entry> = {}): void {
	const tech = Object.keys(sets).some((field) => techFields.includes(field));
	const entry: Entry = { sets, weight, trust: 2, capitals: false, tech, ...more };
	for (const phrase of words.split('|')) define(phrase, entry);
}

for (const table of [sources, video, audio, release])
	for (const [sets, weight, words] of table) add(sets, weight, words);
for (const [word, code] of Object.entries(subtitleWords)) add({ subtitle: code }, 2, word);
for (const row of languageRows) add({ language: row.code }, 2, row.names);
for (const row of languageRows) if (row.short) add({ language: row.code }, 1, row.short, { trust: 1 });
for (const row of languageRows) if (row.two) add({ language: row.code }, 1, row.two, { trust: 0 });
for (const service of services) {
	const [word, name] = service.split(':') as [string, string];
	add({ service: name }, 1, word, { capitals: commonServiceWords.has(word) });
}
