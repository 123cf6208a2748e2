import { z } from 'zod';
import { itemFilter, listedItem } from '#core/library/item-query.ts';
import { api, listOf, listQuery } from '#server/platform/web.ts';
import { ids, moviePatch, withFiles } from '../item.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'List films',
		tags: ['Library'],
		query: listQuery.extend(itemFilter.shape),
		output: listOf(listedItem)
	},
	({ app, query, actor }) => app.library.list('movie', query, actor.userId)
);

export const PATCH = api(
	{
		access: 'library.edit',
		summary: 'Change many films at once',
		tags: ['Library'],
		body: z.strictObject({ ids, set: moviePatch }),
		output: z.object({ changed: z.number().int() })
	},
	({ app, body }) => {
		app.library.edit('movie', body.ids, body.set);
		return { changed: body.ids.length };
	}
);

export const DELETE = api(
	{
		access: 'library.delete',
		summary: 'Delete many films',
		tags: ['Library'],
		body: z.strictObject({ ids, files: withFiles }),
		output: z.object({ undoIds: z.array(z.number().int()) })
	},
	async ({ app, body }) => {
		const undoIds: number[] = [];
		for (const id of body.ids) undoIds.push(await app.library.remove('movie', id, { files: body.files }));
		return { undoIds };
	}
);
