import { z } from 'zod';

const common = {
	name: z.string().default(''),
	negate: z.boolean().default(false),
	/** Must hold by itself; without it one of the same type is enough. */
	required: z.boolean().default(false)
};

export const sourceValues = [
	'unknown',
	'cam',
	'telesync',
	'telecine',
	'workprint',
	'dvd',
	'tv',
	'tv-encode',
	'tv-raw',
	'web-dl',
	'webrip',
	'bluray',
	'bluray-encode',
	'bluray-raw'
] as const;
export const modifierValues = ['none', 'regional', 'screener', 'rawhd', 'brdisk', 'remux'] as const;
export const releaseTypes = ['unknown', 'single', 'multi', 'season'] as const;
export const flagValues = [
	'freeleech',
	'halfleech',
	'freeleech75',
	'freeleech25',
	'double-upload',
	'internal',
	'scene',
	'nuked',
	'subtitles',
	'golden',
	'approved',
	'ahd-internal',
	'ahd-user'
] as const;
export const protocolValues = ['torrent', 'usenet', 'stream'] as const;
export const markValues = ['proper', 'repack', 'real', '3d', 'hardcoded-subs', 'dubbed'] as const;

const text = <T extends string>(type: T) =>
	z.object({ ...common, type: z.literal(type), value: z.string().min(1, { error: 'Say what it must be.' }) });
const oneOf = <T extends string, V extends readonly [string, ...string[]]>(type: T, values: V) =>
	z.object({ ...common, type: z.literal(type), value: z.enum(values) });
const range = <T extends string>(type: T) =>
	z.object({ ...common, type: z.literal(type), min: z.number().optional(), max: z.number().optional() });

/**
 * One condition of a format. Conditions of one type form a group: a group holds when all its required conditions do
 * and at least one of them all; the format matches when every group holds.
 */
export const condition = z.discriminatedUnion('type', [
	text('title'),
	text('group'),
	text('edition'),
	text('indexer'),
	oneOf('source', sourceValues),
	oneOf('modifier', modifierValues),
	z.object({ ...common, type: z.literal('resolution'), value: z.int().min(0).max(8640) }),
	/** A BCP 47 code, 'original' or 'any'. */
	z.object({ ...common, type: z.literal('language'), value: z.string(), except: z.boolean().default(false) }),
	oneOf('flag', flagValues),
	oneOf('release-type', releaseTypes),
	/** Gigabytes: more than `min`, at most `max`. */
	range('size'),
	range('year'),
	oneOf('protocol', protocolValues),
	oneOf('mark', markValues),
	text('codec'),
	text('hdr'),
	text('audio'),
	text('channels'),
	text('service'),
	z.object({ ...common, type: z.literal('bit-depth'), value: z.int() })
]);

export type Condition = z.output<typeof condition>;
export type ConditionInput = z.input<typeof condition>;
