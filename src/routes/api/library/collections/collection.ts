import { z } from 'zod';

export const minimumAvailability = z.enum(['announced', 'in-cinemas', 'released']);

export const collectionLine = z
	.object({
		id: z.number().int(),
		tmdbId: z.number().int().nullable(),
		name: z.string(),
		overview: z.string().nullable(),
		posterPath: z.string().nullable(),
		backdropPath: z.string().nullable(),
		films: z.number().meta({ description: 'In the library' }),
		have: z.number().meta({ description: 'With a file' }),
		all: z.number().meta({ description: 'As TMDB knows it' }),
		monitored: z.boolean(),
		profileId: z.string().nullable(),
		rootFolderId: z.number().nullable(),
		minimumAvailability: minimumAvailability.nullable().meta({ description: 'Of films that come to it' })
	})
	.meta({ id: 'Collection' });
