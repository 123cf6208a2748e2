import { z } from 'zod';
import { api } from '#server/platform/web.ts';

const alive = z
	.object({ status: z.literal('ok'), version: z.string(), uptimeSeconds: z.number().int() })
	.meta({ id: 'Alive' });

export const GET = api(
	{
		access: 'open',
		summary: 'Tell whether Bijou runs',
		description: 'Answers 503 when the database does not.',
		tags: ['System'],
		output: alive
	},
	({ app }) => app.system.health.alive()
);
