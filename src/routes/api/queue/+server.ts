import { z } from 'zod';
import { downloadStates } from '#core/downloads/download.ts';
import { api, listOf, listQuery } from '#server/platform/web.ts';
import { download, protocol } from './download.ts';

export const GET = api(
	{
		access: 'search.use',
		summary: 'List downloads',
		description: 'Newest first; those that were cleared away only when `state` asks for them.',
		tags: ['Downloads'],
		query: listQuery
			.omit({ sort: true })
			.extend({ state: z.array(z.enum(downloadStates)).optional(), protocol: protocol.optional() }),
		output: listOf(download)
	},
	({ app, query: { state, ...query } }) => app.downloads.queue({ ...query, states: state })
);
