import type { Condition } from './condition.ts';
import type { TextCondition } from './text-conditions.ts';
import type { Modifier, Source, Traits } from './traits.ts';

type Test = (traits: Traits) => boolean;
type FactCondition = Exclude<Condition, TextCondition>;

const gigabyte = 1024 ** 3;

// Sonarr counts remuxes and raw captures as sources of their own, Radarr as the same source with a modifier.
const sourceParts: Record<string, [source: Source, raw: Modifier, isRaw: boolean]> = {
	'tv-encode': ['tv', 'rawhd', false],
	'tv-raw': ['tv', 'rawhd', true],
	'bluray-encode': ['bluray', 'remux', false],
	'bluray-raw': ['bluray', 'remux', true]
};

/** A condition on facts as a function; `negate` is left to the caller. */
export function conditionTest(condition: FactCondition): Test {
	switch (condition.type) {
		case 'source':
			return sourceTest(condition.value);
		case 'modifier':
			return (traits) => traits.modifier === condition.value;
		case 'resolution':
			return (traits) => traits.resolution === condition.value;
		case 'language':
			return languageTest(condition.value, condition.except);
		case 'flag':
			return (traits) => traits.flags.includes(condition.value);
		case 'release-type':
			return (traits) => traits.releaseType === condition.value;
		case 'size':
			return rangeTest(condition, (traits) => (traits.sizeBytes ?? 0) / gigabyte, true);
		case 'year':
			return rangeTest(condition, (traits) => traits.year, false);
		case 'protocol':
			return (traits) => traits.protocol === condition.value;
		case 'mark':
			return marks[condition.value];
		case 'bit-depth':
			return (traits) => Number(traits.parsed.bitDepth) === condition.value;
		default:
			return wordTest(condition.type, condition.value);
	}
}

function sourceTest(value: string): Test {
	const parts = sourceParts[value];
	if (!parts) return (traits) => traits.source === value;
	const [source, raw, isRaw] = parts;
	return (traits) => traits.source === source && (traits.modifier === raw) === isRaw;
}

function languageTest(value: string, except: boolean): Test {
	if (value === 'any') return () => true;
	return (traits) => {
		const wanted = value === 'original' ? traits.originalLanguage : value;
		return traits.languages.some((language) => (language === wanted) !== except);
	};
}

function rangeTest(
	{ min = -Infinity, max = Infinity }: { min?: number | undefined; max?: number | undefined },
	read: (traits: Traits) => number | undefined,
	openBelow: boolean
): Test {
	return (traits) => {
		const value = read(traits);
		return value !== undefined && (openBelow ? value > min : value >= min) && value <= max;
	};
}

const marks: Record<(Condition & { type: 'mark' })['value'], Test> = {
	proper: ({ parsed }) => parsed.proper,
	repack: ({ parsed }) => parsed.repack,
	real: ({ parsed }) => parsed.real > 0,
	'3d': ({ parsed }) => parsed.is3d,
	'hardcoded-subs': ({ parsed }) => parsed.hardcodedSubs,
	dubbed: ({ parsed }) => parsed.dubbed
};

type WordType = 'codec' | 'hdr' | 'audio' | 'channels' | 'service';

const optional = (word: string | undefined): readonly string[] => (word === undefined ? [] : [word]);

const words: Record<WordType, (traits: Traits) => readonly string[]> = {
	codec: ({ parsed }) => optional(parsed.codec),
	hdr: ({ parsed }) => parsed.hdr,
	audio: ({ parsed }) => parsed.audio,
	channels: ({ parsed }) => optional(parsed.audioChannels),
	service: ({ parsed }) => optional(parsed.streamingService)
};

function wordTest(type: WordType, value: string): Test {
	const wanted = value.toLowerCase();
	return (traits) => words[type](traits).some((word) => word.toLowerCase() === wanted);
}
