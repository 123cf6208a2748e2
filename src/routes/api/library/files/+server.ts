import { z } from 'zod';
import { api, listOf, listQuery } from '#server/platform/web.ts';

const listedFile = z
	.object({
		id: z.number().int(),
		rootFolderId: z.number().int(),
		path: z.string(),
		sizeBytes: z.number(),
		state: z.enum(['present', 'missing', 'trashed']),
		role: z.enum(['main', 'part', 'extra', 'sample']),
		extraType: z.string().nullable(),
		part: z.number().int().nullable(),
		movieId: z.number().int().nullable(),
		seriesId: z.number().int().nullable(),
		quality: z.string().nullable(),
		resolution: z.string().nullable(),
		edition: z.string().nullable(),
		probeFault: z.string().nullable(),
		addedAt: z.number()
	})
	.meta({ id: 'LibraryFile' });

export const GET = api(
	{
		access: 'library.read',
		summary: 'List files, newest first',
		tags: ['Library'],
		query: listQuery.omit({ sort: true }).extend({
			state: z.enum(['present', 'missing', 'trashed']).default('present'),
			movie: z.number().int().optional(),
			series: z.number().int().optional(),
			root: z.number().int().optional(),
			unidentified: z
				.boolean()
				.optional()
				.meta({ description: 'Only those that belong to no film or series yet' })
		}),
		output: listOf(listedFile)
	},
	({ app, query }) => app.library.files(query)
);
