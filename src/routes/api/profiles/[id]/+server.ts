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
		description:
			'A profile that titles, libraries or collections follow is only deleted together with `to`: the profile they follow from then on, or `usual` for what their library or the house says.',
		tags: ['Releases'],
		params,
		query: z.object({ to: z.string().max(200).optional() }),
		output: z.object({
			undoId: z
				.number()
				.int()
				.exactOptional()
				.meta({ description: 'Gives its titles back, for POST /api/library/undo' })
		})
	},
	({ app, params, query: { to } }) =>
		app.library.following.removeProfile(params.id, to === 'usual' ? null : to)
);
