import type { Availability, BringItem } from '#core/library/bring-item.ts';
import type { ArrMovie, ArrSeries } from './arr-answers.ts';

export interface Names {
	/** Profiles by their number there. */
	profiles: ReadonlyMap<number, { id: string; name: string }>;
	tags: ReadonlyMap<number, string>;
}

const availabilities: Record<string, Availability> = {
	tba: 'announced',
	announced: 'announced',
	inCinemas: 'in-cinemas',
	released: 'released',
	preDB: 'released'
};
const seriesTypes = new Set(['standard', 'anime', 'daily']);

/** Only pictures that lie at TMDB: others would have to be fetched from places nobody agreed to. */
function picture({ images }: ArrMovie | ArrSeries, type: string): string | undefined {
	const url = images.find(({ coverType }) => coverType === type)?.remoteUrl;
	const path = /^https?:\/\/image\.tmdb\.org\/t\/p\/[^/]+(\/[\w.-]+)$/.exec(url ?? '')?.[1];
	return path && `tmdb${path}`;
}

const day = (date: string | undefined) => date?.slice(0, 10);
const time = (date: string | undefined) => {
	const at = Date.parse(date ?? '');
	// Dates nobody set are of the year 1.
	return Number.isNaN(at) || at <= 0 ? undefined : at;
};

function shared(item: ArrMovie | ArrSeries, { profiles, tags }: Names) {
	const profile = profiles.get(item.qualityProfileId ?? 0);
	return {
		remoteId: item.id,
		title: item.title,
		originalTitle: item.originalTitle,
		year: item.year,
		overview: item.overview,
		genres: item.genres,
		certification: item.certification,
		runtimeMinutes: item.runtime,
		posterPath: picture(item, 'poster'),
		backdropPath: picture(item, 'fanart'),
		status: item.status,
		addedAt: time(item.added),
		monitored: item.monitored,
		profileId: profile?.id,
		profileName: profile?.name,
		tags: item.tags.flatMap((id) => tags.get(id) ?? []).toSorted(),
		path: item.path
	};
}

export const movieItem = (movie: ArrMovie, names: Names): BringItem => ({
	...shared(movie, names),
	kind: 'movie',
	ids: { tmdb: movie.tmdbId, imdb: movie.imdbId },
	studio: movie.studio,
	availability: availabilities[movie.minimumAvailability ?? ''],
	dates: {
		inCinemas: day(movie.inCinemas),
		digitalRelease: day(movie.digitalRelease),
		physicalRelease: day(movie.physicalRelease)
	},
	seasons: []
});

export const seriesItem = (series: ArrSeries, names: Names): BringItem => ({
	...shared(series, names),
	kind: 'series',
	ids: { tmdb: series.tmdbId, imdb: series.imdbId, tvdb: series.tvdbId, tvmaze: series.tvMazeId },
	studio: series.network,
	seriesType: seriesTypes.has(series.seriesType ?? '')
		? (series.seriesType as 'standard' | 'anime' | 'daily')
		: undefined,
	monitorNew: series.monitorNewItems === undefined ? undefined : series.monitorNewItems !== 'none',
	seasonFolders: series.seasonFolder,
	dates: { firstAired: day(series.firstAired), lastAired: day(series.lastAired) },
	seasons: series.seasons.map(({ seasonNumber, monitored }) => ({ number: seasonNumber, monitored }))
});
