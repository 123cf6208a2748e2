import { z } from 'zod';
import { api } from '#server/platform/web.ts';

const params = z.object({ id: z.string().max(100) });

export const POST = api(
	{
		access: 'library.edit',
		summary: 'Bring back what was deleted, with all that went with it',
		tags: ['Library'],
		params,
		status: 204
	},
	({ app, params, actor }) => app.library.trash.restore(params.id, actor.name)
);

export const DELETE = api(
	{
		access: 'library.delete',
		summary: 'Delete for good',
		tags: ['Library'],
		params,
		status: 204
	},
	({ app, params }) => app.library.trash.remove(params.id)
);
