import type { Episode, Role, Show } from '../world/fact.ts';
import type { World } from '../world/world.ts';
import { listOf, tvGenres } from './genres.ts';
import { company, countryOf, member, spoken, tvHit } from './tmdb-shapes.ts';

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
