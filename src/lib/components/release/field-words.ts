import type { Parsed } from '#core/release/types.ts';

/** Fields of one kind share a hue. */
export const tones = ['title', 'number', 'picture', 'sound', 'language', 'origin'] as const;
export type Tone = (typeof tones)[number];

export const toneTitles: Record<Tone, string> = {
	title: 'Title and year',
	number: 'Seasons and episodes',
	picture: 'Picture',
	sound: 'Sound',
	language: 'Languages',
	origin: 'Where it comes from'
};

type FieldName = Exclude<keyof Parsed, 'name' | 'marks' | 'reject' | 'titles'>;

/** Every field of a release, in the order people read them. */
const words: Record<FieldName, [title: string, tone: Tone]> = {
	kind: ['Kind', 'title'],
	title: ['Title', 'title'],
	artist: ['Artist', 'title'],
	album: ['Album', 'title'],
	year: ['Year', 'title'],
	yearRange: ['Years', 'title'],
	edition: ['Edition', 'title'],
	seasons: ['Season', 'number'],
	episodes: ['Episode', 'number'],
	absolute: ['Absolute number', 'number'],
	absoluteSpecial: ['Special number', 'number'],
	episodeTitle: ['Episode title', 'number'],
	airDate: ['Aired', 'number'],
	part: ['Part', 'number'],
	disc: ['Disc', 'number'],
	episodeCount: ['Number of episodes', 'number'],
	fullSeason: ['Whole season', 'number'],
	multiSeason: ['Several seasons', 'number'],
	partialSeason: ['Part of a season', 'number'],
	seasonExtra: ['Extras of a season', 'number'],
	special: ['Special', 'number'],
	complete: ['Complete', 'number'],
	quality: ['Quality', 'picture'],
	resolution: ['Resolution', 'picture'],
	source: ['Source', 'picture'],
	modifier: ['Modifier', 'picture'],
	codec: ['Picture codec', 'picture'],
	bitDepth: ['Bit depth', 'picture'],
	hdr: ['Dynamic range', 'picture'],
	is3d: ['3D', 'picture'],
	format3d: ['3D format', 'picture'],
	audio: ['Sound', 'sound'],
	audioChannels: ['Channels', 'sound'],
	format: ['Format', 'sound'],
	bitrate: ['Bit rate', 'sound'],
	languages: ['Language', 'language'],
	subtitleLanguages: ['Subtitles', 'language'],
	hardcodedSubs: ['Burnt-in subtitles', 'language'],
	dubbed: ['Dubbed', 'language'],
	streamingService: ['Streaming service', 'origin'],
	group: ['Release group', 'origin'],
	proper: ['Proper', 'origin'],
	repack: ['Repack', 'origin'],
	real: ['Real', 'origin'],
	version: ['Version', 'origin'],
	releaseHash: ['Checksum', 'origin'],
	website: ['Website', 'origin'],
	imdbId: ['IMDb', 'origin'],
	tmdbId: ['TMDB', 'origin'],
	tvdbId: ['TheTVDB', 'origin'],
	container: ['File type', 'origin'],
	extraType: ['Extra', 'origin'],
	stubType: ['Stand-in', 'origin']
};

/** A mark may be named after a group of fields. */
const wordOf = (field: string): [title: string, tone: Tone] =>
	(Object.hasOwn(words, field) ? words[field as FieldName] : undefined) ?? [field, 'origin'];

export const fieldTitle = (field: string): string => wordOf(field)[0];
export const toneOf = (field: string): Tone => wordOf(field)[1];

export interface FieldRow {
	field: string;
	title: string;
	tone: Tone;
	/** Numbers and words; `true` where the name merely says so. */
	values: readonly (string | number)[] | true;
}

/** What a name says, without what it does not say. */
export function fieldRows(parsed: Parsed): FieldRow[] {
	return (Object.keys(words) as FieldName[]).flatMap((field) => {
		const values = valuesOf(field, parsed);
		const [title, tone] = words[field];
		return values ? [{ field, title, tone, values }] : [];
	});
}

function valuesOf(field: FieldName, parsed: Parsed): FieldRow['values'] | undefined {
	const value = parsed[field];
	if (field === 'title' && parsed.titles && parsed.titles.length > 1) return parsed.titles;
	if (field === 'version' && parsed.version <= 1) return undefined;
	if (value === undefined || value === false || value === 0 || value === '') return undefined;
	if (value === true) return true;
	if (!Array.isArray(value)) return [value];
	return value.length > 0 ? value : undefined;
}

const spoken: Record<string, string> = {
	movie: 'Film',
	episode: 'Episode',
	season: 'Season',
	special: 'Special',
	music: 'Music',
	bluray: 'Blu-ray',
	hddvd: 'HD DVD',
	'web-dl': 'WEB-DL',
	web: 'WEB',
	webrip: 'WEBRip',
	tv: 'TV',
	dvd: 'DVD',
	cam: 'Filmed in the cinema',
	telesync: 'Telesync',
	telecine: 'Telecine',
	workprint: 'Workprint',
	screener: 'Screener',
	remux: 'Remux',
	brdisk: 'Whole disc',
	rawhd: 'Raw HD',
	regional: 'Regional',
	h264: 'H.264',
	h265: 'H.265',
	h266: 'H.266',
	av1: 'AV1',
	xvid: 'Xvid',
	divx: 'DivX',
	truehd: 'Dolby TrueHD',
	atmos: 'Dolby Atmos',
	dts: 'DTS',
	'dts-hd': 'DTS-HD',
	'dts-x': 'DTS:X',
	dd: 'Dolby Digital',
	ddp: 'Dolby Digital Plus',
	aac: 'AAC',
	flac: 'FLAC',
	pcm: 'PCM',
	mp3: 'MP3',
	opus: 'Opus'
};
const coded = new Set(['kind', 'source', 'modifier', 'codec', 'audio']);

/** What people call a value that programs write as a code. */
export const valueTitle = (field: string, value: string | number): string =>
	coded.has(field) ? (spoken[value] ?? String(value)) : String(value);
