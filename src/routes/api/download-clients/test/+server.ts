import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { draft } from '../../providers/provider.ts';

export const POST = api(
	{
		access: 'settings.manage',
		summary: 'Try a download client without storing it',
		description: 'With `id`, masked secrets stand for those of the stored client.',
		tags: ['Downloads'],
		body: draft.extend({ id: z.number().int().exactOptional() }),
		output: z.object({ ok: z.boolean(), message: z.string(), ms: z.number().int() })
	},
	({ app, body }) => app.providers.test('download-client', body)
);
