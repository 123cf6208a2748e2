import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { fileReply } from './file-reply.ts';

export const GET = api(
	{
		access: 'signed-in',
		summary: 'Formats as a file: our own YAML, or JSON for Sonarr or Radarr',
		description: 'Without `id` all that did not come with Bijou.',
		tags: ['Releases'],
		query: z.object({
			id: z.array(z.string().max(200)).max(500).optional(),
			as: z.enum(['bijou', 'sonarr', 'radarr']).default('bijou')
		}),
		outputType: 'application/yaml'
	},
	async ({ app, query }) => fileReply(await app.profiles.exportFormats(query.id, query.as))
);
