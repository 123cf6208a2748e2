import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { api } from '#server/platform/web.ts';

const aYear = 365 * 86_400;

export const GET = api(
	{
		access: 'library.read',
		summary: 'A poster, backdrop, still or portrait, at least so many pixels wide',
		tags: ['Media'],
		params: z.object({ width: z.number().int().min(1).max(4000), ref: z.string().max(400) }),
		outputType: 'image/webp'
	},
	async ({ app, params }) =>
		new Response(await readFile(await app.metadata.artwork.file(params.ref, params.width)), {
			headers: {
				'content-type': 'image/webp',
				'cache-control': `private, max-age=${aYear}, immutable`
			}
		})
);
