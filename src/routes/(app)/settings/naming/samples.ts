import { episodePath, moviePath } from '#core/naming/item-paths.ts';
import type { NameSubject } from '#core/naming/name-subject.ts';
import type { NamingFormats } from '#core/naming/naming-formats.ts';
import type { NamingStyle } from '#core/naming/naming-style.ts';

const file = {
	quality: 'Bluray-1080p',
	group: 'NORTH',
	media: {
		videoCodec: 'x265',
		bitDepth: 10,
		audioCodec: 'DTS-HD MA',
		audioChannels: '5.1',
		audioLanguages: ['en', 'de']
	}
};
const film: NameSubject = {
	...file,
	title: 'Metropolis: The Restored City',
	year: 1927,
	ids: { tmdb: 19, imdb: 'tt0017136' },
	edition: 'Restored',
	releaseName: 'Metropolis.1927.Restored.1080p.BluRay.x265-NORTH',
	fileName: 'metropolis'
};
const series: NameSubject = {
	...file,
	title: 'The Lantern House',
	year: 2019,
	ids: { tvdb: 312345, tmdb: 4711 },
	quality: 'WEBDL-1080p',
	releaseName: 'The.Lantern.House.S02E05.1080p.WEB-DL-NORTH',
	fileName: 'lantern'
};
const episode = (number: number, title: string, absolute: number) => ({ number, title, absolute });

export interface Sample {
	title: string;
	path: string;
}

/** What names come out of these patterns. Titles are English. */
export function samples(formats: NamingFormats, style: NamingStyle): Sample[] {
	const options = { style, extension: '.mkv' };
	const fifth = episode(5, 'What the Sea Returned', 17);
	return [
		{ title: 'A film', path: moviePath(formats, film, options) },
		{
			title: 'An episode',
			path: episodePath(formats, 'standard', { ...series, season: 2, episodes: [fifth] }, options)
		},
		{
			title: 'Three episodes in one file',
			path: episodePath(
				formats,
				'standard',
				{ ...series, season: 2, episodes: [fifth, episode(6, 'Ebb', 18), episode(7, 'Flood', 19)] },
				options
			)
		},
		{
			title: 'A special',
			path: episodePath(
				formats,
				'standard',
				{ ...series, season: 0, episodes: [{ number: 1, title: 'Behind the Curtain' }] },
				options
			)
		},
		{
			title: 'A daily show',
			path: episodePath(
				formats,
				'daily',
				{
					...series,
					title: 'Evening Light',
					season: 2026,
					airDate: '2026-03-14',
					episodes: [episode(64, 'Spring', 64)]
				},
				options
			)
		},
		{
			title: 'Anime',
			path: episodePath(
				formats,
				'anime',
				{ ...series, title: 'Paper Cranes', season: 1, episodes: [episode(12, 'Homecoming', 12)] },
				options
			)
		}
	];
}
