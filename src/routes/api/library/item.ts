import { z } from 'zod';

export const idParams = z.object({ id: z.number().int() });

const facts = {
	title: z.string().trim().min(1).max(500),
	sortTitle: z.string().trim().min(1).max(500),
	originalTitle: z.string().max(500).nullable(),
	year: z.number().int().min(1850).max(2200).nullable(),
	overview: z.string().max(20_000).nullable(),
	tagline: z.string().max(2000).nullable(),
	genres: z.array(z.string().min(1).max(100)).max(50),
	studios: z.array(z.string().min(1).max(200)).max(50),
	certification: z.string().max(50).nullable(),
	runtimeMinutes: z.number().int().min(0).max(100_000).nullable(),
	posterPath: z.string().max(500).nullable(),
	backdropPath: z.string().max(500).nullable(),
	trailerUrl: z.url({ protocol: /^https?$/ }).nullable(),
	monitored: z.boolean(),
	profileId: z.string().max(200).nullable(),
	libraryId: z.number().int(),
	lockedFields: z
		.array(z.string().max(50))
		.max(50)
		.meta({ description: 'The whole list; unlocks what is left out' }),
	addTags: z.array(z.string().trim().min(1).max(100)).max(50),
	removeTags: z.array(z.string().trim().min(1).max(100)).max(50)
};

export const moviePatch = z
	.strictObject({ ...facts, minimumAvailability: z.enum(['announced', 'in-cinemas', 'released']) })
	.partial()
	.meta({ id: 'MoviePatch', description: 'Facts that are set here are locked against refreshes.' });

export const seriesPatch = z
	.strictObject({
		...facts,
		seriesType: z.enum(['standard', 'anime', 'daily']),
		monitorNew: z.boolean(),
		seasonFolders: z.boolean(),
		episodeGroup: z
			.string()
			.max(100)
			.nullable()
			.meta({ description: 'A TMDB episode group; takes effect with the next refresh' })
	})
	.partial()
	.meta({ id: 'SeriesPatch', description: 'Facts that are set here are locked against refreshes.' });

export const ids = z.array(z.number().int()).min(1).max(5000);

export const target = z
	.strictObject({ source: z.enum(['tmdb', 'tvmaze']), id: z.number().int().positive() })
	.meta({ id: 'MatchTarget' });

export const undoable = z.object({
	undoId: z.number().int().meta({ description: 'For POST /api/library/undo' })
});
export const startedJob = z.object({ jobId: z.number().int() });
export const withFiles = z
	.boolean()
	.default(false)
	.meta({ description: 'Move the files to the trash as well' });
