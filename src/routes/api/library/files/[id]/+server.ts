import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { ids, idParams, undoable } from '../../item.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'One file: what it holds, and what lies beside it',
		tags: ['Library'],
		params: idParams
	},
	({ app, params }) => app.library.file(params.id)
);

export const PATCH = api(
	{
		access: 'library.edit',
		summary: 'Say which episodes a file holds',
		tags: ['Library'],
		params: idParams,
		body: z.strictObject({ episodeIds: ids })
	},
	({ app, params, body }) => {
		app.library.setEpisodes(params.id, body.episodeIds);
		return app.library.file(params.id);
	}
);

export const DELETE = api(
	{
		access: 'library.delete',
		summary: 'Move a file with its subtitles to the trash',
		tags: ['Library'],
		params: idParams,
		output: undoable
	},
	async ({ app, params }) => ({ undoId: await app.library.removeFile(params.id) })
);
