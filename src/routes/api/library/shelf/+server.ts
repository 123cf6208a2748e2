import { z } from 'zod';
import { itemFilter, listedItem, shelfItem } from '#core/library/item-query.ts';
import { api, listOf, listQuery } from '#server/platform/web.ts';
import { shelfPage } from '../../../shelf-page.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'List films or series as a wall of posters shows them, with a blur for each',
		tags: ['Library'],
		query: listQuery.extend(itemFilter.shape).extend({ kind: z.enum(['movie', 'series']) }),
		output: listOf(listedItem.extend(shelfItem.shape))
	},
	({ app, query: { kind, ...query }, actor }) => shelfPage(app, kind, query, actor.userId)
);
