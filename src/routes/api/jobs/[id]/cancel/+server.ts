import { api } from '#server/platform/web.ts';
import { job, jobParams } from '../../job.ts';

export const POST = api(
	{
		access: 'system.manage',
		summary: 'Cancel a job',
		description: 'Final at once; work under way is told to stop.',
		tags: ['Work'],
		params: jobParams,
		output: job
	},
	({ app, params }) => app.jobs.cancel(params.id)
);
