import type { NameSubject } from './name-subject.ts';

export const film: NameSubject = {
	title: 'The River: Día & Night',
	originalTitle: 'Río',
	translations: { de: 'Der Fluss' },
	year: 2011,
	collection: 'The River Collection',
	ids: { tmdb: 603, imdb: 'tt0000603' },
	quality: 'Bluray-1080p',
	proper: true,
	edition: "Director's Cut",
	group: 'GRP',
	formats: ['HDR', 'IMAX'],
	releaseName: 'The.River.2011.1080p.BluRay-GRP',
	media: {
		videoCodec: 'x264',
		audioCodec: 'DTS',
		audioChannels: '5.1',
		audioLanguages: ['en', 'de'],
		dynamicRangeType: 'DV HDR10'
	}
};

export const episode: NameSubject = {
	title: 'A Show (2020)',
	year: 2020,
	ids: { tvdb: 77 },
	season: 1,
	episodes: [{ number: 1, absolute: 13, title: 'Pilot (1)' }],
	airDate: '2020-03-04',
	quality: 'WEBDL-720p'
};

export const doubleEpisode: NameSubject = {
	...episode,
	episodes: [
		...episode.episodes!,
		{ number: 2, absolute: 14, title: 'Pilot (2)' },
		{ number: 3, absolute: 15, title: 'Dawn' }
	]
};
