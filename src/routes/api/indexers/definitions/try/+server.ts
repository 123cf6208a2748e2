import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { trace } from '../../indexer.ts';

export const POST = api(
	{
		access: 'settings.manage',
		summary: 'Run a definition against its site without keeping it',
		tags: ['Indexers'],
		body: z.object({
			definition: z.string().min(1),
			settings: z.record(z.string(), z.unknown()).default({})
		}),
		maxBytes: 2 * 1024 * 1024,
		output: trace
	},
	({ app, body, signal }) => app.indexers.tryDefinition(body.definition, body.settings, signal)
);
