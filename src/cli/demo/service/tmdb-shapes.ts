// The shapes of TMDB's API version 3, as its reference documents them: https://developer.themoviedb.org/reference
import type { Episode, Film, Person, Role, Show } from '../world/fact.ts';
import type { Collection, World } from '../world/world.ts';
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

const company = (work: Film | Show) => ({
	id: 1000 + (work.studio.length % 900),
	logo_path: null,
	name: work.studio,
	origin_country: work.country
});
const countryOf = (work: Film | Show) => ({
	iso_3166_1: work.country,
	name: new Intl.DisplayNames('en', { type: 'region' }).of(work.country) ?? work.country
});
const spoken = (work: Film | Show) => ({
	english_name: new Intl.DisplayNames('en', { type: 'language' }).of(work.language) ?? work.language,
	iso_639_1: work.language,
	name: new Intl.DisplayNames(work.language, { type: 'language' }).of(work.language) ?? work.language
});

export const movie = (world: World, film: Film, language?: string) => {
	const { genre_ids: _, ...hit } = movieHit(film, language);
	const collection = [...world.collections.values()].find(({ name }) => name === film.collection);
	return {
		...hit,
		belongs_to_collection: collection
			? {
					id: collection.id,
					name: collection.name,
					poster_path: `/c${collection.id}.jpg`,
					backdrop_path: `/b${collection.films[0]!.id}.jpg`
				}
			: null,
		budget: 0,
		genres: listOf(movieGenres, film.genres),
		homepage: '',
		imdb_id: film.imdb ?? null,
		origin_country: [film.country],
		production_companies: [company(film)],
		production_countries: [countryOf(film)],
		revenue: 0,
		runtime: film.minutes,
		spoken_languages: [spoken(film)],
		status: 'Released',
		tagline: film.tagline
	};
};

const member = (person: Person) => ({
	adult: false,
	gender: 0,
	id: person.id,
	name: person.name,
	original_name: person.name,
	popularity: 1 + (person.id % 90) / 10,
	profile_path: face(person)
});

export const credits = (film: Film) => ({
	cast: film.cast.map(({ person, role }, order) => ({
		...member(person),
		known_for_department: 'Acting',
		cast_id: order + 1,
		character: role,
		credit_id: `c${film.id}${order}`,
		order
	})),
	crew: [
		...film.directors.map((person, index) => ({
			...member(person),
			known_for_department: 'Directing',
			credit_id: `d${film.id}${index}`,
			department: 'Directing',
			job: 'Director'
		})),
		...film.writers.map((person, index) => ({
			...member(person),
			known_for_department: 'Writing',
			credit_id: `w${film.id}${index}`,
			department: 'Writing',
			job: 'Screenplay'
		}))
	]
});

export const aggregateCredits = (show: Show) => {
	const count = show.seasons.reduce((sum, { episodes }) => sum + episodes.length, 0);
	return {
		cast: show.cast.map(({ person, role }: Role, order) => ({
			...member(person),
			known_for_department: 'Acting',
			roles: [{ credit_id: `r${show.id}${order}`, character: role, episode_count: count }],
			total_episode_count: count,
			order
		})),
		crew: []
	};
};

export const releaseDates = (film: Film) => ({
	results: [
		{
			iso_3166_1: film.country,
			release_dates: [
				{
					certification: film.certification ?? '',
					descriptors: [],
					iso_639_1: '',
					note: '',
					release_date: `${film.date}T00:00:00.000Z`,
					type: 3
				}
			]
		}
	]
});

export const alternativeTitles = (work: Film | Show) =>
	work.aliases.map(({ country, title }) => ({ iso_3166_1: country, title, type: '' }));

const episodeOf = (show: Show, episode: Episode) => ({
	air_date: episode.date ?? null,
	episode_number: episode.number,
	episode_type: 'standard',
	id: episode.id,
	name: episode.title,
	overview: episode.overview,
	production_code: '',
	runtime: episode.minutes,
	season_number: episode.season,
	show_id: show.id,
	still_path: `/s${episode.id}.jpg`,
	vote_average: show.rating,
	vote_count: show.votes % 50
});

export function season(show: Show, number: number) {
	const own = show.seasons.find((each) => each.number === number);
	return (
		own && {
			_id: `${show.id}${number}`,
			air_date: own.episodes[0]?.date ?? null,
			episodes: own.episodes.map((episode) => ({ ...episodeOf(show, episode), crew: [], guest_stars: [] })),
			name: own.name,
			networks: [],
			overview: own.overview,
			id: show.id * 100 + number,
			poster_path: `/p${show.id}s${number}.jpg`,
			season_number: number,
			vote_average: show.rating
		}
	);
}

