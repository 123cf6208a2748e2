import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'library.edit',
		summary: 'Folders of the server that what was typed may become',
		tags: ['Import'],
		query: z.object({ path: z.string().max(4096).default('/') }),
		output: z.object({ folders: z.array(z.string()) })
	},
	async ({ app, query }) => ({ folders: await app.imports.complete(query.path) })
);
