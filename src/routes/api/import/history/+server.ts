import { z } from 'zod';
import { api, listOf, listQuery } from '#server/platform/web.ts';

const whole = z.number().int();

const entry = z
	.object({
		id: whole,
		at: whole,
		byName: z.string().nullable(),
		outcome: z.enum(['imported', 'failed']),
		fault: z.string().nullable(),
		fromPath: z.string(),
		toPath: z.string().nullable(),
		placedBy: z.string().nullable(),
		kind: z.enum(['movie', 'series']).nullable(),
		movieId: whole.nullable(),
		seriesId: whole.nullable(),
		title: z.string().nullable(),
		episodes: z.array(z.string()),
		fileId: whole.nullable(),
		quality: z.string().nullable(),
		sizeBytes: whole,
		replaced: z.array(z.object({ path: z.string(), quality: z.string().nullable() })),
		undoneAt: whole.nullable().meta({ description: 'When the import was taken back' })
	})
	.meta({ id: 'ImportHistoryEntry' });

export const GET = api(
	{
		access: 'library.read',
		summary: 'What was imported, from where, to where, by whom',
		tags: ['Import'],
		query: listQuery.omit({ sort: true }).extend({
			movie: whole.optional(),
			series: whole.optional(),
			outcome: z.enum(['imported', 'failed']).optional()
		}),
		output: listOf(entry)
	},
	({ app, query }) => app.imports.history(query)
);
