import { z } from 'zod';
import { itemFilter, listedItem } from '#core/library/item-query.ts';
import { api, listOf, listQuery } from '#server/platform/web.ts';
import { addedItem, ids, newSeries, seriesPatch, withFiles } from '../item.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'List series',
		tags: ['Library'],
		steady: true,
		query: listQuery.extend(itemFilter.shape),
		output: listOf(listedItem)
	},
	({ app, query, actor }) => app.library.list('series', query, actor.userId)
);

export const POST = api(
	{
		access: 'library.edit',
		summary: 'Add a series by an id of TMDB, TheTVDB, TVmaze or IMDb',
		description:
			'Takes it in with its metadata, wanted whether or not there are files of it. Answers 409 with `details.id` when it is here already.',
		tags: ['Library'],
		body: newSeries,
		output: addedItem,
		status: 201,
		maxBytes: 20_000
	},
	({ app, actor, body: { tmdbId, imdbId, tvdbId, tvmazeId, ...wish }, signal }) =>
		app.library.add(
			{
				...wish,
				kind: 'series',
				by: actor.name,
				ids: { tmdb: tmdbId, imdb: imdbId, tvdb: tvdbId, tvmaze: tvmazeId }
			},
			signal
		)
);

export const PATCH = api(
	{
		access: 'library.edit',
		summary: 'Change many series at once',
		tags: ['Library'],
		body: z.strictObject({ ids, set: seriesPatch }),
		output: z.object({ changed: z.number().int(), undoId: z.number().int().optional() })
	},
	({ app, body, actor }) => {
		const undoId = app.library.edit('series', body.ids, body.set, actor.name);
		return { changed: body.ids.length, ...(undoId !== undefined && { undoId }) };
	}
);

export const DELETE = api(
	{
		access: 'library.delete',
		summary: 'Delete many series',
		tags: ['Library'],
		body: z.strictObject({ ids, files: withFiles }),
		output: z.object({ undoIds: z.array(z.number().int()) })
	},
	async ({ app, body, actor }) => {
		const undoIds: number[] = [];
		for (const id of body.ids)
			undoIds.push(await app.library.remove('series', id, { files: body.files }, actor.name));
		return { undoIds };
	}
);
