import { z } from 'zod';
import { api, listOf, listQuery } from '#server/platform/web.ts';
import { idParams, row, rowFilter } from '../../../source.ts';

export const GET = api(
	{
		access: 'settings.manage',
		summary: 'What would come, line by line, as the last look found it',
		tags: ['Bringing along'],
		params: idParams,
		query: listQuery.omit({ sort: true }).extend(rowFilter.shape),
		output: listOf(row)
	},
	({ app, params, query }) => app.library.bring.rows(params.id, query)
);

export const PATCH = api(
	{
		access: 'settings.manage',
		summary: 'Choose lines by id, or all that a filter shows',
		tags: ['Bringing along'],
		params: idParams,
		body: z.strictObject({
			ids: z.array(z.number().int()).max(5000).exactOptional(),
			filter: rowFilter.exactOptional(),
			chosen: z.boolean()
		}),
		output: z.object({ changed: z.number().int() })
	},
	({ app, params, body: { ids, filter = {}, chosen } }) => ({
		changed: app.library.bring.choose(params.id, ids ? { ids } : filter, chosen)
	})
);
