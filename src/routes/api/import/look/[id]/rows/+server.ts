import { z } from 'zod';
import { api, listOf, listQuery } from '#server/platform/web.ts';
import { look, lookParams, row, rowEdit, rowFilter } from '../../../import.ts';

export const GET = api(
	{
		access: 'library.edit',
		summary: 'The files that a look found',
		tags: ['Import'],
		params: lookParams,
		query: listQuery.omit({ sort: true }).extend({ filter: rowFilter.optional() }),
		output: listOf(row)
	},
	({ app, params: { id }, query }) => app.imports.rows(id, query)
);

export const PATCH = api(
	{
		access: 'library.edit',
		summary: 'Say what files are, choose them, number them; some or all that a filter shows',
		tags: ['Import'],
		params: lookParams,
		body: z.strictObject({
			rows: z.union([z.array(z.number().int()).min(1).max(20_000), rowFilter]),
			set: rowEdit
		}),
		output: z.object({
			items: z.array(row).meta({ description: 'At most 200 of those that were changed' }),
			look
		})
	},
	async ({ app, params: { id }, body, signal }) => ({
		items: await app.imports.edit(id, body.rows, body.set, signal),
		look: app.imports.get(id)
	})
);
