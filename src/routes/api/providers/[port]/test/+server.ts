import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { draft, portParams } from '../../provider.ts';

export const POST = api(
	{
		access: 'settings.manage',
		summary: 'Try a provider without storing it',
		description: 'With `id`, masked secrets stand for those of the stored provider.',
		tags: ['Providers'],
		params: portParams,
		body: draft.extend({ id: z.number().int().exactOptional() }),
		output: z.object({ ok: z.boolean(), message: z.string(), ms: z.number().int() })
	},
	({ app, params, body }) => app.providers.test(params.port, body)
);
