import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { schedule, task, taskParams, taskRun } from '../task.ts';

export const GET = api(
	{
		access: 'system.read',
		summary: 'One task with its last runs',
		tags: ['Work'],
		params: taskParams,
		output: task.extend({ history: z.array(taskRun) }).meta({ id: 'TaskWithHistory' })
	},
	({ app, params: { id } }) => ({ ...app.tasks.get(id), history: app.tasks.history(id) })
);

export const PATCH = api(
	{
		access: 'system.manage',
		summary: 'Switch a task on or off, or set its schedule',
		tags: ['Work'],
		params: taskParams,
		body: z.strictObject({
			enabled: z.boolean().optional(),
			schedule: schedule.nullable().optional().meta({ description: 'null returns to the usual schedule' })
		}),
		output: task
	},
	({ app, params: { id }, body }) => {
		if (body.schedule !== undefined) app.tasks.reschedule(id, body.schedule);
		if (body.enabled !== undefined) app.tasks.enable(id, body.enabled);
		return app.tasks.get(id);
	}
);
