import { z } from 'zod';

const pattern = z.string().trim().min(1).max(1000);

/** The patterns of a library. */
export const namingFormats = z.object({
	movieFolder: pattern,
	movieFile: pattern,
	seriesFolder: pattern,
	seasonFolder: pattern,
	specialsFolder: pattern,
	episode: pattern,
	dailyEpisode: pattern,
	animeEpisode: pattern,
	artistFolder: pattern,
	albumFolder: pattern,
	track: pattern
});

export type NamingFormats = z.output<typeof namingFormats>;
export type FormatName = keyof NamingFormats;
export type SeriesKind = 'standard' | 'daily' | 'anime';

export const episodeFormats: Record<SeriesKind, FormatName> = {
	standard: 'episode',
	daily: 'dailyEpisode',
	anime: 'animeEpisode'
};
