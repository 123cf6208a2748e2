import { z } from 'zod';
import { api } from '#server/platform/web.ts';

const file = z.object({ path: z.string().max(300), text: z.string().max(2_000_000) });

export const POST = api(
	{
		access: 'settings.manage',
		summary: 'Import formats and profiles of Sonarr, Radarr or the TRaSH guides',
		tags: ['Releases'],
		body: z.object({ app: z.enum(['sonarr', 'radarr']), files: z.array(file).min(1).max(2000) }),
		maxBytes: 32 * 1024 * 1024
	},
	({ app, body }) => app.profiles.importFrom(body.app, body.files)
);
