import type { Film, Person, Role } from '../world/fact.ts';
import type { Collection, World } from '../world/world.ts';
import { listOf, movieGenres } from './genres.ts';
import { company, countryOf, member, movieHit, spoken, tvHit } from './tmdb-shapes.ts';

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
