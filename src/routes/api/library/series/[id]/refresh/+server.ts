import { api } from '#server/platform/web.ts';
import { idParams, startedJob } from '../../../item.ts';

export const POST = api(
	{
		access: 'library.edit',
		summary: 'Ask the source of one of the series again',
		tags: ['Library'],
		params: idParams,
		output: startedJob,
		status: 202
	},
	({ app, params }) => ({ jobId: app.library.refresh({ items: [{ kind: 'series', id: params.id }] }) })
);
