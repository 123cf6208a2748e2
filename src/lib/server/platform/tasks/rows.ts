import { and, desc, eq, lt } from 'drizzle-orm';
import { inEnglish, type Said } from '#core/text/said.ts';
import type { Db } from '../db.ts';
import type { RunState, RunTrigger, Schedule, TaskRun } from '../tasks.ts';
import { taskRuns, tasks } from './schema.ts';

export type TaskRow = typeof tasks.$inferSelect;

export const read = (db: Db, id: string): TaskRow =>
	db.select().from(tasks).where(eq(tasks.id, id)).get() ?? {
		id,
		enabled: true,
		schedule: null,
		nextRunAt: null
	};

export interface TaskPatch {
	enabled?: boolean;
	schedule?: Schedule | null;
	nextRunAt?: number | null;
}

export const write = (db: Db, id: string, patch: TaskPatch) =>
	db
		.insert(tasks)
		.values({ id, ...patch })
		.onConflictDoUpdate({ target: tasks.id, set: patch })
		.run();

const asRun = (row: typeof taskRuns.$inferSelect): TaskRun => ({
	...row,
	message: row.said && inEnglish(row.said)
});

export const begin = (db: Db, taskId: string, trigger: RunTrigger, now: number): TaskRun =>
	asRun(db.insert(taskRuns).values({ taskId, trigger, state: 'running', startedAt: now }).returning().get());

export interface RunEnd {
	state: RunState;
	finishedAt: number;
	said?: Said;
	error?: string;
}

export const end = (db: Db, id: number, ending: RunEnd): TaskRun =>
	asRun(db.update(taskRuns).set(ending).where(eq(taskRuns.id, id)).returning().get()!);

/** Runs that a dead process left open. */
export const interruptOpen = (db: Db, now: number) =>
	db
		.update(taskRuns)
		.set({ state: 'interrupted', finishedAt: now, error: 'Bijou stopped while this ran.' })
		.where(eq(taskRuns.state, 'running'))
		.run();

export const history = (db: Db, taskId: string, limit: number): TaskRun[] =>
	db
		.select()
		.from(taskRuns)
		.where(eq(taskRuns.taskId, taskId))
		.orderBy(desc(taskRuns.id))
		.limit(limit)
		.all()
		.map(asRun);

export const lastRun = (db: Db, taskId: string): TaskRun | null => history(db, taskId, 1)[0] ?? null;

export function trim(db: Db, taskId: string, keep: number) {
	const oldest = db
		.select({ id: taskRuns.id })
		.from(taskRuns)
		.where(eq(taskRuns.taskId, taskId))
		.orderBy(desc(taskRuns.id))
		.limit(1)
		.offset(keep - 1)
		.get();
	if (!oldest) return;
	const old = and(eq(taskRuns.taskId, taskId), lt(taskRuns.id, oldest.id));
	db.delete(taskRuns).where(old).run();
}
