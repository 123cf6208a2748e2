import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { indexerDraft, trace } from '../indexer.ts';

export const POST = api(
	{
		access: 'settings.manage',
		summary: 'Try an indexer without storing it',
		description: 'With every request it made, the size of each answer, and what was read from the first row.',
		tags: ['Indexers'],
		body: indexerDraft,
		output: z.object({
			ok: z.boolean(),
			message: z.string(),
			ms: z.number().int(),
			trace: trace.optional()
		})
	},
	async ({ app, body }) => {
		const { trace: steps, ...result } = await app.providers.test('indexer', body);
		return { ...result, trace: steps as z.output<typeof trace> | undefined };
	}
);
