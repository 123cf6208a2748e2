import { startFakeArr, type FakeArr } from './arr.ts';

export interface RadarrMovie {
	id: number;
	title: string;
	year: number;
	tmdbId: number;
	imdbId?: string;
	path: string;
	monitored?: boolean;
	tags?: number[];
	qualityProfileId?: number;
	minimumAvailability?: string;
}

const resource = (movie: RadarrMovie) => ({
	originalTitle: movie.title,
	originalLanguage: { id: 1, name: 'English' },
	sortTitle: movie.title.toLowerCase(),
	status: 'released',
	overview: `What happens in "${movie.title}" [with {brackets} and a \\ in it].`,
	inCinemas: `${movie.year}-12-15T00:00:00Z`,
	images: [
		{
			coverType: 'poster',
			url: `/MediaCover/${movie.id}/poster.jpg`,
			remoteUrl: `https://image.tmdb.org/t/p/original/m${movie.id}.jpg`
		}
	],
	hasFile: true,
	studio: 'Studio One',
	monitored: true,
	minimumAvailability: 'released',
	runtime: 120,
	certification: 'R',
	genres: ['Crime'],
	qualityProfileId: 1,
	tags: [],
	added: '2020-02-03T04:05:06Z',
	...movie
});

export interface FakeRadarr extends FakeArr {
	movies: RadarrMovie[];
}

export async function startFakeRadarr(): Promise<FakeRadarr> {
	const movies: RadarrMovie[] = [];
	const server = await startFakeArr('Radarr', (name) =>
		name === 'movie' ? movies.map(resource) : undefined
	);
	return Object.assign(server, { movies });
}

export const radarrEvent = (
	id: number,
	movieId: number,
	eventType: string,
	sourceTitle: string,
	date = '2021-05-06T07:08:09Z'
) => ({
	id,
	movieId,
	sourceTitle,
	languages: [{ id: 1, name: 'English' }],
	quality: { quality: { id: 7, name: 'Bluray-1080p' }, revision: { version: 1, real: 0, isRepack: false } },
	customFormatScore: 0,
	date,
	downloadId: `D${id}`,
	eventType,
	data: { indexer: 'Some indexer', downloadUrl: 'https://indexer.example/dl?apikey=secret', size: '123' }
});
