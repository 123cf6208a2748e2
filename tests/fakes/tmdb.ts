import { startFake, type FakeReply, type FakeRequest, type FakeServer } from './http.ts';

export interface FakeMovie {
	id: number;
	title: string;
	year: number;
	imdbId?: string;
	originalTitle?: string;
	aliases?: string[];
	runtime?: number;
	collection?: { id: number; name: string };
	/** Paths of posters to choose from. */
	pictures?: string[];
}

export interface FakeSeries {
	id: number;
	title: string;
	year: number;
	tvdbId?: number;
	imdbId?: string;
	status?: string;
	aliases?: string[];
	/** Season number -> titles of its episodes. */
	seasons: Record<number, string[]>;
	/** Air dates by "season.episode". */
	airDates?: Record<string, string>;
	groups?: { id: string; name: string; type: number; seasons: string[][] }[];
	/** Paths of posters to choose from. */
	pictures?: string[];
	/** The same of its seasons; the first of a season is its usual one. */
	seasonPictures?: Record<number, string[]>;
}

export interface FakeTmdb extends FakeServer {
	movies: FakeMovie[];
	series: FakeSeries[];
	/** Answers everything with this from now on; without a reply it works again. */
	fail(reply?: FakeReply): void;
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** As TMDB searches: every word of the query stands in the title, the original title or another name. */
const fits = (query: string, names: (string | undefined)[]) =>
	names.some((name) => name !== undefined && words(query).every((word) => words(name).includes(word)));

const movieHit = (movie: FakeMovie) => ({
	id: movie.id,
	title: movie.title,
	original_title: movie.originalTitle ?? movie.title,
	original_language: 'en',
	release_date: `${movie.year}-05-01`,
	overview: `What happens in ${movie.title}.`,
	poster_path: `/movie-${movie.id}.jpg`,
	vote_average: 7.1,
	vote_count: 1200,
	popularity: 10
});

const movieFacts = (movie: FakeMovie) => ({
	...movieHit(movie),
	imdb_id: movie.imdbId ?? null,
	runtime: movie.runtime ?? 100,
	genres: [{ id: 18, name: 'Drama' }],
	production_companies: [{ name: 'Studio One' }],
	status: 'Released',
	belongs_to_collection: movie.collection
		? { ...movie.collection, poster_path: null, backdrop_path: null }
		: null,
	credits: {
		cast: [{ id: 501, name: 'Ann Actor', character: 'Hero', order: 0, profile_path: null }],
		crew: [{ id: 601, name: 'Dan Director', job: 'Director', department: 'Directing', profile_path: null }]
	},
	alternative_titles: {
		titles: (movie.aliases ?? []).map((title) => ({ title, iso_3166_1: 'DE', type: '' }))
	},
	release_dates: { results: [] },
	videos: { results: [] }
});

const seriesHit = (show: FakeSeries) => ({
	id: show.id,
	name: show.title,
	original_name: show.title,
	first_air_date: `${show.year}-01-01`,
	overview: `What happens in ${show.title}.`,
	poster_path: `/tv-${show.id}.jpg`,
	popularity: 5
});

const episodeId = (show: FakeSeries, season: number, number: number) =>
	show.id * 10_000 + season * 100 + number;

const seasonFacts = (show: FakeSeries, season: number) => ({
	season_number: season,
	name: season === 0 ? 'Specials' : `Season ${season}`,
	poster_path: show.seasonPictures?.[season]?.[0] ?? null,
	episodes: (show.seasons[season] ?? []).map((name, index) => ({
		id: episodeId(show, season, index + 1),
		name,
		season_number: season,
		episode_number: index + 1,
		air_date:
			show.airDates?.[`${season}.${index + 1}`] ??
			`${show.year + Math.max(0, season - 1)}-02-${String(index + 1).padStart(2, '0')}`,
		runtime: 45,
		still_path: null
	}))
});

const seriesFacts = (show: FakeSeries) => ({
	...seriesHit(show),
	status: show.status ?? 'Ended',
	networks: [{ name: 'Channel Four' }],
	seasons: Object.keys(show.seasons).map((number) => ({
		season_number: Number(number),
		name: `Season ${number}`,
		poster_path: show.seasonPictures?.[Number(number)]?.[0] ?? null,
		episode_count: show.seasons[Number(number)]!.length
	})),
	aggregate_credits: {
		cast: [{ id: 502, name: 'Bea Actor', roles: [{ character: 'Lead' }], profile_path: null }],
		crew: []
	},
	external_ids: { imdb_id: show.imdbId ?? null, tvdb_id: show.tvdbId ?? null },
	alternative_titles: { results: (show.aliases ?? []).map((title) => ({ title, iso_3166_1: 'DE' })) },
	episode_groups: {
		results: (show.groups ?? []).map(({ id, name, type }) => ({ id, name, type, episode_count: 0 }))
	}
});

function groupFacts(show: FakeSeries, id: string) {
	const group = show.groups!.find((each) => each.id === id)!;
	return {
		groups: group.seasons.map((keys, order) => ({
			name: `Part ${order + 1}`,
			order: order + 1,
			episodes: keys.map((key, index) => {
				const [season, number] = key.split('.').map(Number) as [number, number];
				return { ...seasonFacts(show, season).episodes[number - 1], order: index };
			})
		}))
	};
}

const images = (paths: string[]) => ({
	posters: paths.map((path) => ({ file_path: path, width: 1000, height: 1500, iso_639_1: 'en' })),
	backdrops: []
});

const missing: FakeReply = {
	status: 404,
	body: { success: false, status_code: 34, status_message: 'Not found.' }
};

/** TMDB's API, version 3, as far as it is asked. */
export async function startFakeTmdb(): Promise<FakeTmdb> {
	const state: Pick<FakeTmdb, 'movies' | 'series'> = { movies: [], series: [] };
	let fault: FakeReply | undefined;

	function answer({ path, query }: FakeRequest): FakeReply {
		if (fault) return fault;
		const parts = path.replace(/^\/3\//, '').split('/');
		const wanted = query.get('query') ?? '';
		const year = Number(query.get('year') ?? query.get('first_air_date_year') ?? 0);
		switch (parts[0]) {
			case 'search': {
				const results =
					parts[1] === 'movie'
						? state.movies
								.filter((movie) => fits(wanted, [movie.title, movie.originalTitle, ...(movie.aliases ?? [])]))
								.filter((movie) => !year || movie.year === year)
								.map(movieHit)
						: state.series
								.filter((show) => fits(wanted, [show.title, ...(show.aliases ?? [])]))
								.filter((show) => !year || show.year === year)
								.map(seriesHit);
				return { body: { page: 1, results, total_results: results.length, total_pages: 1 } };
			}
			case 'find': {
				const id = parts[1]!;
				return {
					body: {
						movie_results: state.movies.filter((movie) => movie.imdbId === id).map(movieHit),
						tv_results: state.series
							.filter((show) => show.imdbId === id || String(show.tvdbId) === id)
							.map(seriesHit)
					}
				};
			}
			case 'movie': {
				const movie = state.movies.find(({ id }) => id === Number(parts[1]));
				if (movie && parts[2] === 'images') return { body: images(movie.pictures ?? []) };
				return movie ? { body: movieFacts(movie) } : missing;
			}
			case 'tv': {
				const group = state.series.find((show) => show.groups?.some(({ id }) => id === parts[2]));
				if (parts[1] === 'episode_group') return group ? { body: groupFacts(group, parts[2]!) } : missing;
				const show = state.series.find(({ id }) => id === Number(parts[1]));
				if (!show) return missing;
				if (parts[2] === 'images') return { body: images(show.pictures ?? []) };
				if (parts[4] === 'images') {
					const own = show.seasonPictures?.[Number(parts[3])];
					return { body: { id: 1, posters: images(own ?? []).posters } };
				}
				const appended = (query.get('append_to_response') ?? '')
					.split(',')
					.filter((part) => part.startsWith('season/'));
				const seasons = appended.map((part) => [part, seasonFacts(show, Number(part.slice(7)))]);
				return { body: { ...seriesFacts(show), ...Object.fromEntries(seasons) } };
			}
			case 'collection': {
				const films = state.movies.filter(({ collection }) => collection?.id === Number(parts[1]));
				const [first] = films;
				return first
					? { body: { ...first.collection, overview: 'Films in a row.', parts: films.map(movieHit) } }
					: missing;
			}
			default:
				return missing;
		}
	}

	return Object.assign(await startFake(answer), state, { fail: (reply?: FakeReply) => void (fault = reply) });
}
