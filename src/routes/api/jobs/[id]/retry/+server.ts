import { api } from '#server/platform/web.ts';
import { job, jobParams } from '../../job.ts';

export const POST = api(
	{
		access: 'system.manage',
		summary: 'Try a failed or cancelled job again',
		tags: ['Work'],
		params: jobParams,
		output: job
	},
	({ app, params }) => app.jobs.retry(params.id)
);
