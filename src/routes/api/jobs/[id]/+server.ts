import { api } from '#server/platform/web.ts';
import { jobParams, jobWithLog } from '../job.ts';

export const GET = api(
	{
		access: 'system.read',
		summary: 'One job with its log',
		tags: ['Work'],
		params: jobParams,
		output: jobWithLog
	},
	({ app, params: { id } }) => ({ ...app.jobs.get(id), log: app.jobs.logs(id) })
);
