import { broadcasts } from './broadcasts.ts';
import { idOf, type Film, type Person, type Show } from './fact.ts';
import { laterFilms } from './films-later.ts';
import { lateSilentFilms } from './films-late-silent.ts';
import { openFilms } from './films-open.ts';
import { silentFilms } from './films-silent.ts';
import { talkingFilms } from './films-talking.ts';
import { houseShows } from './house-shows.ts';
import { serials } from './serials.ts';

export interface Collection {
	id: number;
	name: string;
	overview: string;
	films: Film[];
}

export interface World {
	today: string;
	films: Map<number, Film>;
	shows: Map<number, Show>;
	people: Map<number, Person>;
	collections: Map<number, Collection>;
}

const byId = <T extends { id: number }>(list: T[]) => new Map(list.map((each) => [each.id, each]));

const overviews: Record<string, string> = {
	'Caminandes Collection': 'Koro the llama and the many fences of Patagonia.',
	'Sherlock Holmes (Basil Rathbone) Collection':
		'Those of the Universal films with Basil Rathbone and Nigel Bruce that belong to everyone.'
};

interface Beginnings {
	/** The day the demo was made: what is shown every evening began a while before. */
	born?: string;
	shows?: Show[];
}

/** Everything the offline service knows. `today` is `YYYY-MM-DD`: some shows run around it. */
export function createWorld(today: string, { born = today, shows: more = [] }: Beginnings = {}): World {
	const films = [...silentFilms, ...lateSilentFilms, ...talkingFilms, ...laterFilms, ...openFilms];
	const shows = [...serials, ...broadcasts, ...houseShows(today, born), ...more];
	const people = [
		...films.flatMap((film) => [...film.directors, ...film.writers]),
		...shows.flatMap((show) => show.creators),
		...[...films, ...shows].flatMap((work) => work.cast.map((role) => role.person))
	];
	const collections = [...Map.groupBy(films, (film) => film.collection ?? '')].flatMap(([name, own]) =>
		name ? [{ id: idOf(`collection ${name}`), name, overview: overviews[name] ?? '', films: own }] : []
	);
	return {
		today,
		films: byId(films),
		shows: byId(shows),
		people: byId(people),
		collections: byId(collections)
	};
}
