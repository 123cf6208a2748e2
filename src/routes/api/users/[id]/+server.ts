import { person, personChange } from '#core/access/person-schema.ts';
import { api } from '#server/platform/web.ts';

export const GET = api(
	{ access: 'users.manage', summary: 'One person', tags: ['People'], output: person },
	({ app, params }) => app.accounts.people.get(params['id']!)
);

export const PATCH = api(
	{
		access: 'users.manage',
		summary: 'Change name or role, or switch an account off',
		tags: ['People'],
		body: personChange,
		output: person
	},
	({ app, params, body }) => app.accounts.people.change(params['id']!, body)
);

export const DELETE = api(
	{ access: 'users.manage', summary: 'Remove a person', tags: ['People'], status: 204 },
	({ app, params }) => app.accounts.people.remove(params['id']!)
);
