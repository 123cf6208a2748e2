export const lists = ['trending', 'popular', 'top', 'now', 'soon'] as const;
export type List = (typeof lists)[number];
type Kind = 'movie' | 'series';

export interface DiscoverQuery {
	kind: Kind;
	list: List;
	genre?: number | undefined;
	/** First and last year. */
	from?: number | undefined;
	to?: number | undefined;
	/** At least, of ten. */
	rating?: number | undefined;
	/** Original language. */
	language?: string | undefined;
}

const paths: Record<Kind, Record<List, string>> = {
	movie: {
		trending: 'trending/movie/week',
		popular: 'movie/popular',
		top: 'movie/top_rated',
		now: 'movie/now_playing',
		soon: 'movie/upcoming'
	},
	series: {
		trending: 'trending/tv/week',
		popular: 'tv/popular',
		top: 'tv/top_rated',
		now: 'tv/on_the_air',
		soon: 'tv/airing_today'
	}
};

/** Lists cannot be narrowed; with a wish TMDB is asked to discover, in the order of the list. */
const orders: Record<List, string> = {
	trending: 'popularity.desc',
	popular: 'popularity.desc',
	top: 'vote_average.desc',
	now: 'popularity.desc',
	soon: 'popularity.desc'
};
/** A mean of few votes says nothing. */
const fewestVotes = 200;

/** What TMDB is to be asked for. */
export function discoverRequest({ kind, list, genre, from, to, rating, language }: DiscoverQuery) {
	if ([genre, from, to, rating, language].every((wish) => wish === undefined))
		return { path: paths[kind][list], query: {} };
	const day = kind === 'movie' ? 'primary_release_date' : 'first_air_date';
	return {
		path: kind === 'movie' ? 'discover/movie' : 'discover/tv',
		query: {
			sort_by: orders[list],
			...(genre !== undefined && { with_genres: genre }),
			...(from !== undefined && { [`${day}.gte`]: `${from}-01-01` }),
			...(to !== undefined && { [`${day}.lte`]: `${to}-12-31` }),
			...(rating !== undefined && { 'vote_average.gte': rating }),
			...(language !== undefined && { with_original_language: language }),
			...((list === 'top' || rating !== undefined) && { 'vote_count.gte': fewestVotes })
		}
	};
}
