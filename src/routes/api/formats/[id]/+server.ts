import { z } from 'zod';
import { api } from '#server/platform/web.ts';

const params = z.object({ id: z.string().max(200) });

export const GET = api(
	{ access: 'signed-in', summary: 'One format', tags: ['Releases'], params },
	({ app, params }) => app.profiles.formats.get(params.id)
);

export const DELETE = api(
	{
		access: 'settings.manage',
		summary: 'Delete an own format, or return a changed one to how it shipped',
		tags: ['Releases'],
		params
	},
	({ app, params }) => app.profiles.formats.remove(params.id)
);
