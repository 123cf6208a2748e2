/** Facts of the demo's films, series and people, in the fewest words; the service turns them into other people's shapes. */
export interface Person {
	id: number;
	name: string;
}

export interface Role {
	person: Person;
	role: string;
}

interface Work {
	id: number;
	title: string;
	original: string;
	language: string;
	country: string;
	/** `YYYY-MM-DD`; the first of January where only the year is certain. */
	date: string;
	genres: string[];
	imdb?: string;
	tagline: string;
	overview: string;
	studio: string;
	cast: Role[];
	/** Other names by country. */
	aliases: { country: string; title: string }[];
	certification?: string;
	rating: number;
	votes: number;
	popularity: number;
}

export interface Film extends Work {
	minutes: number;
	directors: Person[];
	writers: Person[];
	collection?: string;
}

export interface Episode {
	id: number;
	season: number;
	number: number;
	title: string;
	overview: string;
	date: string | undefined;
	minutes: number;
}

export interface Show extends Work {
	creators: Person[];
	minutes: number;
	network: string;
	seasons: { number: number; name: string; overview: string; episodes: Episode[] }[];
	/** Other orders of the same episodes: pairs of season and number, group by group. */
	orders: { id: string; name: string; type: number; groups: { name: string; episodes: Episode[] }[] }[];
	/** Still being made. */
	running: boolean;
	tvdb: number;
}

/** FNV-1a over a name: ids that stay the same whatever is added around them. */
export function idOf(name: string): number {
	let hash = 0x811c9dc5;
	for (const letter of name) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
	return 10_000 + ((hash >>> 0) % 990_000);
}

export const person = (name: string): Person => ({ id: idOf(`person ${name}`), name });
export const people = (names: string): Person[] => names.split(', ').filter(Boolean).map(person);

/** `Max Schreck = Count Orlok; Greta Schröder = Ellen` */
const castOf = (text: string): Role[] =>
	text
		.split('; ')
		.filter(Boolean)
		.map((line) => {
			const [name = '', role = ''] = line.split(' = ');
			return { person: person(name), role };
		});

const aliasesOf = (text: Record<string, string> = {}) =>
	Object.entries(text).map(([country, title]) => ({ country, title }));

export interface GivenWork {
	title: string;
	original?: string;
	language?: string;
	country?: string;
	date: string;
	genres: string;
	imdb?: string;
	tagline?: string;
	overview: string;
	studio: string;
	cast: string;
	aliases?: Record<string, string>;
	certification?: string;
	/** How well known it is, 1 to 100. */
	fame?: number;
}

export function work(kind: string, given: GivenWork): Work {
	const date = given.date.length === 4 ? `${given.date}-01-01` : given.date;
	const fame = given.fame ?? 20;
	// Shows keep theirs although the dates of some move.
	const id = idOf(kind === 'show' ? `show ${given.title}` : `${kind} ${given.title} ${date.slice(0, 4)}`);
	return {
		id,
		title: given.title,
		original: given.original ?? given.title,
		language: given.language ?? 'en',
		country: given.country ?? 'US',
		date,
		genres: given.genres.split(', '),
		...(given.imdb && { imdb: given.imdb }),
		tagline: given.tagline ?? '',
		overview: given.overview,
		studio: given.studio,
		cast: castOf(given.cast),
		aliases: aliasesOf(given.aliases),
		...(given.certification && { certification: given.certification }),
		rating: Math.round((6 + fame / 50 + (id % 10) / 20) * 10) / 10,
		votes: fame * 40 + (id % 40),
		popularity: fame / 4 + (id % 100) / 1000
	};
}

export function film(
	given: GivenWork & { minutes: number; by: string; writers?: string; collection?: string }
): Film {
	return {
		...work('film', given),
		minutes: given.minutes,
		directors: people(given.by),
		writers: people(given.writers ?? ''),
		...(given.collection && { collection: given.collection })
	};
}
