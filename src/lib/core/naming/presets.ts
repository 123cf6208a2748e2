import type { NamingFormats } from './naming-formats.ts';

export interface NamingPreset {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly formats: NamingFormats;
}

const traits =
	'{[MediaInfo 3D]}{[Custom Formats]}{[Quality Full]}{[MediaInfo VideoDynamicRangeType]}{[MediaInfo AudioCodec}{ MediaInfo AudioChannels]}{[MediaInfo VideoCodec]}{-Release Group}';

const music = {
	artistFolder: '{Artist Name}',
	albumFolder: '{Album Title} ({Release Year})',
	track: '{medium:0}{track:00} - {Track Title}'
};

interface Server {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly movieId: string;
	readonly seriesId: string;
	readonly edition: string;
	readonly specialsFolder: string;
}

const servers: readonly Server[] = [
	{
		id: 'jellyfin',
		title: 'Jellyfin',
		description: 'Ids in square brackets, versions told apart behind a dash.',
		movieId: '[tmdbid-{TmdbId}]',
		seriesId: '[tvdbid-{TvdbId}]',
		edition: '{ - {Edition Tags}}',
		specialsFolder: 'Season 00'
	},
	{
		id: 'plex',
		title: 'Plex',
		description: 'Ids and editions in braces.',
		movieId: '{tmdb-{TmdbId}}',
		seriesId: '{tvdb-{TvdbId}}',
		edition: '{edition-{Edition Tags}}',
		specialsFolder: 'Specials'
	},
	{
		id: 'emby',
		title: 'Emby',
		description: 'Ids in square brackets, without "id" in front.',
		movieId: '[tmdb-{TmdbId}]',
		seriesId: '[tvdb-{TvdbId}]',
		edition: '{ - {Edition Tags}}',
		specialsFolder: 'Specials'
	},
	{
		id: 'kodi',
		title: 'Kodi',
		description: 'Plain names; Kodi reads ids from NFO files.',
		movieId: '',
		seriesId: '',
		edition: '{ - {Edition Tags}}',
		specialsFolder: 'Season 00'
	}
];

const series = '{Series TitleWithoutYear} ({Series Year})';

const presetOf = ({ movieId, seriesId, edition, specialsFolder, ...named }: Server): NamingPreset => ({
	...named,
	formats: {
		movieFolder: `{Movie CleanTitle} ({Release Year}) ${movieId}`.trim(),
		movieFile: `{Movie CleanTitle} ({Release Year}) ${movieId} ${edition} ${traits}`.replace(/ +/g, ' '),
		seriesFolder: `${series} ${seriesId}`.trim(),
		seasonFolder: 'Season {season:00}',
		specialsFolder,
		episode: `${series} - S{season:00}E{episode:00}{ - {Episode Title}} ${traits}`,
		dailyEpisode: `${series} - {Air-Date}{ - {Episode Title}} ${traits}`,
		animeEpisode: `${series} - S{season:00}E{episode:00}{ - {absolute:000}}{ - {Episode Title}} {MediaInfo AudioLanguages}${traits}`,
		...music
	}
});

const minimal: NamingPreset = {
	id: 'minimal',
	title: 'Minimal',
	description: 'Title, year and numbers; nothing about the file.',
	formats: {
		movieFolder: '{Movie Title} ({Release Year})',
		movieFile: '{Movie Title} ({Release Year}){ - {Edition Tags}}',
		seriesFolder: series,
		seasonFolder: 'Season {season:00}',
		specialsFolder: 'Specials',
		episode: `${series} - S{season:00}E{episode:00}{ - {Episode Title}}`,
		dailyEpisode: `${series} - {Air-Date}{ - {Episode Title}}`,
		animeEpisode: `${series} - S{season:00}E{episode:00}{ - {absolute:000}}{ - {Episode Title}}`,
		...music
	}
};

const original: NamingPreset = {
	id: 'original',
	title: 'Original release names',
	description: 'Files keep the names they were released under, in tidy folders.',
	formats: {
		...minimal.formats,
		movieFile: '{Original Title}',
		episode: '{Original Title}',
		dailyEpisode: '{Original Title}',
		animeEpisode: '{Original Title}'
	}
};

export const namingPresets: readonly NamingPreset[] = [...servers.map(presetOf), minimal, original];
export const defaultFormats: NamingFormats = namingPresets[0]!.formats;
