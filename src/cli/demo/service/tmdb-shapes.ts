// The shapes of TMDB's API version 3, as its reference documents them: https://developer.themoviedb.org/reference
import type { Film, Person, Show } from '../world/fact.ts';
import { listOf, movieGenres, tvGenres } from './genres.ts';

const countries: Record<string, string> = {
	de: 'DE',
	fr: 'FR',
	ja: 'JP',
	ru: 'RU',
	it: 'IT',
	nl: 'NL',
	uk: 'UA'
};

/** The title in the language that was asked for, such as `de-DE`; English unless it has one. */
export function localTitle(work: Film | Show, language = 'en-US'): string {
	const country = language.split('-')[1] ?? countries[language];
	if (country === undefined || /^en/.test(language)) return work.title;
	return work.aliases.find((alias) => alias.country === country)?.title ?? work.title;
}

const face = (person: Person) => `/f${person.id}.jpg`;

const common = (work: Film | Show) => ({
	adult: false,
	backdrop_path: `/b${work.id}.jpg`,
	id: work.id,
	original_language: work.language,
	overview: work.overview,
	popularity: work.popularity,
	poster_path: `/p${work.id}.jpg`,
	vote_average: work.rating,
	vote_count: work.votes
});

export const movieHit = (film: Film, language?: string) => ({
	...common(film),
	genre_ids: listOf(movieGenres, film.genres).map(({ id }) => id),
	original_title: film.original,
	release_date: film.date,
	title: localTitle(film, language),
	video: false
});

export const tvHit = (show: Show, language?: string) => ({
	...common(show),
	first_air_date: show.date,
	genre_ids: listOf(tvGenres, show.genres).map(({ id }) => id),
	name: localTitle(show, language),
	origin_country: [show.country],
	original_name: show.original
});

export const company = (work: Film | Show) => ({
	id: 1000 + (work.studio.length % 900),
	logo_path: null,
	name: work.studio,
	origin_country: work.country
});
export const countryOf = (work: Film | Show) => ({
	iso_3166_1: work.country,
	name: new Intl.DisplayNames('en', { type: 'region' }).of(work.country) ?? work.country
});
export const spoken = (work: Film | Show) => ({
	english_name: new Intl.DisplayNames('en', { type: 'language' }).of(work.language) ?? work.language,
	iso_639_1: work.language,
	name: new Intl.DisplayNames(work.language, { type: 'language' }).of(work.language) ?? work.language
});

export const member = (person: Person) => ({
	adult: false,
	gender: 0,
	id: person.id,
	name: person.name,
	original_name: person.name,
	popularity: 1 + (person.id % 90) / 10,
	profile_path: face(person)
});

export const alternativeTitles = (work: Film | Show) =>
	work.aliases.map(({ country, title }) => ({ iso_3166_1: country, title, type: '' }));

const others = ['', 's91', 's92', 's93', 's94'];

/** Other posters and backdrops are drawn from other seeds. */
export const images = (work: Film | Show) => ({
	id: work.id,
	backdrops: others.map((seed) => ({
		file_path: `/b${work.id}${seed}.jpg`,
		width: 1920,
		height: 1080,
		iso_639_1: null,
		aspect_ratio: 1.778
	})),
	logos: [],
	posters: posters(work, others)
});

/** Each season has seeds of its own. */
export const seasonImages = (show: Show, season: number) => ({
	id: show.id,
	posters: posters(show, [`s${season}`, ...others.slice(1).map((seed) => `${seed}${season}`)])
});

const posters = (work: Film | Show, seeds: readonly string[]) =>
	seeds.map((seed) => ({
		file_path: `/p${work.id}${seed}.jpg`,
		width: 1000,
		height: 1500,
		iso_639_1: work.language,
		aspect_ratio: 0.667
	}));
