export interface ExternalIds {
	readonly tmdb?: number | undefined;
	readonly imdb?: string | undefined;
	readonly tvdb?: number | undefined;
}

/** What was read from a name, a path or a file. */
export interface Sighting {
	/** Every title the name gives, likeliest first. */
	readonly titles: readonly string[];
	readonly year?: number | undefined;
	readonly kind?: ItemKind | undefined;
	readonly ids?: ExternalIds | undefined;
	readonly runtimeMinutes?: number | undefined;
}

export type ItemKind = 'movie' | 'series' | 'album';

/** Something it may be. */
export interface KnownItem {
	readonly title: string;
	readonly aliases?: readonly string[] | undefined;
	readonly kind?: ItemKind | undefined;
	readonly year?: number | undefined;
	/** For what runs over years: until when; missing while it goes on. */
	readonly lastYear?: number | undefined;
	readonly ids?: ExternalIds | undefined;
	readonly runtimeMinutes?: number | undefined;
}
