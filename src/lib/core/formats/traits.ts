import type { Parsed } from '#core/release/types.ts';
import type { modifierValues, releaseTypes } from './condition.ts';
import { unknownQuality } from './qualities.ts';
import { qualityOf } from './quality-of.ts';

export type Source =
	'unknown' | 'cam' | 'telesync' | 'telecine' | 'workprint' | 'dvd' | 'tv' | 'web-dl' | 'webrip' | 'bluray';
export type Modifier = (typeof modifierValues)[number];
export type ReleaseType = (typeof releaseTypes)[number];
export type Protocol = 'torrent' | 'usenet' | 'stream';

/** What formats are asked about: a release's name, what was read from it, and what its indexer says. */
export interface Subject {
	readonly title: string;
	readonly fileName?: string | undefined;
	readonly parsed: Parsed;
	readonly sizeBytes?: number | undefined;
	readonly flags?: readonly string[] | undefined;
	readonly indexer?: string | undefined;
	readonly protocol?: Protocol | undefined;
	/** BCP 47 code of the item's own language. */
	readonly originalLanguage?: string | undefined;
}

/** A subject in the terms conditions speak. */
export interface Traits {
	readonly title: string;
	readonly fileName: string | undefined;
	readonly group: string | undefined;
	readonly edition: string | undefined;
	readonly indexer: string | undefined;
	readonly source: Source;
	readonly modifier: Modifier;
	readonly resolution: number;
	readonly languages: readonly string[];
	readonly originalLanguage: string | undefined;
	readonly releaseType: ReleaseType;
	readonly year: number | undefined;
	readonly sizeBytes: number | undefined;
	readonly flags: readonly string[];
	readonly protocol: Protocol | undefined;
	readonly parsed: Parsed;
}

const sources: Record<string, Source> = {
	bluray: 'bluray',
	hddvd: 'bluray',
	'web-dl': 'web-dl',
	web: 'web-dl',
	vod: 'web-dl',
	webrip: 'webrip',
	hdrip: 'webrip',
	tv: 'tv',
	ppv: 'tv',
	dm: 'tv',
	dvd: 'dvd',
	screener: 'dvd',
	vhs: 'dvd',
	cam: 'cam',
	telesync: 'telesync',
	telecine: 'telecine',
	workprint: 'workprint'
};

export function traitsOf(subject: Subject): Traits {
	const { parsed } = subject;
	const quality = qualityOf(parsed);
	const known = quality !== unknownQuality;
	return {
		title: subject.title,
		fileName: subject.fileName,
		group: parsed.group,
		edition: parsed.edition.length > 0 ? parsed.edition.join(' ') : undefined,
		indexer: subject.indexer,
		source: known ? quality.source : (sources[parsed.source ?? ''] ?? 'unknown'),
		modifier: known ? quality.modifier : (parsed.modifier ?? 'none'),
		resolution: known ? quality.resolution : parseInt(parsed.resolution ?? '0', 10),
		languages: languagesOf(subject),
		originalLanguage: subject.originalLanguage,
		releaseType: releaseTypeOf(parsed),
		year: parsed.year,
		sizeBytes: subject.sizeBytes,
		flags: subject.flags ?? [],
		protocol: subject.protocol,
		parsed
	};
}

/** A name that states no language is taken to be in the item's own, as Sonarr and Radarr do. */
export function languagesOf({ parsed, originalLanguage }: Subject): readonly string[] {
	const stated = parsed.languages;
	if (stated.length > 0)
		return stated.map((code) => (code === 'x-original' ? (originalLanguage ?? code) : code));
	return originalLanguage ? [originalLanguage] : ['und'];
}

function releaseTypeOf(parsed: Parsed): ReleaseType {
	const episodes = parsed.episodes.length || parsed.absolute.length;
	if (parsed.fullSeason) return 'season';
	if (episodes > 1) return 'multi';
	if (episodes === 1 || parsed.airDate) return 'single';
	return parsed.seasons.length > 0 ? 'season' : 'unknown';
}
