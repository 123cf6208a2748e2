import type {
	CollectionFacts,
	EpisodeFacts,
	EpisodeOrder,
	Hit,
	MediaKind,
	MovieFacts,
	PersonCredit,
	PersonFacts,
	PictureChoice,
	SeriesFacts
} from '../../source.ts';
import type {
	collection,
	images,
	person,
	season,
	TmdbEpisode,
	TmdbHit,
	TmdbMovie,
	TmdbSeries
} from './schema.ts';
import type { z } from 'zod';
import { languageOf } from '../languages.ts';

const id = 'tmdb';
const yearOf = (date: string | undefined) =>
	date && /^\d{4}/.test(date) ? Number(date.slice(0, 4)) : undefined;
/** Leaves out what is undefined, as exact optional members want it. */
const known = <T extends object>(facts: T) =>
	Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
		[K in keyof T]: Exclude<T[K], undefined>;
	};
const names = (list: { name: string | undefined }[]) => list.flatMap(({ name }) => name ?? []);

export function toHit(kind: MediaKind, from: TmdbHit): Hit {
	return known({
		source: id,
		kind,
		ids: { tmdb: from.id },
		title: from.title ?? from.name ?? from.original_title ?? from.original_name ?? `#${from.id}`,
		originalTitle: from.original_title ?? from.original_name,
		originalLanguage: from.original_language,
		year: yearOf(from.release_date ?? from.first_air_date),
		overview: from.overview,
		posterPath: from.poster_path,
		backdropPath: from.backdrop_path,
		rating: from.vote_average,
		votes: from.vote_count,
		popularity: from.popularity
	}) as Hit;
}

function trailerOf(videos: TmdbMovie['videos']): string | undefined {
	const trailers = (videos?.results ?? []).filter(
		(video) => video.site === 'YouTube' && video.type === 'Trailer' && video.key
	);
	const best = trailers.find((video) => video.official) ?? trailers[0];
	return best && `https://www.youtube.com/watch?v=${best.key}`;
}

const castLimit = 30;

function creditOf(
	department: PersonCredit['department'],
	from: { id: number; name: string; profile_path: string | undefined },
	role?: string
): PersonCredit {
	return known({
		tmdbId: from.id,
		name: from.name,
		department,
		role,
		photoPath: from.profile_path
	}) as PersonCredit;
}

function movieCredits({ credits }: TmdbMovie): PersonCredit[] {
	const crew = (job: RegExp) => (credits?.crew ?? []).filter((member) => job.test(member.job ?? ''));
	return [
		...crew(/^Director$/).map((member) => creditOf('directing', member, 'Director')),
		...crew(/^(?:Screenplay|Writer|Story|Novel)$/)
			.slice(0, 6)
			.map((member) => creditOf('writing', member, member.job)),
		...(credits?.cast ?? []).slice(0, castLimit).map((member) => creditOf('cast', member, member.character))
	];
}

function seriesCredits({ created_by: creators, aggregate_credits: credits }: TmdbSeries): PersonCredit[] {
	const cast = (credits?.cast ?? []).slice(0, castLimit);
	return [
		...creators.map((person) => creditOf('creator', person, 'Creator')),
		...cast.map((member) => creditOf('cast', member, member.roles[0]?.character))
	];
}

/** TMDB's release types: 1 premiere, 2 limited, 3 theatrical, 4 digital, 5 physical, 6 TV. */
function releaseOf({ release_dates: dates }: TmdbMovie, types: number[]): string | undefined {
	const all = (dates?.results ?? [])
		.flatMap((country) => country.release_dates)
		.filter(({ type, release_date: date }) => type !== undefined && types.includes(type) && date);
	return all.map(({ release_date: date }) => date!.slice(0, 10)).toSorted()[0];
}

function certificationOf(dates: TmdbMovie['release_dates'], country: string): string | undefined {
	const of = (wanted: string) =>
		(dates?.results ?? [])
			.find((entry) => entry.iso_3166_1 === wanted)
			?.release_dates.find((entry) => entry.certification)?.certification;
	return of(country) ?? of('US');
}

export function toMovie(from: TmdbMovie, country: string): MovieFacts {
	const belongs = from.belongs_to_collection;
	return known({
		kind: 'movie' as const,
		source: id,
		ids: known({ tmdb: from.id, imdb: from.imdb_id }),
		title: from.title,
		originalTitle: from.original_title,
		originalLanguage: from.original_language,
		year: yearOf(from.release_date),
		overview: from.overview,
		tagline: from.tagline,
		genres: names(from.genres),
		studios: names(from.production_companies),
		certification: certificationOf(from.release_dates, country),
		runtimeMinutes: from.runtime || undefined,
		rating: from.vote_average,
		votes: from.vote_count,
		posterPath: from.poster_path,
		backdropPath: from.backdrop_path,
		trailerUrl: trailerOf(from.videos),
		aliases: (from.alternative_titles?.titles ?? []).map(({ title, iso_3166_1: country }) =>
			known({ title, language: languageOf(country) })
		),
		credits: movieCredits(from),
		status: from.status,
		inCinemas: releaseOf(from, [2, 3]) ?? from.release_date,
		digitalRelease: releaseOf(from, [4]),
		physicalRelease: releaseOf(from, [5]),
		collection: belongs
			? known({
					tmdbId: belongs.id,
					name: belongs.name,
					posterPath: belongs.poster_path,
					backdropPath: belongs.backdrop_path
				})
			: undefined
	}) as MovieFacts;
}

