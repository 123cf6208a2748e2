import type { KnownItem, Sighting } from './sighting.ts';

/** Something beside the title that speaks for or against an item. */
export interface Evidence {
	readonly reason: string | undefined;
	weigh(confidence: number): number;
}

const silent: Evidence = { reason: undefined, weigh: (confidence) => confidence };

const evidence = (reason: string, weigh: (confidence: number) => number): Evidence => ({ reason, weigh });
/** Moves part of the way to certainty. */
const towardsOne = (part: number) => (confidence: number) => confidence + (1 - confidence) * part;
const scaled = (factor: number) => (confidence: number) => confidence * factor;

/** `alike` is the likeness of the titles: a year may only confirm what the title suggests. */
export function evidenceOfYear(sighting: Sighting, item: KnownItem, alike: number): Evidence {
	const { year } = sighting;
	if (year === undefined || item.year === undefined) {
		return year === undefined ? silent : evidence('Its year is not known.', scaled(0.93));
	}
	const off = Math.abs(year - item.year);
	if (off === 0) return evidence(`The year ${year} agrees.`, towardsOne(alike > 0.8 ? 0.7 : 0.15));
	// Series are often named with the year of the season at hand.
	const isSeries = item.kind === 'series';
	if (isSeries && year > item.year && year <= (item.lastYear ?? Infinity)) {
		return evidence(`It was running in ${year}.`, scaled(0.95));
	}
	// Festivals and releases fall into different years.
	if (off === 1) return evidence(`The year differs by one (${year}, ${item.year}).`, scaled(0.95));
	if (off === 2) return evidence(`The year differs by two (${year}, ${item.year}).`, scaled(0.7));
	return evidence(`The year is ${year}, not ${item.year}.`, scaled(0.4));
}

export function evidenceOfRuntime(sighting: Sighting, item: KnownItem): Evidence {
	const { runtimeMinutes: read } = sighting;
	const { runtimeMinutes: own } = item;
	if (!read || !own || item.kind === 'series') return silent;
	const off = Math.abs(read - own);
	if (off <= Math.max(3, own * 0.05))
		return evidence(`It runs for ${Math.round(own)} minutes.`, towardsOne(0.5));
	// Longer cuts are common, files of half the length are something else.
	if (read > own * 0.8 && read < own * 1.4) return silent;
	return evidence(`It runs for ${Math.round(own)} minutes, the file for ${Math.round(read)}.`, scaled(0.6));
}
