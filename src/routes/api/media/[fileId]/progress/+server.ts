import { z } from 'zod';
import { api } from '#server/platform/web.ts';

const params = z.object({ fileId: z.number().int() });

const progress = z
	.object({
		positionSeconds: z.number(),
		durationSeconds: z.number().nullable(),
		watched: z.boolean(),
		playCount: z.number().int(),
		updatedAt: z.number().nullable()
	})
	.meta({ id: 'Progress' });

export const GET = api(
	{
		access: 'library.play',
		summary: 'How far the person who asks is',
		tags: ['Library'],
		params,
		output: progress
	},
	({ app, params: { fileId }, actor }) => app.library.progressOf(actor.userId, fileId)
);

export const PUT = api(
	{
		access: 'library.play',
		summary: 'Note how far the person who asks is',
		description: 'Near the end it counts as watched.',
		tags: ['Library'],
		params,
		body: z.strictObject({
			positionSeconds: z.number().min(0).max(1e7).optional(),
			durationSeconds: z.number().min(0).max(1e7).optional(),
			watched: z.boolean().optional()
		}),
		output: progress
	},
	({ app, params: { fileId }, body, actor }) => app.library.played(actor.userId, fileId, body)
);
