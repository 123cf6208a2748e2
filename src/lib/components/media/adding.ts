import type { MonitorChoice } from '#core/library/monitoring.ts';
import type { Kind } from './shelf-item.ts';

/** A title of the world that can be taken in. */
export interface Addable {
	kind: Kind;
	ids: { tmdb?: number; imdb?: string; tvdb?: number; tvmaze?: number };
	title: string;
	year?: number | null | undefined;
	posterPath?: string | null | undefined;
}

/** What was chosen last, so that the next title needs one press. */
export interface Choices {
	rootFolderId: string;
	/** Empty for what the library says. */
	profileId: string;
	monitor: MonitorChoice;
	monitored: boolean;
	availability: 'announced' | 'in-cinemas' | 'released';
}

const first: Choices = {
	rootFolderId: '',
	profileId: '',
	monitor: 'all',
	monitored: true,
	availability: 'released'
};
const keyOf = (kind: Kind) => `bijou-adding-${kind}`;

export function lastChoices(kind: Kind): Choices {
	try {
		return { ...first, ...(JSON.parse(localStorage.getItem(keyOf(kind)) ?? '{}') as Partial<Choices>) };
	} catch {
		return { ...first };
	}
}

export const keepChoices = (kind: Kind, choices: Choices): void =>
	localStorage.setItem(keyOf(kind), JSON.stringify(choices));

export const monitorTitles: Record<MonitorChoice, string> = {
	all: 'All episodes',
	future: 'Episodes to come',
	recent: 'The last three months and what comes',
	pilot: 'The first episode alone',
	'first-season': 'The first season',
	'last-season': 'The newest season',
	none: 'None for now'
};

export const availabilityTitles: Record<Choices['availability'], string> = {
	announced: 'As soon as it is announced',
	'in-cinemas': 'From its first night in cinemas',
	released: 'When it can be had at home'
};

export const seriesTypeTitles = {
	standard: 'By season and episode',
	daily: 'By date, a daily show',
	anime: 'By absolute number, anime'
};

/** Ids as the house's API names them. */
export const idsOf = ({ tmdb, imdb, tvdb, tvmaze }: Addable['ids']) => ({
	...(tmdb !== undefined && { tmdbId: tmdb }),
	...(imdb !== undefined && tmdb === undefined && { imdbId: imdb }),
	...(tvdb !== undefined && tmdb === undefined && { tvdbId: tvdb }),
	...(tvmaze !== undefined && { tvmazeId: tvmaze })
});

/** The choices as a request. */
export const wishOf = (kind: Kind, choices: Choices) => ({
	...(choices.rootFolderId && { rootFolderId: Number(choices.rootFolderId) }),
	profileId: choices.profileId || null,
	...(kind === 'movie'
		? { monitored: choices.monitored, minimumAvailability: choices.availability }
		: { monitor: choices.monitor })
});
