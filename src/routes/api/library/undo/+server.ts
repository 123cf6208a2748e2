import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'library.edit',
		summary: 'What can be undone, latest first',
		tags: ['Library'],
		output: z.object({
			items: z.array(
				z.object({
					id: z.number().int(),
					title: z.string(),
					createdAt: z.number(),
					undoneAt: z.number().nullable()
				})
			)
		})
	},
	({ app }) => ({ items: app.library.undoable() })
);

export const POST = api(
	{
		access: 'library.edit',
		summary: 'Undo a deletion or a renaming',
		tags: ['Library'],
		body: z.strictObject({ id: z.number().int() }),
		output: z.object({ title: z.string() })
	},
	({ app, body }) => app.library.undo(body.id)
);
