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
		summary: 'Say which episodes a file holds, or which film it is',
		description: 'What is said here stays, whatever a scan thinks later.',
		tags: ['Library'],
		params: idParams,
		body: z.union([z.strictObject({ episodeIds: ids }), z.strictObject({ movieId: z.number().int() })])
	},
	({ app, params, body, actor }) => {
		const undoId = app.library.assignFile(params.id, body, actor.name);
		return { ...app.library.file(params.id), undoId };
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
	async ({ app, params, actor }) => ({ undoId: await app.library.removeFile(params.id, actor.name) })
);
