import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { idParams, seriesPatch, undoable, withFiles } from '../../item.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'One of the series, with everything known about it',
		tags: ['Library'],
		params: idParams
	},
	({ app, params, actor }) => app.library.series(params.id, actor.userId)
);

export const PATCH = api(
	{
		access: 'library.edit',
		summary: 'Change one of the series',
		tags: ['Library'],
		params: idParams,
		body: seriesPatch
	},
	({ app, params, body, actor }) => {
		const undoId = app.library.edit('series', [params.id], body, actor.name);
		return { ...app.library.series(params.id, actor.userId), ...(undoId !== undefined && { undoId }) };
	}
);

export const DELETE = api(
	{
		access: 'library.delete',
		summary: 'Delete one of the series',
		tags: ['Library'],
		params: idParams,
		query: z.object({ files: withFiles }),
		output: undoable
	},
	async ({ app, params, query, actor }) => ({
		undoId: await app.library.remove('series', params.id, query, actor.name)
	})
);
