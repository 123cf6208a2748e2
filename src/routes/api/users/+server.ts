import { newPerson, person } from '#core/access/person-schema.ts';
import { api, listOf } from '#server/platform/web.ts';

export const GET = api(
	{ access: 'users.manage', summary: 'List people', tags: ['People'], output: listOf(person) },
	({ app }) => {
		const items = app.accounts.people.list();
		return { items, total: items.length };
	}
);

export const POST = api(
	{
		access: 'users.manage',
		summary: 'Add a person',
		tags: ['People'],
		body: newPerson,
		output: person,
		status: 201
	},
	({ app, body }) => app.accounts.people.add(body)
);
