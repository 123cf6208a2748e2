import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { callOf } from '../../call.ts';

export const GET = api(
	{
		access: 'open',
		summary: 'Torznab over one indexer',
		description: 'The indexer goes by its id or its name in small letters; the key goes in `apikey`.',
		tags: ['Torznab'],
		params: z.object({ indexer: z.string() }),
		outputType: 'application/rss+xml'
	},
	({ app, event, params }) => app.torznab.answer({ ...callOf(event), indexer: params.indexer })
);
