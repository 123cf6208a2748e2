import { api } from '#server/platform/web.ts';
import { idParams } from '../../item.ts';
import { library, libraryFields } from '../library.ts';

export const PATCH = api(
	{
		access: 'settings.manage',
		summary: 'Change a library',
		tags: ['Library'],
		params: idParams,
		body: libraryFields.omit({ kind: true }).partial(),
		output: library
	},
	({ app, params, body }) => app.library.roots.libraries.update(params.id, body)
);

export const DELETE = api(
	{
		access: 'settings.manage',
		summary: 'Remove an empty library',
		tags: ['Library'],
		params: idParams,
		status: 204
	},
	({ app, params }) => {
		app.library.roots.libraries.remove(params.id);
	}
);
