import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'library.play',
		summary: 'What was begun, and what comes next in what was watched',
		tags: ['Library'],
		query: z.object({ limit: z.number().int().min(1).max(100).default(20) }),
		output: z.object({
			items: z.array(
				z.object({
					kind: z.enum(['movie', 'episode']),
					id: z.number().int(),
					seriesId: z.number().int().nullable(),
					title: z.string(),
					subtitle: z.string().nullable(),
					season: z.number().int().nullable(),
					number: z.number().int().nullable(),
					posterPath: z.string().nullable(),
					backdropPath: z.string().nullable(),
					fileId: z.number().int().nullable(),
					positionSeconds: z.number(),
					durationSeconds: z.number().nullable(),
					updatedAt: z.number()
				})
			)
		})
	},
	({ app, query, actor }) => ({ items: app.library.continueWatching(actor.userId, query.limit) })
);
