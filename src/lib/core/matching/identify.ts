import { evidenceOfRuntime, evidenceOfYear } from './evidence.ts';
import { matchingId, opposingId } from './ids.ts';
import { formSimilarity } from './similarity.ts';
import { titleForm } from './title-form.ts';
import type { KnownItem, Sighting } from './sighting.ts';

export interface Identification<T extends KnownItem> {
	readonly item: T;
	/** 0 to 1. */
	readonly confidence: number;
	/** Why, in sentences, weightiest first. */
	readonly reasons: readonly string[];
}

export interface Identified<T extends KnownItem> {
	/** The likeliest; missing when nothing known comes near. */
	readonly best: Identification<T> | undefined;
	readonly others: readonly Identification<T>[];
}

/** Below this a match is a guess to show, not one to act on. */
export const confident = 0.8;

const least = 0.2;
const maxOthers = 9;
/** Two that come this near to each other cannot be told apart by what the name says. */
const tooClose = 0.04;
const tied = 0.6;

/** Which of the known items a name means. */
export function identify<T extends KnownItem>(sighting: Sighting, known: readonly T[]): Identified<T> {
	const ranked = known
		.map((item) => judge(sighting, item))
		.filter(({ confidence }) => confidence >= least)
		.sort((a, b) => b.confidence - a.confidence);
	const [first, second] = ranked;
	const others = ranked.slice(1, maxOthers + 1);
	if (!first) return { best: undefined, others };
	const isTied = second && first.confidence < 1 && first.confidence - second.confidence < tooClose;
	if (!isTied) return { best: first, others };
	// Neither may seem surer than the one it is tied with.
	const level = others.map((other) => ({ ...other, confidence: Math.min(other.confidence, tied) }));
	return { best: asTied(first, second), others: level };
}

function asTied<T extends KnownItem>(first: Identification<T>, second: Identification<T>): Identification<T> {
	const { title, year } = second.item;
	return {
		item: first.item,
		confidence: Math.min(first.confidence, tied),
		reasons: [`"${title}"${year ? ` (${year})` : ''} fits as well.`, ...first.reasons]
	};
}

/** How well one item fits. */
export function judge<T extends KnownItem>(sighting: Sighting, item: T): Identification<T> {
	const same = matchingId(sighting, item);
	if (same) return { item, confidence: 1, reasons: [`The name carries its ${same}.`] };
	const opposed = opposingId(sighting, item);
	if (opposed) return { item, confidence: 0, reasons: [`The name carries another ${opposed}.`] };
	if (sighting.kind && item.kind && sighting.kind !== item.kind) {
		return { item, confidence: 0, reasons: [`It is a ${item.kind}, the name speaks of a ${sighting.kind}.`] };
	}
	const title = bestTitle(sighting, item);
	const year = title.value === 1 && endsIn(title.read, sighting.year) ? undefined : sighting.year;
	const evidence = [
		evidenceOfYear({ ...sighting, year }, item, title.value),
		evidenceOfRuntime(sighting, item)
	];
	const weighed = evidence.reduce((value, { weigh }) => weigh(value), title.value * 0.9);
	return {
		item,
		confidence: Math.max(0, Math.min(0.99, weighed)),
		reasons: [title.reason, ...evidence.flatMap(({ reason }) => (reason ? [reason] : []))]
	};
}

/** "Tower 1999" is the name of something of another year. */
const endsIn = (title: string, year: number | undefined) =>
	year !== undefined && /\d{4}$/.exec(title)?.[0] === String(year);

function bestTitle(sighting: Sighting, item: KnownItem): { value: number; reason: string; read: string } {
	let value = 0;
	let pair: [string, string] = ['', ''];
	for (const own of [item.title, ...(item.aliases ?? [])]) {
		for (const read of sighting.titles) {
			const alike = formSimilarity(titleForm(own), titleForm(read));
			if (alike > value) [value, pair] = [alike, [read, own]];
		}
	}
	const [read, own] = pair;
	const isAlias = own !== item.title ? ', a title it is also known by' : '';
	if (value === 0) return { value, read, reason: 'The titles have nothing in common.' };
	if (value === 1) return { value, read, reason: `The title is "${own}"${isAlias}.` };
	if (value >= 0.94) return { value, read, reason: `"${read}" is "${own}" in another spelling${isAlias}.` };
	return { value, read, reason: `"${read}" is ${Math.round(value * 100)} % like "${own}"${isAlias}.` };
}
