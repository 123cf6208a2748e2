import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { idParams, moviePatch, undoable, withFiles } from '../../item.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'One of the films, with everything known about it',
		tags: ['Library'],
		params: idParams
	},
	({ app, params, actor }) => app.library.movie(params.id, actor.userId)
);

export const PATCH = api(
	{
		access: 'library.edit',
		summary: 'Change one of the films',
		tags: ['Library'],
		params: idParams,
		body: moviePatch
	},
	({ app, params, body, actor }) => {
		const undoId = app.library.edit('movie', [params.id], body, actor.name);
		return { ...app.library.movie(params.id, actor.userId), ...(undoId !== undefined && { undoId }) };
	}
);

export const DELETE = api(
	{
		access: 'library.delete',
		summary: 'Delete one of the films',
		tags: ['Library'],
		params: idParams,
		query: z.object({ files: withFiles }),
		output: undoable
	},
	async ({ app, params, query, actor }) => ({
		undoId: await app.library.remove('movie', params.id, query, actor.name)
	})
);
