import type { z } from 'zod';
import type { Events } from '../events.ts';
import type { Bus } from './bus.ts';
import type { Config } from './config.ts';
import { rawDb } from './db.ts';
import type { Db } from './db.ts';
import { conflict, notFound } from './errors.ts';
import { historyTask } from './jobs/history.ts';
import { openJobRows } from './jobs/rows.ts';
import { createRunner } from './jobs/runner.ts';
import { newRow, viewOf } from './jobs/view.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';
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
	/** 'id' or '-id'; newest first when absent. */
	sort?: string;
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

export interface JobsDeps {
	db: Db;
	bus: Bus<Events>;
	log: Log;
	config: Pick<Config, 'workerMax'>;
	settings: Settings;
	now?: () => number;
	random?: () => number;
}

export const defineJob = <P>(definition: JobDefinition<P>): JobDefinition<P> => definition;

const defaultLaneLimit = 4;

export function createJobs({ db, bus, log, config, settings, ...given }: JobsDeps): Jobs {
	const { now = Date.now, random = Math.random } = given;
	const client = rawDb(db);
	const rows = openJobRows(client);
	const definitions = new Map<string, JobDefinition>();
	const waiters = new Map<number, PromiseWithResolvers<JobView>>();

	function changed(id: number, kind: string, state: JobState) {
		bus.emit('job.changed', { id, kind, state });
		if (!isFinal(state)) return;
		waiters.get(id)?.resolve(get(id));
		waiters.delete(id);
	}
	const runner = createRunner({
		rows,
		bus,
		log,
		definitions,
		limitOf: (lane) => config.workerMax[lane as keyof Config['workerMax']] ?? defaultLaneLimit,
		changed,
		now,
		random
	});

	const view = (row: Parameters<typeof viewOf>[0]) =>
		viewOf(row, row.state === 'running' ? runner.running.get(row.id) : undefined);
	function get(id: number): JobView {
		const row = rows.get(id);
		if (!row) throw notFound('job', id);
		return view(row);
	}

	function add<P>(job: JobDefinition<P>, payload: P, options: AddOptions = {}): number {
		const row = newRow(job, payload, { now: now(), ...options });
		const id = rows.insert(row);
		if (id === undefined) return rows.unfinishedWithKey(row.dedupeKey!)!;
		changed(id, row.kind, 'queued');
		runner.wake(row.lane);
		return id;
	}

	return {
		register(list) {
			for (const definition of list) {
				definitions.set(definition.kind, definition);
				rows.moveQueued(definition.kind, definition.lane);
			}
			runner.refresh();
		},
		add,
		addMany: (job, payloads, options) =>
			client.transaction(() => payloads.map((each) => add(job, each, options)))(),
		cancel(id) {
			const row = rows.cancel(id, now());
			if (!row) throw conflict(`This job is ${get(id).state} already.`);
			runner.running.get(id)?.abort('Cancelled');
			changed(id, row.kind, 'cancelled');
			return view(row);
		},
		retry(id) {
			const before = rows.get(id);
			if (before?.dedupeKey && rows.unfinishedWithKey(before.dedupeKey)) {
				throw conflict('The same work is waiting or under way already.');
			}
			const row = rows.retry(id, now());
			if (!row) throw conflict(whyNotAgain(get(id).state));
			changed(id, row.kind, 'queued');
			runner.wake(row.lane);
			return view(row);
		},
		get,
		list(query = {}) {
			const page = rows.list(query);
			return { ...page, items: page.items.map(view) };
		},
		counts: () => ({
			...noJobs,
			...Object.fromEntries(rows.counts().map(({ state, count }) => [state, count]))
		}),
		logs: (id) => rows.logs(get(id).id),
		settled(id) {
			const job = get(id);
			if (isFinal(job.state)) return Promise.resolve(job);
			const waiter = waiters.get(id) ?? Promise.withResolvers<JobView>();
			waiters.set(id, waiter);
			return waiter.promise;
		},
		start: runner.start,
		stop: (graceMs = 5_000) => runner.stop(graceMs),
		tasks: [historyTask({ rows, settings, now })]
	};
}

const noJobs: Record<JobState, number> = { queued: 0, running: 0, done: 0, failed: 0, cancelled: 0 };
const isFinal = (state: JobState) => state === 'done' || state === 'failed' || state === 'cancelled';
const whyNotAgain = (state: JobState) =>
	state === 'cancelled' ? 'This job is still stopping. Try again in a moment.' : `This job is ${state}.`;
