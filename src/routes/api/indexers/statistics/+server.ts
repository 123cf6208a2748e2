import { z } from 'zod';
import { api } from '#server/platform/web.ts';

const count = z.number().int();

export const GET = api(
	{
		access: 'settings.manage',
		summary: 'How often each indexer was asked, and how it answered',
		tags: ['Indexers'],
		query: z.object({ days: z.number().int().min(1).max(365).default(30) }),
		output: z.object({
			items: z.array(
				z.object({
					indexerId: count,
					searches: count,
					feeds: count,
					grabs: count,
					failures: count,
					found: count,
					meanMs: z.number()
				})
			)
		})
	},
	({ app, query }) => ({ items: app.indexers.statistics(Date.now() - query.days * 86_400_000) })
);
