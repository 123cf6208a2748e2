import type { WordField } from './dictionary.ts';
import { isCapital, mark, type Reading } from './reading.ts';
import type { Hit } from './scan.ts';
import type { Modifier } from './types.ts';

/** What the known words of a name say, before it is judged together. */
export interface Fields {
	resolution: string | undefined;
	/** 3 written out (1080p), 2 as a frame (1920x1080), 1 as a nickname (4K) */
	resolutionTrust: number;
	source: string | undefined;
	sourceTrust: number;
	/** as written: "bdrip", "webhd" ...; the quality name depends on it */
	sourceWord: string;
	modifier: Modifier | undefined;
	codec: string | undefined;
	bitDepth: string | undefined;
	audio: string[];
	audioChannels: string | undefined;
	hdr: string[];
	edition: string[];
	service: string | undefined;
	container: string | undefined;
	proper: boolean;
	properCount: number;
	repack: number;
	real: number;
	complete: boolean;
	is3d: boolean;
	format3d: string | undefined;
	multi: boolean;
}

function empty(): Fields {
	return {
		resolution: undefined,
		resolutionTrust: 0,
		source: undefined,
		sourceTrust: -1,
		sourceWord: '',
		modifier: undefined,
		codec: undefined,
		bitDepth: undefined,
		audio: [],
		audioChannels: undefined,
		hdr: [],
		edition: [],
		service: undefined,
		container: undefined,
		proper: false,
		properCount: 0,
		repack: 0,
		real: 0,
		complete: false,
		is3d: false,
		format3d: undefined,
		multi: false
	};
}

type Take = (fields: Fields, value: string, hit: Hit, reading: Reading) => boolean | void;

function add(list: string[], value: string): void {
	if (!list.includes(value)) list.push(value);
}

/** Some sources say more than others: a screener of a DVD is a screener, "TS" beside "BluRay" is a file ending. */
const sourceRank: Record<string, number> = {
	screener: 6,
	cam: 5,
	telesync: 5,
	telecine: 5,
	workprint: 5,
	bluray: 4,
	'web-dl': 4,
	webrip: 4,
	hdrip: 4,
	tv: 2,
	web: 2,
	ppv: 1,
	dm: 1
};
const shortSources = new Set(['ts', 'tc', 'br', 'scr', 'wp', 'pal', 'r5', 'r6', 'dm', 'cam', 'vod']);

function text(reading: Reading, hit: Hit): string {
	let out = '';
	for (let i = hit.first; i < hit.last; i++) out += reading.tokens[i]!.text;
	return out;
}

const channelNames = new Map([
	['2ch', '2.0'],
	['6ch', '5.1'],
	['8ch', '7.1'],
	['20ch', '2.0'],
	['51ch', '5.1'],
	['71ch', '7.1'],
	['mono', '1.0'],
	['stereo', '2.0']
]);

const take: Partial<Record<WordField, Take>> = {
	source(fields, value, hit, reading) {
		const word = text(reading, hit);
		if (
			shortSources.has(word) &&
			!isCapital(reading, reading.tokens[hit.first]!) &&
			reading.text.slice(reading.from, reading.to) !== reading.lower.slice(reading.from, reading.to) &&
			fields.source
		)
			return false;
		const trust =
			(hit.weight === 3 ? 10 : 0) + (sourceRank[value] ?? 3) - (word === 'ntsc' || word === 'pal' ? 3 : 0);
		if (trust <= fields.sourceTrust) return false;
		fields.source = value;
		fields.sourceTrust = trust;
		fields.sourceWord = word;
		return true;
	},
	modifier(fields, value) {
		if (fields.modifier !== 'remux') fields.modifier = value as Modifier;
	},
	resolution(fields, value, hit) {
		const trust = hit.sets.tech === 'frame' ? 2 : hit.weight === 3 ? 3 : 1;
		if (trust < fields.resolutionTrust) return false;
		fields.resolution = value;
		fields.resolutionTrust = trust;
		return true;
	},
	codec(fields, value) {
		if (fields.codec && fields.codec !== value && fields.codec !== 'mpeg4') return false;
		fields.codec = value;
		return true;
	},
	bitDepth(fields, value) {
		fields.bitDepth ??= value;
	},
	audio(fields, value) {
		add(fields.audio, value);
	},
	hdr(fields, value, hit, reading) {
		if (hit.weight < 2 && !isCapital(reading, reading.tokens[hit.first]!)) return false;
		add(fields.hdr, value);
		return true;
	},
	edition(fields, value) {
		for (const name of value.split('|')) add(fields.edition, name);
	},
	service(fields, value) {
		fields.service ??= value;
	},
	container(fields, value) {
		fields.container ??= value;
	},
	proper(fields, value) {
		fields.proper = true;
		fields.properCount = Math.max(fields.properCount, +value || 1);
	},
	repack(fields, value) {
		fields.repack = Math.max(fields.repack, +value);
	},
	real(fields, _, hit, reading) {
		if (reading.text.slice(reading.tokens[hit.first]!.start, reading.tokens[hit.first]!.end) !== 'REAL')
			return false;
		fields.real++;
		return true;
	},
	complete(fields) {
		fields.complete = true;
	},
	is3d(fields, value) {
		fields.is3d = true;
		if (value !== '3D') fields.format3d ??= value;
	},
	multi(fields) {
		fields.multi = true;
	},
	tech(fields, value, hit, reading) {
		const counted = value === 'channels' ? channelNames.get(text(reading, hit)) : undefined;
		if (counted) fields.audioChannels ??= counted;
		else if (/^\d\.\d$/.test(value)) fields.audioChannels ??= value;
		else return false;
		return true;
	}
};

const markNames: Partial<Record<WordField, string>> = { service: 'streamingService', tech: 'audioChannels' };
const unmarked = new Set<WordField>(['multi', 'complete']);

/** Reads the fields from the known words that stand where they may be believed. */
export function readFields(reading: Reading, hits: Hit[], believed: (hit: Hit) => boolean): Fields {
	const fields = empty();
	for (const hit of hits) {
		if (!believed(hit)) continue;
		for (const key in hit.sets) {
			const field = key as WordField;
			const read = take[field];
			if (!read || read(fields, hit.sets[field]!, hit, reading) === false) continue;
			if (reading.marks && !unmarked.has(field)) {
				mark(
					reading,
					markNames[field] ?? field,
					reading.tokens[hit.first]!.start,
					reading.tokens[hit.last - 1]!.end
				);
			}
		}
	}
	return fields;
}
