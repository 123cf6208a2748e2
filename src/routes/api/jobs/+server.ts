import { z } from 'zod';
import { api, listOf, listQuery } from '#server/platform/web.ts';
import { job, jobStates } from './job.ts';

export const GET = api(
	{
		access: 'system.read',
		summary: 'List jobs',
		tags: ['Work'],
		query: listQuery.extend({
			state: z.array(z.enum(jobStates)).optional(),
			kind: z.string().max(100).optional()
		}),
		output: listOf(job)
	},
	({ app, query: { state, kind, sort, limit, cursor } }) =>
		app.jobs.list({
			limit,
			...(state?.length && { states: state }),
			...(kind && { kind }),
			...(sort && { sort }),
			...(cursor && { cursor })
		})
);
