import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const DELETE = api(
	{
		access: 'users.manage',
		summary: 'Withdraw an invitation',
		tags: ['People'],
		params: z.object({ id: z.number().int() }),
		status: 204
	},
	({ app, params }) => app.accounts.invitations.remove(params.id)
);
