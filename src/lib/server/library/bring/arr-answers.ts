// The part of the v3 API of Sonarr and Radarr that is used. Unknown numbers are 0 there, unknown texts null or empty.
import { z } from 'zod';

const text = z
	.string()
	.nullish()
	.transform((value) => value || undefined);
const number = z
	.number()
	.nullish()
	.transform((value) => value || undefined);
const flag = z
	.boolean()
	.nullish()
	.transform((value) => value ?? undefined);
const list = <T extends z.ZodType>(item: T) =>
	z
		.array(item)
		.nullish()
		.transform((value) => value ?? []);

export const arrStatus = z.object({ appName: text, instanceName: text, version: z.string() });
export const arrTags = z.array(z.object({ id: z.number(), label: z.string() }));
export const arrRootFolders = z.array(z.object({ id: z.number(), path: z.string() }));
/** Whole: they go on to the import of formats and profiles as they are. */
export const arrFormats = z.array(z.looseObject({ name: z.string() }));
export const arrProfiles = z.array(
	z.looseObject({ id: z.number(), name: z.string(), formatItems: list(z.looseObject({ name: z.string() })) })
);
export type ArrProfile = z.output<typeof arrProfiles>[number];
export type ArrFormat = z.output<typeof arrFormats>[number];

const item = {
	id: z.number(),
	title: z.string().min(1),
	originalTitle: text,
	year: number,
	overview: text,
	genres: list(z.string()),
	certification: text,
	runtime: number,
	images: list(z.object({ coverType: text, remoteUrl: text })),
	path: text,
	qualityProfileId: number,
	monitored: z.boolean(),
	tags: list(z.number()),
	added: text,
	status: text,
	imdbId: text,
	tmdbId: number
};

export const arrMovie = z.object({
	...item,
	studio: text,
	minimumAvailability: text,
	inCinemas: text,
	digitalRelease: text,
	physicalRelease: text
});
export const arrSeries = z.object({
	...item,
	tvdbId: number,
	tvMazeId: number,
	network: text,
	seriesType: text,
	seasonFolder: flag,
	monitorNewItems: text,
	firstAired: text,
	lastAired: text,
	seasons: list(z.object({ seasonNumber: z.number(), monitored: z.boolean() }))
});
export type ArrMovie = z.output<typeof arrMovie>;
export type ArrSeries = z.output<typeof arrSeries>;

export const arrEpisodes = z.array(
	z.object({
		id: z.number(),
		seasonNumber: z.number(),
		episodeNumber: z.number(),
		absoluteEpisodeNumber: number,
		tvdbId: number,
		title: text,
		overview: text,
		airDate: text,
		runtime: number,
		monitored: z.boolean()
	})
);
export type ArrEpisode = z.output<typeof arrEpisodes>[number];

export const arrHistory = z.object({
	totalRecords: z.number(),
	records: z.array(
		z.object({
			id: z.number(),
			movieId: number,
			seriesId: number,
			episode: z.object({ seasonNumber: z.number(), episodeNumber: z.number() }).nullish(),
			sourceTitle: text,
			eventType: z.string(),
			date: z.string(),
			quality: z.object({ quality: z.object({ name: text }).nullish() }).nullish(),
			data: z.record(z.string(), z.unknown()).nullish()
		})
	)
});
export type ArrEvent = z.output<typeof arrHistory>['records'][number];
