import { z } from 'zod';

/** What a list of films or series can be narrowed by; the pages' addresses and the API share it. */
export const itemFilter = z.object({
	library: z.number().int().optional(),
	monitored: z.boolean().optional(),
	files: z.enum(['have', 'missing']).optional().meta({ description: 'With a file, or without one' }),
	resolution: z.string().max(10).optional(),
	genre: z.string().max(60).optional(),
	yearFrom: z.number().int().optional(),
	yearTo: z.number().int().optional(),
	collection: z.number().int().optional(),
	tag: z.number().int().optional(),
	profile: z.string().max(200).optional().meta({ description: 'That it follows' }),
	watched: z.boolean().optional().meta({ description: 'Of the person who asks' }),
	letter: z.string().max(4).optional().meta({ description: 'First letter, # for none' })
});

export const listedItem = z.object({
	id: z.number(),
	title: z.string(),
	year: z.number().nullable(),
	posterPath: z.string().nullable(),
	rating: z.number().nullable(),
	genres: z.array(z.string()),
	monitored: z.boolean(),
	fileCount: z.number(),
	sizeBytes: z.number(),
	addedAt: z.number(),
	profileId: z
		.string()
		.nullable()
		.meta({ description: 'The profile it follows by its own word or that of its library' }),
	quality: z.string().nullable(),
	status: z.string().nullable(),
	episodeCount: z.number(),
	episodeFileCount: z.number(),
	watched: z.boolean(),
	progress: z.number()
});

export const foundItem = z.object({
	kind: z.enum(['movie', 'series', 'person']),
	id: z.number(),
	title: z.string(),
	year: z.number().nullable(),
	posterPath: z.string().nullable(),
	fileCount: z.number()
});

/** What the wall of posters knows besides. */
export const shelfItem = z.object({
	tint: z.string().nullable().meta({ description: 'Its main colour, for CSS' }),
	blur: z.string().nullable().meta({ description: 'A few pixels of the poster as a data address' })
});
export type ShelfItem = z.output<typeof listedItem> & z.output<typeof shelfItem>;
export type ItemFilterQuery = z.output<typeof itemFilter>;
