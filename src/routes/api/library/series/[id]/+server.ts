import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'One of the series, with everything known about it',
		tags: ['Library'],
		params: z.object({ id: z.number().int() })
	},
	({ app, params, actor }) => app.library.series(params.id, actor.userId)
);
