import { z } from 'zod';
import { api, listOf } from '#server/platform/web.ts';

const finding = z
	.object({
		name: z.string(),
		title: z.string(),
		state: z.enum(['ready', 'degraded', 'needs-configuration']),
		essential: z.boolean(),
		message: z.string(),
		action: z.object({ label: z.string(), href: z.string() }).optional(),
		checkedAt: z.number().meta({ description: 'Milliseconds since 1970' })
	})
	.meta({ id: 'Finding' });

export const GET = api(
	{
		access: 'system.read',
		summary: 'List what every part of Bijou says of its health',
		tags: ['System'],
		output: listOf(finding)
	},
	async ({ app }) => {
		const items = await app.system.health.findings();
		return { items, total: items.length };
	}
);
