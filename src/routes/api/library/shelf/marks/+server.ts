import { z } from 'zod';
import { itemFilter } from '#core/library/item-query.ts';
import { api } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'Where the pages and letters of a list begin, to land anywhere in it',
		tags: ['Library'],
		query: itemFilter.extend({
			kind: z.enum(['movie', 'series']),
			sort: z.string().max(100).optional(),
			every: z.number().int().min(10).max(500).default(50)
		}),
		output: z.object({
			total: z.number().int(),
			cursors: z.array(z.string()),
			letters: z.array(z.object({ letter: z.string(), count: z.number().int() }))
		})
	},
	({ app, query: { kind, every, ...query }, actor }) =>
		app.library.pages.marks(kind, query, actor.userId, every)
);
