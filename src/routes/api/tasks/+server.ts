import { api, listOf } from '#server/platform/web.ts';
import { task } from './task.ts';

export const GET = api(
	{ access: 'system.read', summary: 'List recurring tasks', tags: ['Work'], output: listOf(task) },
	({ app }) => {
		const items = app.tasks.list();
		return { items, total: items.length };
	}
);
