import { api } from '#server/platform/web.ts';
import { idParams, startedJob } from '../../../source.ts';

export const POST = api(
	{
		access: 'settings.manage',
		summary: 'Bring along what is chosen, as a job',
		tags: ['Bringing along'],
		params: idParams,
		output: startedJob,
		status: 202
	},
	({ app, params, actor }) => ({ jobId: app.library.bring.apply(params.id, actor.userId) })
);
