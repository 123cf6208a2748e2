import { itemFilter, listedItem } from '#core/library/item-query.ts';
import { api, listOf, listQuery } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'List series',
		tags: ['Library'],
		query: listQuery.extend(itemFilter.shape),
		output: listOf(listedItem)
	},
	({ app, query, actor }) => app.library.list('series', query, actor.userId)
);
