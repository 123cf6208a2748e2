import { api } from '#server/platform/web.ts';
import { startedJob } from '../item.ts';
import { renameBody } from './rename.ts';

export const POST = api(
	{
		access: 'library.edit',
		summary: 'Rename files and folders as the naming settings say',
		description: 'The result of the job names the step that undoes it.',
		tags: ['Library'],
		body: renameBody,
		output: startedJob,
		status: 202
	},
	({ app, body, actor }) => ({ jobId: app.library.rename(body.items, actor) })
);
