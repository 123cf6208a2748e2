import type { Film, Show } from '../world/fact.ts';
import type { World } from '../world/world.ts';
import { listOf, movieGenres, tvGenres } from './genres.ts';
import { byDate, byFame, byRating, discover } from './tmdb-discover.ts';
import type { Reply, Request, Route } from './reply.ts';
import { route } from './reply.ts';
import * as movieShape from './tmdb-movie-shapes.ts';
import * as shape from './tmdb-shapes.ts';
import * as tvShape from './tmdb-tv-shapes.ts';
import { isWhole, matches } from './words.ts';

const pageSize = 20;
const appendLimit = 20;

const fault = (status: number, code: number, message: string): Reply => ({
	status,
	body: { success: false, status_code: code, status_message: message }
});
const absent = () => fault(404, 34, 'The resource you requested could not be found.');

function paged(items: object[], { query }: Request): Reply {
	const page = Number(query.get('page') ?? 1);
	return {
		body: {
			page,
			results: items.slice((page - 1) * pageSize, page * pageSize),
			total_pages: Math.max(1, Math.ceil(items.length / pageSize)),
			total_results: items.length
		}
	};
}

function search<T extends Film | Show>(works: T[], request: Request, year: string | null): T[] {
	const query = request.query.get('query') ?? '';
	return works
		.filter((work) => matches(work, query) && (!year || work.date.startsWith(year)))
		.toSorted((a, b) => Number(isWhole(b, query)) - Number(isWhole(a, query)) || byFame(a, b));
}

/** What else of its kind shares its genres. */
const alike = <T extends Film | Show>(works: T[], one: T) =>
	works
		.filter((work) => work !== one && work.genres.some((genre) => one.genres.includes(genre)))
		.toSorted(byFame);

function withParts(main: object, request: Request, partOf: (name: string) => object | undefined): Reply {
	const names = (request.query.get('append_to_response') ?? '').split(',').filter(Boolean);
	if (names.length > appendLimit)
		return fault(400, 27, 'Too many append to response objects: The maximum number of remote calls is 20.');
	const parts = names.flatMap((name) => {
		const part = partOf(name);
		return part ? [[name, part] as const] : [];
	});
	return { body: { ...main, ...Object.fromEntries(parts) } };
}

const languageOf = ({ query }: Request) => query.get('language') ?? undefined;

