import { api } from '#server/platform/web.ts';
import { look, lookParams } from '../../import.ts';

export const GET = api(
	{
		access: 'library.edit',
		summary: 'A look, and how far it is',
		tags: ['Import'],
		params: lookParams,
		output: look
	},
	({ app, params: { id } }) => app.imports.get(id)
);

export const DELETE = api(
	{
		access: 'library.edit',
		summary: 'Forget a look',
		description: 'On the disk nothing is touched.',
		tags: ['Import'],
		params: lookParams,
		status: 204
	},
	({ app, params: { id } }) => {
		app.imports.forget(id);
	}
);
