import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { fileReply } from '../../../formats/export/file-reply.ts';

export const GET = api(
	{
		access: 'signed-in',
		summary: 'A profile as a file',
		tags: ['Releases'],
		params: z.object({ id: z.string().max(200) }),
		outputType: 'application/yaml'
	},
	async ({ app, params }) => fileReply(await app.profiles.exportProfile(params.id))
);
