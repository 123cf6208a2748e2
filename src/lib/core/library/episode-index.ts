export interface KnownEpisode {
	id: number;
	seasonNumber: number;
	number: number;
	absoluteNumber: number | null;
	airDate: string | null;
	title: string | null;
}

/** The episodes of a show, found at once however many there are. */
export interface EpisodeIndex {
	at(season: number, number: number): KnownEpisode | undefined;
	absolute(number: number): KnownEpisode | undefined;
	on(date: string): readonly KnownEpisode[];
	specials(): readonly KnownEpisode[];
	add(episode: KnownEpisode): void;
}

export function episodeIndex(episodes: readonly KnownEpisode[]): EpisodeIndex {
	const byPlace = new Map<string, KnownEpisode>();
	const byAbsolute = new Map<number, KnownEpisode>();
	const byDate = new Map<string, KnownEpisode[]>();
	const specials: KnownEpisode[] = [];
	const keepFirst = <K>(map: Map<K, KnownEpisode>, key: K, episode: KnownEpisode) => {
		if (!map.has(key)) map.set(key, episode);
	};
	const add = (episode: KnownEpisode) => {
		const { seasonNumber, number, absoluteNumber, airDate } = episode;
		keepFirst(byPlace, `${seasonNumber}x${number}`, episode);
		if (absoluteNumber !== null) keepFirst(byAbsolute, absoluteNumber, episode);
		if (airDate !== null) byDate.set(airDate, [...(byDate.get(airDate) ?? []), episode]);
		if (seasonNumber === 0) specials.push(episode);
	};
	episodes.forEach(add);
	return {
		at: (season, number) => byPlace.get(`${season}x${number}`),
		absolute: (number) => byAbsolute.get(number),
		on: (date) => byDate.get(date) ?? [],
		specials: () => specials,
		add
	};
}
