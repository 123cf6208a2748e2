import { z } from 'zod';
import { api } from '#server/platform/web.ts';

const trashed = z
	.object({
		id: z.string(),
		root: z.string(),
		path: z.string(),
		sizeBytes: z.number(),
		isFolder: z.boolean(),
		deletedAt: z.number(),
		leavesAt: z.number().meta({ description: 'When it is deleted for good' }),
		change: z.object({ id: z.number().int(), title: z.string() }).nullable()
	})
	.meta({ id: 'Trashed' });

export const GET = api(
	{
		access: 'library.edit',
		summary: 'What was deleted and can still be brought back',
		tags: ['Library'],
		output: z.object({ items: z.array(trashed), keptDays: z.number() })
	},
	({ app }) => app.library.trash.list()
);

export const DELETE = api(
	{
		access: 'library.delete',
		summary: 'Empty the trash',
		tags: ['Library'],
		output: z.object({ removed: z.number().int() })
	},
	async ({ app }) => ({ removed: await app.library.trash.empty() })
);
