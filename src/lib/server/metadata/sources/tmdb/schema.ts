// The part of TMDB's answers (API version 3) that is used. Everything optional may be absent, null or empty there.
import { z } from 'zod';

const text = z
	.string()
	.nullish()
	.transform((value) => value || undefined);
/** Pictures are named by source and path, so that nobody can make us fetch from elsewhere. */
const picture = z
	.string()
	.nullish()
	.transform((value) => (value ? `tmdb${value}` : undefined));
const number = z
	.number()
	.nullish()
	.transform((value) => value ?? undefined);
const list = <T extends z.ZodType>(item: T) =>
	z
		.array(item)
		.nullish()
		.transform((value) => value ?? []);
const named = z.object({ name: text });

export const hit = z.object({
	id: z.number(),
	media_type: text,
	title: text,
	name: text,
	original_title: text,
	original_name: text,
	original_language: text,
	release_date: text,
	first_air_date: text,
	overview: text,
	poster_path: picture,
	backdrop_path: picture,
	vote_average: number,
	vote_count: number,
	popularity: number,
	character: text,
	job: text
});
export type TmdbHit = z.output<typeof hit>;

/** An answer without its list is broken, not empty: it is asked for again, and nothing is taken for unknown. */
export const page = z.object({ results: z.array(hit), total_results: number, total_pages: number });
export const found = z.object({ movie_results: z.array(hit), tv_results: z.array(hit) });

const member = z.object({
	id: z.number(),
	name: z.string(),
	character: text,
	job: text,
	department: text,
	profile_path: picture,
	order: number
});
const aggregate = z.object({
	id: z.number(),
	name: z.string(),
	profile_path: picture,
	department: text,
	roles: list(z.object({ character: text })),
	jobs: list(z.object({ job: text })),
	order: number
});
const videos = z
	.object({ results: list(z.object({ site: text, type: text, key: text, official: z.boolean().nullish() })) })
	.nullish();
const countryTitle = z.object({ title: z.string(), iso_3166_1: text, type: text });

const shared = {
	id: z.number(),
	overview: text,
	tagline: text,
	status: text,
	original_language: text,
	genres: list(named),
	production_companies: list(named),
	poster_path: picture,
	backdrop_path: picture,
	vote_average: number,
	vote_count: number,
	videos
};

export const movie = z.object({
	...shared,
	title: z.string(),
	original_title: text,
	imdb_id: text,
	release_date: text,
	runtime: number,
	belongs_to_collection: z
		.object({ id: z.number(), name: z.string(), poster_path: picture, backdrop_path: picture })
		.nullish(),
	credits: z.object({ cast: list(member), crew: list(member) }).nullish(),
	alternative_titles: z.object({ titles: list(countryTitle) }).nullish(),
	release_dates: z
		.object({
			results: list(
				z.object({
					iso_3166_1: z.string(),
					release_dates: list(z.object({ certification: text, release_date: text, type: number }))
				})
			)
		})
		.nullish()
});
export type TmdbMovie = z.output<typeof movie>;

const episode = z.object({
	id: number,
	name: text,
	overview: text,
	air_date: text,
	season_number: z.number(),
	episode_number: z.number(),
	runtime: number,
	still_path: picture,
	order: number
});
export type TmdbEpisode = z.output<typeof episode>;

export const season = z.object({
	season_number: z.number(),
	name: text,
	overview: text,
	poster_path: picture,
	episodes: list(episode)
});

export const tv = z.object({
	...shared,
	name: z.string(),
	original_name: text,
	first_air_date: text,
	last_air_date: text,
	next_episode_to_air: episode.nullish(),
	episode_run_time: list(z.number()),
	networks: list(named),
	seasons: list(
		z.object({
			season_number: z.number(),
			name: text,
			overview: text,
			poster_path: picture,
			episode_count: number
		})
	),
	created_by: list(z.object({ id: z.number(), name: z.string(), profile_path: picture })),
	aggregate_credits: z.object({ cast: list(aggregate), crew: list(aggregate) }).nullish(),
	external_ids: z.object({ imdb_id: text, tvdb_id: number }).nullish(),
	alternative_titles: z.object({ results: list(countryTitle) }).nullish(),
	content_ratings: z.object({ results: list(z.object({ iso_3166_1: z.string(), rating: text })) }).nullish(),
	episode_groups: z
		.object({
			results: list(z.object({ id: z.string(), name: z.string(), type: z.number(), episode_count: number }))
		})
		.nullish()
});
export type TmdbSeries = z.output<typeof tv>;

const imageList = z
	.array(z.object({ file_path: picture, width: number, height: number, iso_639_1: text }))
	.nullish()
	.transform((list) => list ?? []);
export const images = z.object({ posters: imageList, backdrops: imageList });

export const episodeGroup = z.object({
	groups: list(z.object({ name: text, order: number, episodes: list(episode) }))
});

export const collection = z.object({
	id: z.number(),
	name: z.string(),
	overview: text,
	poster_path: picture,
	backdrop_path: picture,
	parts: list(hit)
});

export const person = z.object({
	id: z.number(),
	name: z.string(),
	biography: text,
	birthday: text,
	deathday: text,
	profile_path: picture,
	combined_credits: z.object({ cast: list(hit), crew: list(hit) }).nullish()
});

export const genres = z.object({ genres: z.array(z.object({ id: z.number(), name: z.string() })) });
export const configuration = z.object({ images: z.object({ secure_base_url: z.string() }).loose() });