const orderKinds: Record<number, EpisodeOrder['kind']> = {
	1: 'aired',
	2: 'absolute',
	3: 'dvd',
	4: 'digital',
	5: 'story',
	6: 'production',
	7: 'tv'
};

export function toEpisode(from: TmdbEpisode): EpisodeFacts {
	return known({
		season: from.season_number,
		number: from.episode_number,
		tmdbId: from.id,
		title: from.name,
		overview: from.overview,
		airDate: from.air_date,
		runtimeMinutes: from.runtime || undefined,
		stillPath: from.still_path
	}) as EpisodeFacts;
}

/** The regular episodes, numbered through in their order. */
function numberThrough(episodes: EpisodeFacts[]): EpisodeFacts[] {
	let absolute = 0;
	const inOrder = episodes.toSorted((a, b) => a.season - b.season || a.number - b.number);
	return inOrder.map((episode) => (episode.season > 0 ? { ...episode, absolute: ++absolute } : episode));
}

export function toSeries(from: TmdbSeries, seasons: z.output<typeof season>[], country: string): SeriesFacts {
	const rating = (wanted: string) =>
		from.content_ratings?.results.find((entry) => entry.iso_3166_1 === wanted)?.rating;
	return known({
		kind: 'series' as const,
		source: id,
		ids: known({ tmdb: from.id, imdb: from.external_ids?.imdb_id, tvdb: from.external_ids?.tvdb_id }),
		title: from.name,
		originalTitle: from.original_name,
		originalLanguage: from.original_language,
		year: yearOf(from.first_air_date),
		overview: from.overview,
		tagline: from.tagline,
		genres: names(from.genres),
		studios: names(from.production_companies),
		certification: rating(country) ?? rating('US'),
		runtimeMinutes: from.episode_run_time[0],
		rating: from.vote_average,
		votes: from.vote_count,
		posterPath: from.poster_path,
		backdropPath: from.backdrop_path,
		trailerUrl: trailerOf(from.videos),
		aliases: (from.alternative_titles?.results ?? []).map(({ title, iso_3166_1: country }) =>
			known({ title, language: languageOf(country) })
		),
		credits: seriesCredits(from),
		status: from.status,
		network: from.networks[0]?.name,
		firstAired: from.first_air_date,
		lastAired: from.last_air_date,
		nextAired: from.next_episode_to_air?.air_date,
		seasons: from.seasons.map((entry) =>
			known({
				number: entry.season_number,
				title: entry.name,
				overview: entry.overview,
				posterPath: entry.poster_path
			})
		),
		episodes: numberThrough(seasons.flatMap((entry) => entry.episodes.map(toEpisode))),
		orders: (from.episode_groups?.results ?? []).flatMap(
			({ id: group, name, type, episode_count: episodeCount }) => {
				const kind = orderKinds[type];
				return kind ? [{ id: group, name, kind, episodeCount: episodeCount ?? 0 }] : [];
			}
		)
	}) as SeriesFacts;
}

export const toCollection = (from: z.output<typeof collection>): CollectionFacts =>
	known({
		tmdbId: from.id,
		name: from.name,
		overview: from.overview,
		posterPath: from.poster_path,
		backdropPath: from.backdrop_path,
		parts: from.parts.map((part) => toHit('movie', part))
	}) as CollectionFacts;

export function toPerson(from: z.output<typeof person>): PersonFacts {
	const works = [...(from.combined_credits?.cast ?? []), ...(from.combined_credits?.crew ?? [])];
	// Whoever acts in a film of their own is shown in the role.
	const unique = new Map<string, TmdbHit>();
	for (const work of works) {
		const key = `${work.media_type}${work.id}`;
		if (!unique.has(key)) unique.set(key, work);
	}
	return known({
		tmdbId: from.id,
		name: from.name,
		biography: from.biography,
		born: from.birthday,
		died: from.deathday,
		photoPath: from.profile_path,
		known: [...unique.values()].map((work) => ({
			...toHit(work.media_type === 'tv' ? 'series' : 'movie', work),
			...known({ role: work.character ?? work.job })
		}))
	}) as PersonFacts;
}

const mostPictures = 60;

export function toPictures({ posters, backdrops }: z.output<typeof images>): PictureChoice {
	const read = (list: typeof posters) =>
		list
			.slice(0, mostPictures)
			.flatMap(({ file_path: ref, width, height, iso_639_1: language }) =>
				ref ? [{ ref, width: width ?? null, height: height ?? null, language: language ?? null }] : []
			);
	return { posters: read(posters), backdrops: read(backdrops) };
}
