import type { z } from 'zod';
import type { Config } from './config.ts';
import type { TaskDefinition } from './tasks.ts';

export type Lane = keyof Config['workerMax'] | 'default';
export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface JobContext {
	/** Aborts on cancel and on shutdown; stop the work and its child processes when it does. */
	signal: AbortSignal;
	progress(fraction: number, note?: string): void;
	log(line: string): void;
	jobId: number;
	/** 1 on the first try. */
	attempt: number;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- one list holds definitions of every payload
export interface JobDefinition<P = any> {
	kind: string;
	title: string | ((payload: P) => string);
	lane: Lane;
	payload: z.ZodType<P>;
	/** Tries before the job counts as failed; 1 when absent. A process that dies does not use one up. */
	attempts?: number;
	/** Two unfinished jobs with the same key are one job. */
	dedupe?: (payload: P) => string;
	run(payload: P, context: JobContext): Promise<unknown>;
}

export interface JobView {
	id: number;
	kind: string;
	title: string;
	lane: Lane;
	state: JobState;
	priority: number;
	attempts: number;
	maxAttempts: number;
	progress: number;
	note: string | null;
	error: string | null;
	result: unknown;
	payload: unknown;
	userId: string | null;
	runAt: number;
	createdAt: number;
	startedAt: number | null;
	finishedAt: number | null;
}

export interface JobLogLine {
	at: number;
	line: string;
}

export interface JobQuery {
	states?: readonly JobState[];
	kind?: string;
	limit?: number;
	cursor?: string;
}

export interface AddOptions {
	/** Higher goes first; 0 when absent. */
	priority?: number;
	runAt?: number;
	userId?: string;
}

export interface Jobs {
	register(definitions: readonly JobDefinition[]): void;
	/** The id of the new job, or of the unfinished one with the same dedupe key. Joins the caller's transaction. */
	add<P>(job: JobDefinition<P>, payload: P, options?: AddOptions): number;
	addMany<P>(job: JobDefinition<P>, payloads: readonly P[], options?: AddOptions): number[];
	cancel(id: number): JobView;
	retry(id: number): JobView;
	get(id: number): JobView;
	list(query?: JobQuery): { items: JobView[]; total: number; next?: string };
	counts(): Record<JobState, number>;
	logs(id: number): JobLogLine[];
	/** Resolves when the job has reached done, failed or cancelled. */
	settled(id: number): Promise<JobView>;
	start(): void;
	/** Lets short work finish, then aborts; what did not finish is queued again for the next start. */
	stop(graceMs?: number): Promise<void>;
	tasks: TaskDefinition[];
}

export const defineJob = <P>(definition: JobDefinition<P>): JobDefinition<P> => definition;
