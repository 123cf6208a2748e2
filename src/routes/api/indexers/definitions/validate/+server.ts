import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { fault } from '../../indexer.ts';

export const POST = api(
	{
		access: 'settings.manage',
		summary: 'Check a definition (YAML)',
		description: 'Every fault with its line and column. It can be used when no fault is an error.',
		tags: ['Indexers'],
		body: z.string().min(1),
		bodyType: 'text',
		maxBytes: 2 * 1024 * 1024,
		output: z.object({
			valid: z.boolean(),
			id: z.string().optional(),
			name: z.string().optional(),
			faults: z.array(fault)
		})
	},
	async ({ app, body, signal }) => {
		const { summary, faults } = await app.indexers.definitions.validate(body, signal);
		return { valid: summary !== undefined, ...(summary && { id: summary.id, name: summary.name }), faults };
	}
);
