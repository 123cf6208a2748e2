import { api } from '#server/platform/web.ts';
import { task, taskParams } from '../../task.ts';

export const POST = api(
	{
		access: 'system.manage',
		summary: 'Run a task now',
		description: 'Answers at once; the task tells by `tasks` on /ws when it has ended.',
		tags: ['Work'],
		params: taskParams,
		output: task,
		status: 202
	},
	({ app, params }) => app.tasks.begin(params.id)
);
