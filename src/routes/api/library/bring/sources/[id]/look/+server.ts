import { api } from '#server/platform/web.ts';
import { idParams, startedJob } from '../../../source.ts';

export const POST = api(
	{
		access: 'settings.manage',
		summary: 'Find out what would come, as a job; writes nothing',
		tags: ['Bringing along'],
		params: idParams,
		output: startedJob,
		status: 202
	},
	({ app, params, actor }) => ({ jobId: app.library.bring.look(params.id, actor.userId) })
);
