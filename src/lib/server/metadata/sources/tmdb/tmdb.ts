import type { z } from 'zod';
import { withLeftOut } from '#core/library/numbered-through.ts';
import { AppError, needsConfiguration } from '#server/platform/errors.ts';
import { isAbsent, type Cached } from '../../cache.ts';
import type {
	CollectionFacts,
	EpisodeFacts,
	Hit,
	Ids,
	MediaKind,
	MetadataSource,
	MovieFacts,
	PersonFacts,
	SeriesFacts
} from '../../source.ts';
import { toCollection, toEpisode, toHit, toMovie, toPerson, toPictures, toSeries } from './read.ts';
import * as shape from './schema.ts';

export interface TmdbWishes {
	key: string;
	language: string;
	country: string;
	adult: boolean;
}

export interface Page {
	items: Hit[];
	total: number;
	pages: number;
}

export interface Tmdb extends MetadataSource {
	movie(id: number, signal?: AbortSignal): Promise<MovieFacts>;
	person(id: number, signal?: AbortSignal): Promise<PersonFacts>;
	collection(id: number, signal?: AbortSignal): Promise<CollectionFacts>;
	/** A list of TMDB's such as `movie/popular` or `discover/tv`. */
	browse(
		kind: MediaKind,
		path: string,
		query: Record<string, string | number | boolean>,
		signal?: AbortSignal
	): Promise<Page>;
	genres(kind: MediaKind, signal?: AbortSignal): Promise<{ id: number; name: string }[]>;
	test(signal?: AbortSignal): Promise<void>;
}

/** TMDB answers at most this many appended parts to one request. */
const appendLimit = 20;
const path = (kind: MediaKind) => (kind === 'movie' ? 'movie' : 'tv');
const hour = 3_600_000;

function clearer(error: unknown): never {
	const isRefused =
		error instanceof AppError && (error.details as { status?: number } | undefined)?.status === 401;
	throw isRefused
		? new AppError('invalid_key', 'TMDB does not know this key: check it under Settings, Metadata.', {
				status: 503,
				cause: error
			})
		: error;
}

