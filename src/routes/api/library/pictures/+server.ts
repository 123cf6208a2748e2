import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { z } from 'zod';
import { invalid } from '#server/platform/errors.ts';
import { api } from '#server/platform/web.ts';

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
	async ({ app, event }) => {
		const { body } = event.request;
		if (!body) throw invalid('Send the picture as the body, with a Content-Type.');
		return { ref: await app.metadata.artwork.keep(Readable.fromWeb(body as WebStream<Uint8Array>)) };
	}
);
