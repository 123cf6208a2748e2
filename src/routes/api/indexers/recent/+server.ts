import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'search.use',
		summary: 'The newest releases that feeds have shown',
		tags: ['Indexers'],
		query: z.object({ limit: z.number().int().min(1).max(500).default(50) }),
		output: z.object({
			items: z.array(
				z.object({
					id: z.number().int(),
					indexerId: z.number().int(),
					title: z.string(),
					protocol: z.enum(['torrent', 'usenet']),
					categories: z.array(z.number().int()),
					sizeBytes: z.number().nullable(),
					publishedAt: z.number().nullable(),
					seenAt: z.number()
				})
			)
		})
	},
	({ app, query }) => ({ items: app.indexers.recent(query.limit) })
);
