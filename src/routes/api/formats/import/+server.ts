import { z } from 'zod';
import { api } from '#server/platform/web.ts';

const file = z.object({ path: z.string().max(300), text: z.string().max(2_000_000) });

export const POST = api(
	{
		access: 'settings.manage',
		summary: 'Import formats and profiles of Sonarr, Radarr, the TRaSH guides or Bijou',
		description:
			'With `preview` nothing is kept: the answer says what each entry would change, and what cannot be taken and why. `only` takes some of the ids.',
		tags: ['Releases'],
		body: z.object({
			app: z.enum(['sonarr', 'radarr']),
			files: z.array(file).min(1).max(2000),
			preview: z.boolean().default(false),
			only: z.array(z.string()).max(5000).optional()
		}),
		maxBytes: 32 * 1024 * 1024
	},
	({ app, body }) => app.profiles.importFrom(body.app, body.files, body)
);
