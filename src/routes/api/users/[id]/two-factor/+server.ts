import { api } from '#server/platform/web.ts';

export const DELETE = api(
	{
		access: 'users.manage',
		summary: 'Take the second factor off',
		description: 'For somebody who lost both the authenticator and the recovery codes.',
		tags: ['People'],
		status: 204
	},
	({ app, params }) => app.accounts.people.removeTwoFactor(params['id']!)
);
