import { z } from 'zod';
import { itemFilter, listedItem } from '#core/library/item-query.ts';
import { api, listOf, listQuery } from '#server/platform/web.ts';
import { addedItem, ids, moviePatch, newMovie, withFiles } from '../item.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'List films',
		tags: ['Library'],
		steady: true,
		query: listQuery.extend(itemFilter.shape),
		output: listOf(listedItem)
	},
	({ app, query, actor }) => app.library.list('movie', query, actor.userId)
);

export const POST = api(
	{
		access: 'library.edit',
		summary: 'Add a film by an id of TMDB or IMDb',
		description:
			'Takes it in with its metadata, wanted whether or not there are files of it. Answers 409 with `details.id` when it is here already.',
		tags: ['Library'],
		body: newMovie,
		output: addedItem,
		status: 201,
		maxBytes: 20_000
	},
	({ app, actor, body: { tmdbId, imdbId, ...wish }, signal }) =>
		app.library.add({ ...wish, kind: 'movie', by: actor.name, ids: { tmdb: tmdbId, imdb: imdbId } }, signal)
);

export const PATCH = api(
	{
		access: 'library.edit',
		summary: 'Change many films at once',
		tags: ['Library'],
		body: z.strictObject({ ids, set: moviePatch }),
		output: z.object({ changed: z.number().int(), undoId: z.number().int().optional() })
	},
	({ app, body, actor }) => {
		const undoId = app.library.edit('movie', body.ids, body.set, actor.name);
		return { changed: body.ids.length, ...(undoId !== undefined && { undoId }) };
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
	async ({ app, body, actor }) => {
		const undoIds: number[] = [];
		for (const id of body.ids)
			undoIds.push(await app.library.remove('movie', id, { files: body.files }, actor.name));
		return { undoIds };
	}
);
