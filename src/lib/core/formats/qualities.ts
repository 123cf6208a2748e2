import type { Modifier, Source } from './traits.ts';

/** A step on the ladder of qualities, named as Sonarr and Radarr name it (music: by codec and rate). */
export interface Quality {
	readonly name: string;
	readonly medium: 'video' | 'music';
	readonly source: Source;
	readonly resolution: number;
	readonly modifier: Modifier;
	/** Sensible megabytes a minute. */
	readonly size: { readonly min: number; readonly preferred: number; readonly max: number };
}

type Row = [
	name: string,
	source: Source,
	resolution: number,
	modifier: Modifier,
	min: number,
	preferred: number,
	max: number
];

// Worst first: the order itself is the default ranking.
const video: Row[] = [
	['Unknown', 'unknown', 0, 'none', 0, 20, 400],
	['WORKPRINT', 'workprint', 0, 'none', 0, 10, 100],
	['CAM', 'cam', 0, 'none', 0, 10, 100],
	['TELESYNC', 'telesync', 0, 'none', 0, 12, 100],
	['TELECINE', 'telecine', 0, 'none', 0, 15, 100],
	['REGIONAL', 'dvd', 480, 'regional', 0, 15, 100],
	['DVDSCR', 'dvd', 480, 'screener', 0, 15, 100],
	['SDTV', 'tv', 480, 'none', 2, 12, 100],
	['DVD', 'dvd', 480, 'none', 2, 15, 100],
	['DVD-R', 'dvd', 480, 'remux', 10, 60, 110],
	['WEBRip-480p', 'webrip', 480, 'none', 2, 12, 100],
	['WEBDL-480p', 'web-dl', 480, 'none', 2, 12, 100],
	['Bluray-480p', 'bluray', 480, 'none', 2, 14, 100],
	['Bluray-576p', 'bluray', 576, 'none', 2, 16, 100],
	['HDTV-720p', 'tv', 720, 'none', 3, 25, 140],
	['HDTV-1080p', 'tv', 1080, 'none', 4, 45, 200],
	['Raw-HD', 'tv', 1080, 'rawhd', 20, 100, 400],
	['WEBRip-720p', 'webrip', 720, 'none', 3, 25, 140],
	['WEBDL-720p', 'web-dl', 720, 'none', 3, 28, 140],
	['Bluray-720p', 'bluray', 720, 'none', 4, 40, 160],
	['WEBRip-1080p', 'webrip', 1080, 'none', 4, 50, 220],
	['WEBDL-1080p', 'web-dl', 1080, 'none', 4, 55, 220],
	['Bluray-1080p', 'bluray', 1080, 'none', 5, 90, 300],
	['Remux-1080p', 'bluray', 1080, 'remux', 60, 190, 500],
	['HDTV-2160p', 'tv', 2160, 'none', 12, 90, 400],
	['WEBRip-2160p', 'webrip', 2160, 'none', 12, 120, 500],
	['WEBDL-2160p', 'web-dl', 2160, 'none', 12, 130, 500],
	['Bluray-2160p', 'bluray', 2160, 'none', 18, 220, 700],
	['Remux-2160p', 'bluray', 2160, 'remux', 120, 420, 1200],
	['BR-DISK', 'bluray', 1080, 'brdisk', 60, 300, 1300]
];

const music: [name: string, min: number, preferred: number, max: number][] = [
	['MP3-128', 0.5, 1, 2],
	['Vorbis', 0.5, 1.5, 4],
	['Opus', 0.5, 1.2, 4],
	['MP3-192', 1, 1.4, 2.5],
	['AAC', 0.7, 1.8, 3],
	['MP3-256', 1.4, 1.9, 3],
	['MP3-V2', 1, 1.5, 3],
	['MP3-V0', 1.2, 1.9, 3.2],
	['MP3-320', 1.8, 2.4, 3.5],
	['WAV', 8, 10, 14],
	['ALAC', 3, 6, 14],
	['FLAC', 3, 6, 14],
	['ALAC-24', 8, 20, 60],
	['FLAC-24', 8, 20, 60]
];

export const qualities: readonly Quality[] = [
	...video.map(([name, source, resolution, modifier, min, preferred, max]): Quality => ({
		name,
		medium: 'video',
		source,
		resolution,
		modifier,
		size: { min, preferred, max }
	})),
	...music.map(([name, min, preferred, max]): Quality => ({
		name,
		medium: 'music',
		source: 'unknown',
		resolution: 0,
		modifier: 'none',
		size: { min, preferred, max }
	}))
];

const aliases: Record<string, string> = {
	'bluray-1080p remux': 'Remux-1080p',
	'bluray-2160p remux': 'Remux-2160p'
};

const byName = new Map(qualities.map((quality) => [quality.name.toLowerCase(), quality]));

export const unknownQuality = byName.get('unknown')!;

/** Finds a quality by its name, in any case and by either app's spelling. */
export function qualityNamed(name: string): Quality | undefined {
	const key = name.toLowerCase();
	return byName.get(aliases[key]?.toLowerCase() ?? key);
}