export function tv(world: World, show: Show, language?: string) {
	const { genre_ids: _, ...hit } = tvHit(show, language);
	const regular = show.seasons.filter(({ number }) => number > 0).flatMap(({ episodes }) => episodes);
	const last = regular.findLast(({ date }) => date !== undefined && date <= world.today);
	const next = regular.find(({ date }) => date !== undefined && date > world.today);
	return {
		...hit,
		created_by: show.creators.map((person) => ({ ...member(person), credit_id: `k${person.id}` })),
		episode_run_time: [show.minutes],
		genres: listOf(tvGenres, show.genres),
		homepage: '',
		in_production: show.running,
		languages: [show.language],
		last_air_date: last?.date ?? null,
		last_episode_to_air: last ? episodeOf(show, last) : null,
		next_episode_to_air: next ? episodeOf(show, next) : null,
		networks: [
			{
				id: 1 + (show.network.length % 90),
				logo_path: null,
				name: show.network,
				origin_country: show.country
			}
		],
		number_of_episodes: regular.length,
		number_of_seasons: show.seasons.filter(({ number }) => number > 0).length,
		production_companies: [company(show)],
		production_countries: [countryOf(show)],
		seasons: show.seasons.map(({ number, name, overview, episodes }) => ({
			air_date: episodes[0]?.date ?? null,
			episode_count: episodes.length,
			id: show.id * 100 + number,
			name,
			overview,
			poster_path: `/p${show.id}s${number}.jpg`,
			season_number: number,
			vote_average: show.rating
		})),
		spoken_languages: [spoken(show)],
		status: show.running ? 'Returning Series' : 'Ended',
		tagline: show.tagline,
		type: show.genres.includes('Talk') ? 'Talk Show' : 'Scripted'
	};
}

const groupHead = ({ id, name, type, groups }: Show['orders'][number]) => ({
	description: '',
	episode_count: groups.reduce((sum, { episodes }) => sum + episodes.length, 0),
	group_count: groups.length,
	id,
	name,
	network: null,
	type
});

export const episodeGroups = (show: Show) => ({ results: show.orders.map(groupHead) });

export function episodeGroup(world: World, id: string) {
	for (const show of world.shows.values()) {
		const order = show.orders.find((each) => each.id === id);
		if (!order) continue;
		return {
			...groupHead(order),
			groups: order.groups.map(({ name, episodes }, index) => ({
				id: `${id}${index + 1}`,
				name,
				order: index + 1,
				episodes: episodes.map((episode, at) => ({ ...episodeOf(show, episode), order: at })),
				locked: true
			}))
		};
	}
	return undefined;
}

export const collection = ({ id, name, overview, films }: Collection, language?: string) => ({
	id,
	name,
	overview,
	poster_path: `/c${id}.jpg`,
	backdrop_path: `/b${films[0]!.id}.jpg`,
	parts: films.map((film) => ({ ...movieHit(film, language), media_type: 'movie' }))
});

export function person(world: World, { id, name }: Person, language?: string) {
	const of = (roles: Role[]) => roles.find((role) => role.person.id === id);
	const inFilms = [...world.films.values()].flatMap((film) => {
		const role = of(film.cast);
		return role
			? [
					{
						...movieHit(film, language),
						media_type: 'movie',
						character: role.role,
						credit_id: `c${film.id}`,
						order: 0
					}
				]
			: [];
	});
	const inShows = [...world.shows.values()].flatMap((show) => {
		const role = of(show.cast);
		return role
			? [
					{
						...tvHit(show, language),
						media_type: 'tv',
						character: role.role,
						credit_id: `c${show.id}`,
						episode_count: 1
					}
				]
			: [];
	});
	const directed = [...world.films.values()]
		.filter((film) => film.directors.some((director) => director.id === id))
		.map((film) => ({
			...movieHit(film, language),
			media_type: 'movie',
			credit_id: `d${film.id}`,
			department: 'Directing',
			job: 'Director'
		}));
	return {
		...member({ id, name }),
		also_known_as: [],
		biography: '',
		birthday: null,
		deathday: null,
		homepage: null,
		imdb_id: null,
		known_for_department: directed.length > inFilms.length ? 'Directing' : 'Acting',
		place_of_birth: null,
		combined: { cast: [...inFilms, ...inShows], crew: directed }
	};
}
