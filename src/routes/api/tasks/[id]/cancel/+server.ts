import { api } from '#server/platform/web.ts';
import { task, taskParams } from '../../task.ts';

export const POST = api(
	{
		access: 'system.manage',
		summary: 'Stop a running task',
		tags: ['Work'],
		params: taskParams,
		output: task
	},
	({ app, params: { id } }) => {
		app.tasks.cancel(id);
		return app.tasks.get(id);
	}
);
