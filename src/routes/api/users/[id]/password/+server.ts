import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const POST = api(
	{
		access: 'users.manage',
		summary: 'Give somebody a new password',
		description: 'Ends all their sessions and lifts a lock-out.',
		tags: ['People'],
		body: z.object({ password: z.string().max(1000) }),
		status: 204
	},
	({ app, params, body }) => app.accounts.people.resetPassword(params['id']!, body.password)
);
