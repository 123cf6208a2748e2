import type { Config } from './config.ts';
import type { Log } from './log.ts';

export type Mode = Config['mode'];

export interface TaskContext {
	signal: AbortSignal;
	progress(fraction: number, note?: string): void;
	log: Log;
}

export interface TaskDefinition {
	id: string;
	title: string;
	description?: string;
	/** A span such as '15m', '6h', '1d'; either this or `cron`. */
	every?: string;
	/** Five or six cron fields, read in the configured time zone. */
	cron?: string;
	/** How long after the very first start the first run comes; a short random wait when absent. */
	startsAfter?: string;
	/** What to do about a run that was due while the machine slept; 'once' when absent. */
	missed?: 'once' | 'skip';
	/** Modes in which it runs; 'full' and 'server' when absent. */
	modes?: readonly Mode[];
	/** The returned sentence is kept as the result people see. */
	run(context: TaskContext): Promise<string | void> | string | void;
}

export type Schedule = { every: string } | { cron: string; timeZone?: string };
export type RunState = 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted';
export type RunTrigger = 'schedule' | 'catch-up' | 'person';

export interface TaskRun {
	id: number;
	taskId: string;
	trigger: RunTrigger;
	state: RunState;
	startedAt: number;
	finishedAt: number | null;
	message: string | null;
	error: string | null;
}

export interface TaskView {
	id: string;
	title: string;
	description?: string;
	schedule: Schedule;
	defaultSchedule: Schedule;
	overridden: boolean;
	enabled: boolean;
	/** False when the current MODE leaves the task out; it can still be run by hand. */
	inMode: boolean;
	running: boolean;
	progress?: number;
	note?: string;
	nextRunAt: number | null;
	lastRun: TaskRun | null;
}

export interface Tasks {
	register(definitions: readonly TaskDefinition[]): void;
	list(): TaskView[];
	get(id: string): TaskView;
	history(id: string, limit?: number): TaskRun[];
	/** Resolves when the run has ended; refuses when one is under way. */
	runNow(id: string): Promise<TaskRun>;
	cancel(id: string): boolean;
	enable(id: string, enabled: boolean): TaskView;
	/** `null` returns to the schedule the task came with. */
	reschedule(id: string, schedule: Schedule | null): TaskView;
	/** One look at the clock: starts what is due. The driver calls it every second. */
	tick(): void;
	start(): void;
	stop(graceMs?: number): Promise<void>;
}

export const defineTask = (definition: TaskDefinition): TaskDefinition => definition;
