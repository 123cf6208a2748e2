import { z } from 'zod';
import { monitorChoices } from '#core/library/monitoring.ts';

export const idParams = z.object({ id: z.number().int() });

/** A source and a name in it, as the list of pictures and an upload answer it. */
const picture = z
	.string()
	.max(300)
	.regex(/^[a-z]+\/(?!.*\.\.)[\w./~+-]+$/i, 'This is no picture that Bijou knows.');

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
	posterPath: picture.nullable(),
	backdropPath: picture.nullable(),
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
		seasonFolders: z.boolean()
	})
	.partial()
	.meta({ id: 'SeriesPatch', description: 'Facts that are set here are locked against refreshes.' });

export const seasonParams = z.object({ id: z.number().int(), number: z.number().int() });

export const seasonPatch = z
	.strictObject({
		monitored: z.boolean(),
		posterPath: picture.nullable().meta({ description: 'Kept against refreshes; null for the usual one' })
	})
	.partial()
	.meta({ id: 'SeasonPatch' });

export const ids = z.array(z.number().int()).min(1).max(5000);

export const target = z
	.strictObject({ source: z.enum(['tmdb', 'tvmaze']), id: z.number().int().positive() })
	.meta({ id: 'MatchTarget' });

export const undoable = z.object({
	undoId: z.number().int().meta({ description: 'For POST /api/library/undo' })
});
export const matched = z
	.object({ kind: z.enum(['movie', 'series']), id: z.number().int(), undoId: z.number().int() })
	.meta({ id: 'Matched' });
export const startedJob = z.object({ jobId: z.number().int() });
export const withFiles = z
	.boolean()
	.default(false)
	.meta({ description: 'Move the files to the trash as well' });

const newItem = {
	tmdbId: z.number().int().positive(),
	imdbId: z.string().regex(/^tt\d{6,9}$/),
	rootFolderId: z.number().int().meta({ description: 'The first folder of its kind when left out' }),
	profileId: z.string().max(200).nullable().meta({ description: 'As its library has it when left out' }),
	tags: z.array(z.string().trim().min(1).max(100)).max(50)
};

export const newMovie = z
	.strictObject({
		...newItem,
		monitored: z.boolean(),
		minimumAvailability: z.enum(['announced', 'in-cinemas', 'released'])
	})
	.partial()
	.refine(({ tmdbId, imdbId }) => tmdbId !== undefined || imdbId !== undefined, {
		error: 'Give an id: tmdbId or imdbId.'
	})
	.meta({ id: 'NewMovie' });

export const newSeries = z
	.strictObject({
		...newItem,
		tvdbId: z.number().int().positive(),
		tvmazeId: z.number().int().positive(),
		monitor: z.enum(monitorChoices).meta({ description: 'Which episodes are looked for; all by default' }),
		seriesType: z.enum(['standard', 'anime', 'daily']),
		seasonFolders: z.boolean()
	})
	.partial()
	.refine(
		(given) => [given.tmdbId, given.tvdbId, given.tvmazeId, given.imdbId].some((id) => id !== undefined),
		{
			error: 'Give an id: tmdbId, tvdbId, tvmazeId or imdbId.'
		}
	)
	.meta({ id: 'NewSeries' });

export const addedItem = z
	.object({
		kind: z.enum(['movie', 'series']),
		id: z.number().int(),
		title: z.string(),
		undoId: z.number().int().meta({ description: 'For POST /api/library/undo' })
	})
	.meta({ id: 'AddedItem' });
