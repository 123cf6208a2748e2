import { z } from 'zod';
import { api } from '#server/platform/web.ts';

const params = z.object({ id: z.string().max(200) });

export const GET = api(
	{ access: 'signed-in', summary: 'One profile', tags: ['Releases'], params },
	({ app, params }) => app.profiles.profiles.get(params.id)
);

export const DELETE = api(
	{
		access: 'settings.manage',
		summary: 'Delete an own profile, or return a changed one to how it shipped',
		tags: ['Releases'],
		params
	},
	({ app, params }) => app.profiles.profiles.remove(params.id)
);
