import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const POST = api(
	{
		access: 'system.manage',
		summary: 'Stop in order and start again',
		tags: ['System'],
		status: 202,
		output: z.object({ restarting: z.literal(true) })
	},
	({ app }) => {
		app.system.restart.now();
		return { restarting: true as const };
	}
);
