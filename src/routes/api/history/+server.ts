import { z } from 'zod';
import { happenings } from '#core/downloads/download.ts';
import { api, listOf, listQuery } from '#server/platform/web.ts';
import { item, protocol } from '../queue/download.ts';

const happening = z
	.object({
		id: z.number().int(),
		what: z.enum(happenings),
		reason: z.string().nullable(),
		by: z.string().nullable(),
		at: z.number().int().meta({ description: 'Milliseconds since 1970' }),
		downloadId: z.number().int(),
		title: z.string(),
		protocol,
		sizeBytes: z.number().int().nullable(),
		indexer: z.string().nullable(),
		client: z.string(),
		outputPath: z.string().nullable(),
		item: item.nullable()
	})
	.meta({ id: 'DownloadHistory' });

export const GET = api(
	{
		access: 'search.use',
		summary: 'What became of downloads',
		tags: ['Downloads'],
		query: listQuery.omit({ sort: true }).extend({
			what: z.enum(happenings).optional(),
			q: z.string().max(200).optional().meta({ description: 'Part of the title' }),
			downloadId: z.number().int().positive().optional()
		}),
		output: listOf(happening)
	},
	({ app, query }) => app.downloads.history(query)
);
