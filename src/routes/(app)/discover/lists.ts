export const lists = ['trending', 'popular', 'top', 'now', 'soon'] as const;
export type List = (typeof lists)[number];
type Kind = 'movie' | 'series';

export interface DiscoverQuery {
	kind: Kind;
	list: List;
	genre?: number | undefined;
	year?: number | undefined;
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

/** Lists cannot be narrowed; with a wish for genre or year TMDB is asked to discover, in the order of the list. */
const orders: Record<List, string> = {
	trending: 'popularity.desc',
	popular: 'popularity.desc',
	top: 'vote_average.desc',
	now: 'popularity.desc',
	soon: 'popularity.desc'
};
const fewestVotes = 200;

/** What TMDB is to be asked for. */
export function discoverRequest({ kind, list, genre, year }: DiscoverQuery) {
	if (genre === undefined && year === undefined) return { path: paths[kind][list], query: {} };
	return {
		path: kind === 'movie' ? 'discover/movie' : 'discover/tv',
		query: {
			sort_by: orders[list],
			...(genre !== undefined && { with_genres: genre }),
			...(year !== undefined && {
				[kind === 'movie' ? 'primary_release_year' : 'first_air_date_year']: year
			}),
			...(list === 'top' && { 'vote_count.gte': fewestVotes })
		}
	};
}
