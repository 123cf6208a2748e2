import { z } from 'zod';
import { format } from '#core/formats/format.ts';
import { api } from '#server/platform/web.ts';

export const POST = api(
	{
		access: 'signed-in',
		summary: 'Hold a format, saved or not, against release names',
		description: 'Tells of every condition whether it holds. A faulty pattern is answered with its place.',
		tags: ['Releases'],
		body: z.object({
			format,
			names: z.array(z.string().max(2000)).min(1).max(500),
			kind: z.enum(['movie', 'series']).optional()
		}),
		maxBytes: 2 * 1024 * 1024
	},
	async ({ app, body }) => ({
		items: await app.profiles.tryFormat(body.format, body.names, { kind: body.kind })
	})
);
