import { z } from 'zod';
import { foundItem } from '#core/library/item-query.ts';
import { api } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'Find films, series and people by name',
		tags: ['Library'],
		query: z.object({ q: z.string().min(1).max(200), limit: z.number().int().min(1).max(50).default(20) }),
		output: z.object({ items: z.array(foundItem) })
	},
	({ app, query }) => ({ items: app.library.search(query.q, query.limit) })
);
