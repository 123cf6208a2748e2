import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'settings.manage',
		summary: 'Folders of the server, to choose a root folder from',
		tags: ['Library'],
		query: z.object({ path: z.string().max(4000).default('/') }),
		output: z.object({ path: z.string(), folders: z.array(z.string()) })
	},
	({ app, query }) => app.library.roots.browse(query.path)
);
