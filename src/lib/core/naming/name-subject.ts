/** Everything a name can be made of. What is missing makes the tokens that speak of it disappear. */
export interface NameSubject {
	/** Of the film, the series or the album. */
	readonly title: string;
	readonly originalTitle?: string | undefined;
	/** Titles by language code. */
	readonly translations?: Readonly<Record<string, string>> | undefined;
	readonly year?: number | undefined;
	readonly collection?: string | undefined;
	readonly certification?: string | undefined;
	readonly ids?: NameIds | undefined;
	readonly season?: number | undefined;
	readonly episodes?: readonly NameEpisode[] | undefined;
	/** YYYY-MM-DD */
	readonly airDate?: string | undefined;
	/** Named as people read it: "WEBDL-1080p". */
	readonly quality?: string | undefined;
	readonly proper?: boolean | undefined;
	readonly repack?: boolean | undefined;
	readonly real?: boolean | undefined;
	/** Of anime: 2 for "v2". */
	readonly version?: number | undefined;
	readonly media?: NameMedia | undefined;
	readonly edition?: string | undefined;
	readonly group?: string | undefined;
	readonly releaseHash?: string | undefined;
	/** Names of the formats that are to be seen in names. */
	readonly formats?: readonly string[] | undefined;
	readonly releaseName?: string | undefined;
	/** Without extension. */
	readonly fileName?: string | undefined;
	readonly artist?: string | undefined;
	readonly track?:
		{ readonly number: number; readonly title: string; readonly disc?: number | undefined } | undefined;
}

export interface NameIds {
	readonly tmdb?: number | undefined;
	readonly imdb?: string | undefined;
	readonly tvdb?: number | undefined;
	readonly tvmaze?: number | undefined;
}

export interface NameEpisode {
	readonly number: number;
	readonly absolute?: number | undefined;
	readonly title?: string | undefined;
}

export interface NameMedia {
	readonly videoCodec?: string | undefined;
	readonly bitDepth?: number | undefined;
	/** "HDR" whenever it is not standard. */
	readonly dynamicRange?: string | undefined;
	/** "DV HDR10" and the like. */
	readonly dynamicRangeType?: string | undefined;
	readonly audioCodec?: string | undefined;
	/** "5.1" */
	readonly audioChannels?: string | undefined;
	/** Language codes. */
	readonly audioLanguages?: readonly string[] | undefined;
	readonly subtitleLanguages?: readonly string[] | undefined;
	readonly is3d?: boolean | undefined;
}
