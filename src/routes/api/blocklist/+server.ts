import { z } from 'zod';
import { api, listOf, listQuery } from '#server/platform/web.ts';
import { protocol } from '../queue/download.ts';

const access = 'downloads.manage';
const tags = ['Downloads'];

const blocked = z
	.object({
		id: z.number().int(),
		title: z.string(),
		protocol,
		hash: z.string().nullable(),
		indexerId: z.number().int().nullable(),
		indexer: z.string().nullable(),
		sizeBytes: z.number().int().nullable(),
		reason: z.string().nullable(),
		by: z.string().nullable(),
		at: z.number().int().meta({ description: 'Milliseconds since 1970' })
	})
	.meta({ id: 'BlockedRelease' });

export const GET = api(
	{
		access,
		summary: 'List releases that are not taken again',
		tags,
		query: listQuery.omit({ sort: true }).extend({ q: z.string().max(200).optional() }),
		output: listOf(blocked)
	},
	({ app, query }) => app.downloads.blocklist.list(query)
);

export const DELETE = api(
	{
		access,
		summary: 'Take releases off the blocklist',
		tags,
		body: z.object({ ids: z.array(z.number().int().positive()).min(1).max(500) }),
		output: z.object({ removed: z.number().int() })
	},
	({ app, body }) => ({ removed: app.downloads.blocklist.remove(body.ids) })
);
