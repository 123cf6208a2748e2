import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { hint, look } from '../import.ts';

export const POST = api(
	{
		access: 'library.edit',
		summary: 'Look into a folder or file for what could be imported',
		description: 'Nothing is changed on the disk. The job finds the files and says what they seem to be.',
		tags: ['Import'],
		body: z.strictObject({ path: z.string().min(1).max(4096), hint: hint.optional() }),
		output: look,
		status: 202
	},
	({ app, body, actor }) => app.imports.look(body.path, body.hint, { userId: actor.userId, name: actor.name })
);

export const GET = api(
	{
		access: 'library.edit',
		summary: 'Folders looked into lately',
		tags: ['Import'],
		output: z.object({
			items: z.array(
				z.object({
					id: z.number().int(),
					path: z.string(),
					at: z.number().int(),
					state: z.enum(['looking', 'ready', 'importing', 'done', 'failed']),
					files: z.number().int(),
					imported: z.number().int(),
					waiting: z.number().int().meta({ description: 'Ready or to be settled' })
				})
			)
		})
	},
	({ app }) => ({ items: app.imports.recent(20) })
);