/** Answers like api.themoviedb.org, for those who show one of `keys`. */
export function createTmdbService(world: World, keys: readonly string[]) {
	const films = [...world.films.values()];
	const shows = [...world.shows.values()];
	const movieHits = (list: Film[], request: Request) =>
		list.map((film) => shape.movieHit(film, languageOf(request)));
	const tvHits = (list: Show[], request: Request) =>
		list.map((show) => shape.tvHit(show, languageOf(request)));

	const filmParts = (film: Film): Record<string, () => object> => ({
		credits: () => movieShape.credits(film),
		alternative_titles: () => ({ titles: shape.alternativeTitles(film) }),
		release_dates: () => movieShape.releaseDates(film),
		videos: () => ({ results: [] }),
		external_ids: () => ({
			imdb_id: film.imdb ?? null,
			wikidata_id: null,
			facebook_id: null,
			instagram_id: null,
			twitter_id: null
		})
	});
	const showParts = (show: Show): Record<string, () => object> => ({
		aggregate_credits: () => tvShape.aggregateCredits(show),
		alternative_titles: () => ({ results: shape.alternativeTitles(show) }),
		content_ratings: () => ({
			results: show.certification ? [{ descriptors: [], iso_3166_1: 'US', rating: show.certification }] : []
		}),
		episode_groups: () => tvShape.episodeGroups(show),
		external_ids: () => ({
			imdb_id: show.imdb ?? null,
			tvdb_id: show.tvdb,
			freebase_mid: null,
			tvrage_id: null,
			wikidata_id: null
		}),
		videos: () => ({ results: [] })
	});

	function findBy(id: string, { query }: Request): Reply {
		const source = query.get('external_source');
		const movie_results =
			source === 'imdb_id'
				? films
						.filter((film) => film.imdb === id)
						.map((film) => ({ ...shape.movieHit(film), media_type: 'movie' }))
				: [];
		const tv_results = shows
			.filter((show) =>
				source === 'imdb_id' ? show.imdb === id : source === 'tvdb_id' && show.tvdb === Number(id)
			)
			.map((show) => ({ ...shape.tvHit(show), media_type: 'tv' }));
		return {
			body: { movie_results, person_results: [], tv_results, tv_episode_results: [], tv_season_results: [] }
		};
	}

	const lists: Record<string, (request: Request) => object[]> = {
		'movie/popular': (request) => movieHits(films.toSorted(byFame), request),
		'movie/top_rated': (request) => movieHits(films.toSorted(byRating), request),
		'movie/now_playing': (request) => movieHits(films.toSorted(byDate).slice(0, 12), request),
		'movie/upcoming': () => [],
		'tv/popular': (request) => tvHits(shows.toSorted(byFame), request),
		'tv/top_rated': (request) => tvHits(shows.toSorted(byRating), request),
		'tv/on_the_air': (request) =>
			tvHits(
				shows.filter(({ running }) => running),
				request
			),
		'tv/airing_today': (request) =>
			tvHits(
				shows.filter(({ seasons }) =>
					seasons.some(({ episodes }) => episodes.some(({ date }) => date === world.today))
				),
				request
			),
		'discover/movie': (request) => movieHits(discover(films, request.query, movieGenres), request),
		'discover/tv': (request) => tvHits(discover(shows, request.query, tvGenres), request),
		'search/movie': (request) =>
			movieHits(
				search(films, request, request.query.get('primary_release_year') ?? request.query.get('year')),
				request
			),
		'search/tv': (request) =>
			tvHits(
				search(shows, request, request.query.get('first_air_date_year') ?? request.query.get('year')),
				request
			)
	};
	const trending = (kind: string, request: Request) => {
		const works = [...(kind === 'tv' ? [] : films), ...(kind === 'movie' ? [] : shows)].toSorted(byFame);
		return works.map((work) =>
			'directors' in work
				? { ...shape.movieHit(work, languageOf(request)), media_type: 'movie' }
				: { ...shape.tvHit(work, languageOf(request)), media_type: 'tv' }
		);
	};

	const routes: Route[] = [
		[
			/^\/3\/((?:movie|tv|discover|search)\/[a-z_]+)$/,
			([name = ''], request) => {
				if (name.startsWith('search/') && !request.query.get('query'))
					return fault(422, 5, 'Invalid parameters: Your request parameters are incorrect.');
				const list = lists[name];
				return list ? paged(list(request), request) : absent();
			}
		],
		[
			/^\/3\/trending\/(all|movie|tv)\/(?:day|week)$/,
			([kind = ''], request) => paged(trending(kind, request), request)
		],
		[
			/^\/3\/genre\/(movie|tv)\/list$/,
			([kind]) => ({ body: { genres: listOf(kind === 'tv' ? tvGenres : movieGenres) } })
		],
		[
			/^\/3\/movie\/(\d+)$/,
			([id], request) => {
				const film = world.films.get(Number(id));
				return film
					? withParts(movieShape.movie(world, film, languageOf(request)), request, (name) =>
							filmParts(film)[name]?.()
						)
					: absent();
			}
		],
		[
			/^\/3\/(movie|tv)\/(\d+)\/(?:recommendations|similar)$/,
			([kind, id], request) => {
				const one = (kind === 'movie' ? world.films : world.shows).get(Number(id));
				if (!one) return absent();
				return paged(
					'directors' in one ? movieHits(alike(films, one), request) : tvHits(alike(shows, one), request),
					request
				);
			}
		],
		[
			/^\/3\/(movie|tv)\/(\d+)\/images$/,
			([kind, id]) => {
				const one = (kind === 'movie' ? world.films : world.shows).get(Number(id));
				return one ? { body: shape.images(one) } : absent();
			}
		],
		[
			/^\/3\/tv\/(\d+)\/season\/(\d+)\/images$/,
			([id, number]) => {
				const show = world.shows.get(Number(id));
				return show ? { body: shape.seasonImages(show, Number(number)) } : absent();
			}
		],
		[
			/^\/3\/tv\/(\d+)$/,
			([id], request) => {
				const show = world.shows.get(Number(id));
				if (!show) return absent();
				return withParts(tvShape.tv(world, show, languageOf(request)), request, (name) => {
					const number = /^season\/(\d+)$/.exec(name)?.[1];
					return number === undefined ? showParts(show)[name]?.() : tvShape.season(show, Number(number));
				});
			}
		],
		[
			/^\/3\/tv\/(\d+)\/season\/(\d+)$/,
			([id, number]) => {
				const show = world.shows.get(Number(id));
				const season = show && tvShape.season(show, Number(number));
				return season ? { body: season } : absent();
			}
		],
		[
			/^\/3\/tv\/episode_group\/(\w+)$/,
			([id = '']) => {
				const group = tvShape.episodeGroup(world, id);
				return group ? { body: group } : absent();
			}
		],
		[/^\/3\/find\/(\w+)$/, ([id = ''], request) => findBy(id, request)],
		[
			/^\/3\/collection\/(\d+)$/,
			([id], request) => {
				const collection = world.collections.get(Number(id));
				return collection ? { body: movieShape.collection(collection, languageOf(request)) } : absent();
			}
		],
		[
			/^\/3\/person\/(\d+)$/,
			([id], request) => {
				const person = world.people.get(Number(id));
				if (!person) return absent();
				const { combined, ...main } = movieShape.person(world, person, languageOf(request));
				return withParts(main, request, (name) => (name === 'combined_credits' ? combined : undefined));
			}
		],
		[
			/^\/3\/configuration$/,
			(_, { headers }) => ({
				body: {
					change_keys: [],
					images: {
						base_url: `http://${String(headers['host'])}/t/p/`,
						secure_base_url: `http://${String(headers['host'])}/t/p/`,
						backdrop_sizes: ['w300', 'w780', 'w1280', 'original'],
						logo_sizes: ['w45', 'w92', 'w154', 'w185', 'w300', 'w500', 'original'],
						poster_sizes: ['w92', 'w154', 'w185', 'w342', 'w500', 'w780', 'original'],
						profile_sizes: ['w45', 'w185', 'h632', 'original'],
						still_sizes: ['w92', 'w185', 'w300', 'original']
					}
				}
			})
		]
	];

	const shown = ({ query, headers }: Request) =>
		query.get('api_key') ?? /^Bearer (.+)$/.exec(String(headers['authorization'] ?? ''))?.[1];

	return (request: Request): Reply | Promise<Reply> => {
		if (!keys.includes(shown(request) ?? ''))
			return fault(401, 7, 'Invalid API key: You must be granted a valid key.');
		return route(routes, request) ?? absent();
	};
}
