import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { library, libraryFields } from './library.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'List libraries',
		tags: ['Library'],
		output: z.object({ items: z.array(library) })
	},
	({ app }) => ({ items: app.library.roots.libraries.list() })
);

export const POST = api(
	{
		access: 'settings.manage',
		summary: 'Add a library',
		tags: ['Library'],
		body: libraryFields,
		output: library,
		status: 201
	},
	({ app, body }) => app.library.roots.libraries.add(body)
);
