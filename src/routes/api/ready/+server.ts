import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { api } from '#server/platform/web.ts';

const readiness = z
	.object({
		ready: z.boolean(),
		checks: z.array(z.object({ name: z.string(), ok: z.boolean(), message: z.string() }))
	})
	.meta({ id: 'Readiness' });

export const GET = api(
	{
		access: 'open',
		summary: 'Tell whether Bijou can serve, and what it still lacks',
		description: 'Answers 503, with the same body, while something essential fails.',
		tags: ['System'],
		output: readiness
	},
	async ({ app }) => {
		const found = await app.system.health.ready();
		return json(found, { status: found.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
	}
);
