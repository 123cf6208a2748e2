import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { rootFolder, skipPatterns } from '../root-folder.ts';

const params = z.object({ id: z.number().int() });

export const GET = api(
	{ access: 'library.read', summary: 'One root folder', tags: ['Library'], params, output: rootFolder },
	({ app, params: { id } }) => app.library.roots.get(id)
);

export const PATCH = api(
	{
		access: 'settings.manage',
		summary: 'Change a root folder',
		tags: ['Library'],
		params,
		body: z.strictObject({
			readOnly: z.boolean().optional(),
			skipPatterns: skipPatterns.optional(),
			libraryId: z.number().int().optional()
		}),
		output: rootFolder
	},
	({ app, params: { id }, body }) => app.library.roots.update(id, body)
);

export const DELETE = api(
	{
		access: 'settings.manage',
		summary: 'Forget a root folder and what was only in it',
		description: 'On the disk nothing is touched.',
		tags: ['Library'],
		params,
		status: 204
	},
	({ app, params: { id } }) => {
		app.library.roots.remove(id);
	}
);
