import { api } from '#server/platform/web.ts';

export const DELETE = api(
	{
		access: 'signed-in',
		summary: 'Remove a key',
		description: "One's own; anybody's for those who manage people.",
		tags: ['People'],
		status: 204
	},
	({ app, actor, params }) =>
		app.accounts.keys.remove(params['id']!, actor.permissions.has('users.manage') ? undefined : actor.userId)
);
