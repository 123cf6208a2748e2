import { z } from 'zod';
import { api, listOf, listQuery } from '#server/platform/web.ts';

const event = z
	.object({
		id: z.number().int(),
		app: z.enum(['sonarr', 'radarr']),
		movieId: z.number().nullable(),
		seriesId: z.number().nullable(),
		episodeId: z.number().nullable(),
		event: z.enum(['grabbed', 'imported', 'failed', 'deleted', 'renamed', 'ignored']),
		at: z.number(),
		sourceTitle: z.string(),
		quality: z.string().nullable(),
		details: z.record(z.string(), z.string())
	})
	.meta({ id: 'BroughtEvent' });

export const GET = api(
	{
		access: 'library.read',
		summary: 'What happened to films and series before they came to Bijou, newest first',
		tags: ['Bringing along'],
		query: listQuery.omit({ sort: true }).extend({
			movie: z.number().int().optional(),
			series: z.number().int().optional()
		}),
		output: listOf(event)
	},
	({ app, query }) => app.library.bring.history(query)
);
