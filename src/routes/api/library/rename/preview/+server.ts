import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { renameBody } from '../rename.ts';

const planned = z.object({
	from: z.string(),
	to: z.string(),
	state: z.enum(['same', 'move', 'conflict']),
	conflict: z.string().optional()
});

export const POST = api(
	{
		access: 'library.edit',
		summary: 'What renaming would do, and what it would run into',
		tags: ['Library'],
		body: renameBody,
		output: z.object({
			items: z.array(
				z.object({
					kind: z.enum(['movie', 'series']),
					id: z.number().int(),
					title: z.string(),
					folder: z.object({ from: z.string().nullable(), to: z.string() }),
					renames: z.array(planned),
					blocked: z.string().optional()
				})
			)
		})
	},
	async ({ app, body }) => ({ items: await app.library.previewRename(body.items) })
);
