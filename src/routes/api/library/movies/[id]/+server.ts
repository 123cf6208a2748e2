import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'One of the films, with everything known about it',
		tags: ['Library'],
		params: z.object({ id: z.number().int() })
	},
	({ app, params, actor }) => app.library.movie(params.id, actor.userId)
);
