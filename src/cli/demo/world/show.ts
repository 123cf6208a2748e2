import { idOf, people, work, type Episode, type GivenWork, type Show } from './fact.ts';

interface GivenSeason {
	number: number;
	name?: string;
	overview?: string;
	/** Of the first episode, with the days from one to the next; or one date each. */
	dates: { from: string; everyDays: number } | string[];
	titles: string[];
	minutes?: number;
}

interface GivenShow extends GivenWork {
	minutes: number;
	by?: string;
	running?: boolean;
	seasons: GivenSeason[];
	orders?: (episodes: Episode[]) => {
		name: string;
		type: number;
		groups: { name: string; episodes: Episode[] }[];
	}[];
}

export const dayMs = 86_400_000;
export const dayAfter = (date: string, days: number) =>
	new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);

function episodesOf(show: string, given: GivenSeason, minutes: number): Episode[] {
	const { dates, titles, number: season } = given;
	return titles.map((title, index) => ({
		id: idOf(`episode ${show} ${season} ${index}`),
		season,
		number: index + 1,
		title,
		overview: '',
		date: Array.isArray(dates) ? dates[index] : dayAfter(dates.from, index * dates.everyDays),
		minutes: given.minutes ?? minutes
	}));
}

export function show(given: GivenShow): Show {
	const own = work('show', given);
	const seasons = given.seasons.map((season) => ({
		number: season.number,
		name: season.name ?? (season.number === 0 ? 'Specials' : `Season ${season.number}`),
		overview: season.overview ?? '',
		episodes: episodesOf(given.title, season, given.minutes)
	}));
	const regular = seasons.filter(({ number }) => number > 0).flatMap(({ episodes }) => episodes);
	return {
		...own,
		creators: people(given.by ?? ''),
		minutes: given.minutes,
		network: given.studio,
		seasons,
		orders: (given.orders?.(regular) ?? []).map((order) => ({
			id: `5b11ba${idOf(`order ${given.title} ${order.name}`).toString(16).padStart(18, '0')}`,
			...order
		})),
		running: given.running ?? false,
		tvdb: idOf(`tvdb ${given.title}`)
	};
}
