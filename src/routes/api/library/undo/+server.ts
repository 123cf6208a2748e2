import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const POST = api(
	{
		access: 'library.edit',
		summary: 'Undo one of the changes',
		tags: ['Library'],
		body: z.strictObject({ id: z.number().int() }),
		output: z.object({ title: z.string() })
	},
	async ({ app, body, actor }) => {
		const { title } = await app.library.undo(body.id, actor.name);
		return { title };
	}
);
