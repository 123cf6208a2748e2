import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { readBytes } from '#server/platform/web/body.ts';

const mostBytes = 24 * 1024 * 1024;

export const POST = api(
	{
		access: 'library.edit',
		summary: 'Bring a picture of your own',
		description: 'The body is the picture itself. Its `ref` may then be an item’s poster or backdrop.',
		tags: ['Library'],
		output: z.object({ ref: z.string() }),
		status: 201,
		rate: { max: 60, perSeconds: 60 }
	},
	async ({ app, event }) => ({
		ref: await app.metadata.artwork.keep(await readBytes(event.request, mostBytes))
	})
);
