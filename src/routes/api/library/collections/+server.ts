import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { collectionLine } from './collection.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'List collections of films',
		tags: ['Library'],
		output: z.object({ items: z.array(collectionLine), total: z.number() })
	},
	({ app }) => {
		const items = app.library.pages.collections();
		return { items, total: items.length };
	}
);
