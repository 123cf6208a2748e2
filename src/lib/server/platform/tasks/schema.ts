import type { Said } from '../../../core/text/said.ts';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What the running system and people have said about a task; its definition is in the code. */
export const tasks = sqliteTable('tasks', {
	id: text().primaryKey(),
	enabled: integer({ mode: 'boolean' }).notNull().default(true),
	/** A person's own schedule instead of the one the task came with. */
	schedule: text({ mode: 'json' }).$type<{ every: string } | { cron: string; timeZone?: string }>(),
	nextRunAt: integer()
});

export const taskRuns = sqliteTable(
	'task_runs',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		taskId: text().notNull(),
		trigger: text({ enum: ['schedule', 'catch-up', 'person'] }).notNull(),
		state: text({ enum: ['running', 'done', 'failed', 'cancelled', 'interrupted'] }).notNull(),
		startedAt: integer().notNull(),
		finishedAt: integer(),
		said: text('message', { mode: 'json' }).$type<Said>(),
		error: text()
	},
	(table) => [index('task_runs_task').on(table.taskId, table.id)]
);
