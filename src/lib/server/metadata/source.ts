/** What any source can say, in our words. Dates are `YYYY-MM-DD`; pictures are named `source/path`, which `artwork` can fetch. */
export type MediaKind = 'movie' | 'series';

export interface Ids {
	tmdb?: number;
	imdb?: string;
	tvdb?: number;
	tvmaze?: number;
}

/** One line of a search result, enough to tell which one is meant. */
export interface Hit {
	source: string;
	kind: MediaKind;
	ids: Ids;
	title: string;
	originalTitle?: string;
	originalLanguage?: string;
	year?: number;
	overview?: string;
	posterPath?: string;
	backdropPath?: string;
	rating?: number;
	votes?: number;
	popularity?: number;
}

export interface PersonCredit {
	tmdbId?: number;
	name: string;
	department: 'cast' | 'directing' | 'writing' | 'creator';
	role?: string;
	photoPath?: string;
}

export interface Alias {
	title: string;
	language?: string;
	season?: number;
}

export interface CollectionRef {
	tmdbId: number;
	name: string;
	posterPath?: string;
	backdropPath?: string;
}

interface Facts {
	source: string;
	ids: Ids;
	title: string;
	originalTitle?: string;
	originalLanguage?: string;
	year?: number;
	overview?: string;
	tagline?: string;
	genres: string[];
	studios: string[];
	certification?: string;
	runtimeMinutes?: number;
	rating?: number;
	votes?: number;
	posterPath?: string;
	backdropPath?: string;
	trailerUrl?: string;
	aliases: Alias[];
	credits: PersonCredit[];
	status?: string;
}

export interface MovieFacts extends Facts {
	kind: 'movie';
	inCinemas?: string;
	digitalRelease?: string;
	physicalRelease?: string;
	collection?: CollectionRef;
}

export interface EpisodeFacts {
	season: number;
	number: number;
	absolute?: number;
	tmdbId?: number;
	tvdbId?: number;
	title?: string;
	overview?: string;
	airDate?: string;
	runtimeMinutes?: number;
	stillPath?: string;
}

export interface SeasonFacts {
	number: number;
	title?: string;
	overview?: string;
	posterPath?: string;
}

export interface EpisodeOrder {
	id: string;
	name: string;
	kind: 'aired' | 'absolute' | 'dvd' | 'digital' | 'story' | 'production' | 'tv';
	episodeCount: number;
}

export interface SeriesFacts extends Facts {
	kind: 'series';
	network?: string;
	firstAired?: string;
	lastAired?: string;
	nextAired?: string;
	seasons: SeasonFacts[];
	episodes: EpisodeFacts[];
	/** Other orders of the same episodes that one may choose. */
	orders: EpisodeOrder[];
}

export interface PersonFacts {
	tmdbId: number;
	name: string;
	biography?: string;
	born?: string;
	died?: string;
	photoPath?: string;
	known: (Hit & { role?: string })[];
}

export interface CollectionFacts extends CollectionRef {
	overview?: string;
	parts: Hit[];
}

export interface SearchOptions {
	year?: number | undefined;
	signal?: AbortSignal | undefined;
}

export interface PictureHit {
	ref: string;
	width: number | null;
	height: number | null;
	/** Of the words on it; none on most backdrops. */
	language: string | null;
}

export interface PictureChoice {
	posters: PictureHit[];
	backdrops: PictureHit[];
}

/** A place that knows films and series. What it cannot do, it leaves out. */
export interface MetadataSource {
	id: string;
	search(kind: MediaKind, title: string, options?: SearchOptions): Promise<Hit[]>;
	/** By an id of another database: IMDb, TheTVDB. */
	find(kind: MediaKind, ids: Ids, signal?: AbortSignal): Promise<Hit | undefined>;
	movie?(id: number, signal?: AbortSignal): Promise<MovieFacts>;
	/** All posters and backdrops there are to choose from. */
	pictures?(kind: MediaKind, id: number, signal?: AbortSignal): Promise<PictureChoice>;
	/** Posters of one season of the order in which the source has them. */
	seasonPosters?(id: number, season: number, signal?: AbortSignal): Promise<PictureHit[]>;
	series(
		id: number,
		options?: { order?: string | undefined; signal?: AbortSignal | undefined }
	): Promise<SeriesFacts>;
}
