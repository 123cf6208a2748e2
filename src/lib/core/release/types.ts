/** What a release name says. Absent means: the name does not say. */
export interface Parsed {
	name: string;
	kind: ReleaseKind;
	/** The name is junk (a hash, an obfuscated post) or cannot be what was asked for. */
	reject: boolean;
	title?: string;
	/** Every title the name gives: "A AKA B", "A / B". */
	titles?: string[];
	year?: number;
	yearRange?: string;
	seasons: number[];
	episodes: number[];
	absolute: number[];
	absoluteSpecial?: number[];
	episodeTitle?: string;
	airDate?: string;
	part?: number;
	disc?: number;
	episodeCount?: number;
	fullSeason: boolean;
	multiSeason: boolean;
	partialSeason: boolean;
	seasonExtra: boolean;
	special: boolean;
	complete: boolean;
	resolution?: string;
	source?: string;
	modifier?: Modifier;
	/** The Sonarr/Radarr quality name, e.g. `WEBDL-1080p`. */
	quality: string;
	proper: boolean;
	repack: boolean;
	real: number;
	version: number;
	codec?: string;
	audio: string[];
	audioChannels?: string;
	bitDepth?: string;
	hdr: string[];
	is3d: boolean;
	format3d?: string;
	/** BCP-47, `x-original`, `mul`, `und`. */
	languages: string[];
	subtitleLanguages: string[];
	hardcodedSubs: boolean;
	dubbed: boolean;
	edition: string[];
	streamingService?: string;
	group?: string;
	releaseHash?: string;
	website?: string;
	tmdbId?: number;
	imdbId?: string;
	tvdbId?: number;
	container?: string;
	extraType?: ExtraType;
	stubType?: string;
	artist?: string;
	album?: string;
	format?: string;
	bitrate?: string;
	/** Where in the name each field was read; only when asked for. */
	marks?: Mark[];
}

export type ReleaseKind = 'movie' | 'episode' | 'season' | 'special' | 'music';
export type Modifier = 'remux' | 'brdisk' | 'rawhd' | 'screener' | 'regional';
export type ExtraType =
	| 'trailer'
	| 'sample'
	| 'theme-song'
	| 'theme-video'
	| 'scene'
	| 'deleted-scene'
	| 'clip'
	| 'interview'
	| 'behind-the-scenes'
	| 'featurette'
	| 'short'
	| 'unknown';

export interface Mark {
	field: string;
	start: number;
	end: number;
}

export interface ParseOptions {
	/** What is being looked for; it settles names that can be read two ways. */
	kind?: 'movie' | 'series' | 'music' | undefined;
	marks?: boolean | undefined;
}
