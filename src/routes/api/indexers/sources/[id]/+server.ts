import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { indexerParams as params } from '../../indexer.ts';

const count = z.number().int();

export const GET = api(
	{
		access: 'settings.manage',
		summary: 'What a connected Prowlarr or Jackett has to offer',
		tags: ['Indexers'],
		params,
		output: z.object({
			items: z.array(
				z.object({
					remoteId: z.string(),
					name: z.string(),
					protocol: z.enum(['torrent', 'usenet']),
					privacy: z.string(),
					language: z.string(),
					enabled: z.boolean(),
					indexerId: count.optional()
				})
			)
		})
	},
	async ({ app, params, signal }) => ({ items: await app.indexers.takeover.offered(params.id, signal) })
);

export const POST = api(
	{
		access: 'settings.manage',
		summary: 'Take indexers over from it',
		tags: ['Indexers'],
		params,
		body: z.object({ remoteIds: z.array(z.string()).max(1000) }),
		output: z.object({ added: count, changed: count, gone: count, back: count })
	},
	({ app, params, body, signal }) => app.indexers.takeover.take(params.id, body.remoteIds, signal)
);
