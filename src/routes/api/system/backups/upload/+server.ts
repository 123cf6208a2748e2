import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { invalid } from '#server/platform/errors.ts';
import { api } from '#server/platform/web.ts';
import { backup } from '../backup.ts';

export const POST = api(
	{
		access: 'system.manage',
		summary: 'Upload a backup',
		description: 'The body is the file itself. It is examined before it is taken in.',
		tags: ['System'],
		output: backup,
		status: 201
	},
	({ app, event }) => {
		const { body } = event.request;
		if (!body) throw invalid('Send the backup file as the body, with a Content-Type.');
		return app.system.backups.adopt(Readable.fromWeb(body as WebStream<Uint8Array>));
	}
);
