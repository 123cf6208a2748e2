import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'All tags',
		tags: ['Library'],
		output: z.object({ items: z.array(z.object({ id: z.number().int(), name: z.string() })) })
	},
	({ app }) => ({ items: app.library.tags() })
);
