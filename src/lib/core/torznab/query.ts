export const searchModes = ['search', 'tv-search', 'movie-search', 'music-search', 'book-search'] as const;
export type SearchMode = (typeof searchModes)[number];

/** What an indexer is asked. Ids are digits only, except `imdbId`, which may carry its `tt`. */
export interface SearchQuery {
	mode: SearchMode;
	q?: string;
	/** Standard (Newznab) ids, or ids from 100000 on of one indexer. */
	categories?: number[];
	season?: number;
	/** A number, or `MM/dd` of a daily show. */
	episode?: string;
	imdbId?: string;
	tmdbId?: string;
	tvdbId?: string;
	tvMazeId?: string;
	rageId?: string;
	traktId?: string;
	doubanId?: string;
	year?: number;
	genre?: string;
	artist?: string;
	album?: string;
	label?: string;
	track?: string;
	author?: string;
	title?: string;
	publisher?: string;
	limit?: number;
	offset?: number;
	/** A person is looking: incomplete releases are shown too. */
	interactive?: boolean;
}

/** Torznab parameter names and the query members they fill. */
export const modeParameters = {
	q: 'q',
	season: 'season',
	ep: 'episode',
	imdbid: 'imdbId',
	tmdbid: 'tmdbId',
	tvdbid: 'tvdbId',
	tvmazeid: 'tvMazeId',
	rid: 'rageId',
	traktid: 'traktId',
	doubanid: 'doubanId',
	year: 'year',
	genre: 'genre',
	artist: 'artist',
	album: 'album',
	label: 'label',
	track: 'track',
	author: 'author',
	title: 'title',
	publisher: 'publisher'
} as const satisfies Record<string, keyof SearchQuery>;

export type ModeParameter = keyof typeof modeParameters;

export const idParameters = [
	'imdbid',
	'tmdbid',
	'tvdbid',
	'tvmazeid',
	'rid',
	'traktid',
	'doubanid'
] as const satisfies readonly ModeParameter[];

/** The parameters a query really uses, in Torznab's names. */
export function usedParameters(query: SearchQuery): ModeParameter[] {
	return (Object.keys(modeParameters) as ModeParameter[]).filter((name) => {
		const value = query[modeParameters[name]];
		return value !== undefined && value !== '' && value !== 0;
	});
}

export const hasIds = (query: SearchQuery): boolean =>
	idParameters.some(
		(name) => query[modeParameters[name]] !== undefined && query[modeParameters[name]] !== ''
	);