export function createTmdb(deps: { get: Cached; baseUrl: string; wishes: () => TmdbWishes }): Tmdb {
	const ask = <S extends z.ZodType>(
		address: string,
		schema: S,
		query: Record<string, string | number | boolean | undefined> = {},
		signal?: AbortSignal,
		maxAgeMs = 24 * hour
	) => {
		const { key, language } = deps.wishes();
		if (!key) throw needsConfiguration('TMDB needs an API key: add one under Settings, Metadata.');
		// A version 4 token is a JWT and travels as a bearer; a version 3 key goes into the query.
		const bearer = key.startsWith('eyJ');
		return deps
			.get(`${deps.baseUrl}/3/${address}`, {
				schema,
				query: { language, ...query },
				secret: bearer ? { headers: { authorization: `Bearer ${key}` } } : { query: { api_key: key } },
				maxAgeMs,
				...(signal && { signal })
			})
			.catch(clearer);
	};

	async function find(kind: MediaKind, ids: Ids, signal?: AbortSignal): Promise<Hit | undefined> {
		const [id, source] = ids.imdb ? [ids.imdb, 'imdb_id'] : ids.tvdb ? [ids.tvdb, 'tvdb_id'] : [];
		if (!id || !source) return undefined;
		const answer = await ask(`find/${id}`, shape.found, { external_source: source }, signal).catch(
			(error: unknown) => {
				if (isAbsent(error)) return { movie_results: [], tv_results: [] };
				throw error;
			}
		);
		const first = (kind === 'movie' ? answer.movie_results : answer.tv_results)[0];
		return first && toHit(kind, first);
	}

	async function series(
		id: number,
		{ order, signal }: { order?: string | undefined; signal?: AbortSignal | undefined } = {}
	): Promise<SeriesFacts> {
		const parts = [
			'aggregate_credits',
			'external_ids',
			'alternative_titles',
			'content_ratings',
			'episode_groups',
			'videos'
		];
		const answer = await ask(`tv/${id}`, shape.tv, { append_to_response: parts.join(',') }, signal);
		const seasons = await seasonsOf(
			id,
			answer.seasons.map((season) => season.season_number),
			signal
		);
		const facts = toSeries(answer, seasons, deps.wishes().country);
		return order ? { ...facts, ...(await reordered(facts, order, signal)) } : facts;
	}

	async function seasonsOf(id: number, numbers: number[], signal?: AbortSignal) {
		const seasons: z.output<typeof shape.season>[] = [];
		for (let at = 0; at < numbers.length; at += appendLimit) {
			const keys = numbers.slice(at, at + appendLimit).map((number) => `season/${number}`);
			const answer = await ask(
				`tv/${id}`,
				shape.tv.pick({ id: true }).loose(),
				{ append_to_response: keys.join(',') },
				signal
			);
			for (const key of keys) {
				const season = shape.season.safeParse((answer as Record<string, unknown>)[key]);
				if (season.success) seasons.push(season.data);
			}
		}
		return seasons;
	}

	/** The same episodes, numbered as an episode group has them. */
	async function reordered(facts: SeriesFacts, order: string, signal?: AbortSignal) {
		const { groups } = await ask(`tv/episode_group/${order}`, shape.episodeGroup, {}, signal);
		const ordered = groups.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
		let absolute = 0;
		const episodes = ordered.flatMap((group) =>
			group.episodes
				.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
				.map((episode, index) => ({
					...toEpisode(episode),
					season: group.order ?? 0,
					number: index + 1,
					...((group.order ?? 0) > 0 && { absolute: ++absolute })
				}))
		);
		const seasons = ordered.map((group) => ({
			number: group.order ?? 0,
			...(group.name && { title: group.name })
		}));
		if (episodes.length === 0) return { episodes: facts.episodes, seasons: facts.seasons };
		return { episodes: withLeftOut<EpisodeFacts>(episodes, facts.episodes), seasons };
	}

	async function images(address: string, signal?: AbortSignal) {
		const words = [...new Set([deps.wishes().language.slice(0, 2), 'en', 'null'])].join(',');
		const query = { language: undefined, include_image_language: words };
		return toPictures(await ask(`${address}/images`, shape.images, query, signal));
	}

	return {
		id: 'tmdb',
		async search(kind, title, { year, signal } = {}) {
			const yearKey = kind === 'movie' ? 'year' : 'first_air_date_year';
			const query = { query: title, include_adult: deps.wishes().adult, ...(year && { [yearKey]: year }) };
			const { results } = await ask(`search/${path(kind)}`, shape.page, query, signal);
			return results.map((hit) => toHit(kind, hit));
		},
		find,
		async movie(id, signal) {
			const parts = 'credits,alternative_titles,release_dates,videos';
			return toMovie(
				await ask(`movie/${id}`, shape.movie, { append_to_response: parts }, signal),
				deps.wishes().country
			);
		},
		series,
		pictures: (kind, id, signal) => images(`${path(kind)}/${id}`, signal),
		seasonPosters: async (id, season, signal) => (await images(`tv/${id}/season/${season}`, signal)).posters,
		person: async (id, signal) =>
			toPerson(await ask(`person/${id}`, shape.person, { append_to_response: 'combined_credits' }, signal)),
		collection: async (id, signal) =>
			toCollection(await ask(`collection/${id}`, shape.collection, {}, signal)),
		async browse(kind, address, query, signal) {
			const answer = await ask(address, shape.page, query, signal, hour);
			const items = answer.results
				.filter((hit) => hit.media_type !== 'person')
				.map((hit) =>
					toHit(hit.media_type === 'tv' ? 'series' : hit.media_type === 'movie' ? 'movie' : kind, hit)
				);
			return { items, total: answer.total_results ?? items.length, pages: answer.total_pages ?? 1 };
		},
		genres: async (kind, signal) => (await ask(`genre/${path(kind)}/list`, shape.genres, {}, signal)).genres,
		async test(signal) {
			await ask('configuration', shape.configuration, {}, signal, 0);
		}
	};
}
