import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { idParams } from '../../item.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'One episode with its files',
		tags: ['Library'],
		params: idParams
	},
	({ app, params, actor }) => app.library.episode(params.id, actor.userId)
);

export const PATCH = api(
	{
		access: 'library.edit',
		summary: 'Change an episode',
		tags: ['Library'],
		params: idParams,
		body: z.strictObject({ monitored: z.boolean() })
	},
	({ app, params, body, actor }) => {
		app.library.editEpisodes([params.id], body);
		return app.library.episode(params.id, actor.userId);
	}
);
