import { schedule as scheduleCron } from 'node-cron';
import type { Said } from '#core/text/said.ts';
import type { Events } from '../events.ts';
import type { Bus } from './bus.ts';
import type { Config } from './config.ts';
import type { Db } from './db.ts';
import { conflict, notFound } from './errors.ts';
import { faultText } from './jobs/retry.ts';
import type { Log } from './log.ts';
import { cancelled, perform, stopping } from './tasks/active.ts';
import type { ActiveRun } from './tasks/active.ts';
import * as rows from './tasks/rows.ts';
import { checked, defaultSchedule, firstRun, lateAfterMs, nextRun, noLaterThan } from './tasks/schedule.ts';
import type { Clock } from './tasks/schedule.ts';

export type Mode = Config['mode'];

export interface TaskContext {
	signal: AbortSignal;
	progress(fraction: number, note?: string): void;
	log: Log;
}

type Words = Said | string | void;

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
	run(context: TaskContext): Promise<Words> | Words;
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
	/** The result in English, and as pages say it. */
	message: string | null;
	said: Said | null;
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
	/** Starts it now; refuses when it is under way. */
	begin(id: string): TaskView;
	/** As `begin`, but resolves when the run has ended. */
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

export interface TasksDeps {
	db: Db;
	bus: Bus<Events>;
	log: Log;
	config: Pick<Config, 'mode' | 'timeZone'>;
	/** Runs kept of each task. */
	keepRuns: () => number;
	now?: () => number;
	random?: () => number;
}

interface Entry {
	definition: TaskDefinition;
	enabled: boolean;
	own: Schedule | null;
	nextRunAt: number | null;
	/** The coming run makes up for one that was slept through. */
	catchingUp: boolean;
	active?: ActiveRun;
}

/** After waking, missed runs start this far apart (half of it at least). */
const catchUpGapMs = 20_000;

export function createTasks({ db, bus, log, config, keepRuns, ...given }: TasksDeps): Tasks {
	const { now = Date.now, random = Math.random } = given;
	const entries = new Map<string, Entry>();
	let driver: ReturnType<typeof scheduleCron> | undefined;
	let lastSlotAt = 0;
	let lastTickAt = 0;

	const clock = (): Clock => ({ now: now(), timeZone: config.timeZone, random });
	const inMode = ({ definition }: Entry) => (definition.modes ?? ['full', 'server']).includes(config.mode);
	const scheduleOf = (entry: Entry) => entry.own ?? defaultSchedule(entry.definition);
	const changed = (entry: Entry) => bus.emit('task.changed', { id: entry.definition.id });

	function find(id: string): Entry {
		const entry = entries.get(id);
		if (!entry) throw notFound('task', id);
		return entry;
	}

	function plan(entry: Entry, at: number | null) {
		entry.nextRunAt = entry.enabled && inMode(entry) ? at : null;
		entry.catchingUp = false;
		rows.write(db, entry.definition.id, { nextRunAt: entry.nextRunAt });
	}

	function open(definition: TaskDefinition): Entry {
		const { enabled, schedule: own, nextRunAt } = rows.read(db, definition.id);
		const entry: Entry = { definition, enabled, own, nextRunAt, catchingUp: false };
		const schedule = scheduleOf(entry);
		if (nextRunAt === null) plan(entry, firstRun(schedule, definition.startsAfter, clock()));
		else plan(entry, noLaterThan(schedule, nextRunAt, clock()));
		return entry;
	}

	function begin(entry: Entry, trigger: RunTrigger): ActiveRun {
		const { definition } = entry;
		const run = rows.begin(db, definition.id, trigger, now());
		const controller = new AbortController();
		const active: ActiveRun = { run, controller, finished: Promise.resolve(run) };
		entry.active = active;
		active.finished = perform(definition, {
			log: log.child({ task: definition.id }),
			signal: controller.signal,
			told(fraction, note) {
				active.progress = fraction;
				if (note !== undefined) active.note = note;
				bus.emit('task.progress', { id: definition.id, fraction, ...(note !== undefined && { note }) });
			}
		}).then(({ state, said, fault }) => {
			delete entry.active;
			if (state === 'failed') log.warn({ err: fault, task: definition.id }, 'a task failed');
			const error = fault === undefined ? {} : { error: faultText(fault) };
			const ended = rows.end(db, run.id, { state, finishedAt: now(), ...(said && { said }), ...error });
			rows.trim(db, definition.id, keepRuns());
			changed(entry);
			return ended;
		});
		active.finished.catch((error: unknown) => log.error({ err: error }, 'a task run could not be recorded'));
		changed(entry);
		return active;
	}

	/** One run makes up for all that were missed, and the tasks that missed some come one after the other. */
	function catchUp(entry: Entry) {
		if (entry.definition.missed === 'skip') return plan(entry, nextRun(scheduleOf(entry), clock()));
		lastSlotAt = Math.max(lastSlotAt, now()) + Math.floor(catchUpGapMs * (0.5 + random() / 2));
		plan(entry, lastSlotAt);
		entry.catchingUp = true;
	}

	function startDue(entry: Entry, dueAt: number) {
		if (now() - dueAt > lateAfterMs && !entry.active) return catchUp(entry);
		const trigger = entry.catchingUp ? 'catch-up' : 'schedule';
		plan(entry, nextRun(scheduleOf(entry), clock()));
		if (!entry.active) begin(entry, trigger);
	}

	function tick() {
		const at = now();
		const clockWentBack = at < lastTickAt - 1_000;
		lastTickAt = at;
		for (const entry of entries.values()) {
			if (entry.nextRunAt === null) continue;
			if (clockWentBack) plan(entry, noLaterThan(scheduleOf(entry), entry.nextRunAt, clock()));
			else if (entry.nextRunAt <= at) startDue(entry, entry.nextRunAt);
		}
	}

	function guardedTick() {
		try {
			tick();
		} catch (error) {
			log.error({ err: error }, 'the task clock stumbled');
		}
	}

	function view(entry: Entry): TaskView {
		const { definition, active, enabled, nextRunAt } = entry;
		return {
			id: definition.id,
			title: definition.title,
			...(definition.description !== undefined && { description: definition.description }),
			schedule: scheduleOf(entry),
			defaultSchedule: defaultSchedule(definition),
			overridden: entry.own !== null,
			enabled,
			inMode: inMode(entry),
			running: active !== undefined,
			...(active?.progress !== undefined && { progress: active.progress }),
			...(active?.note !== undefined && { note: active.note }),
			nextRunAt,
			lastRun: rows.lastRun(db, definition.id)
		};
	}

	function beginByHand(id: string): ActiveRun {
		const entry = find(id);
		if (entry.active) throw conflict(`${entry.definition.title} is running already.`);
		const active = begin(entry, 'person');
		const schedule = scheduleOf(entry);
		if ('every' in schedule) plan(entry, nextRun(schedule, clock()));
		return active;
	}

	function replan(entry: Entry): TaskView {
		plan(entry, nextRun(scheduleOf(entry), clock()));
		changed(entry);
		return view(entry);
	}

	return {
		register(definitions) {
			for (const definition of definitions) entries.set(definition.id, open(definition));
		},
		list: () => [...entries.values()].map(view),
		get: (id) => view(find(id)),
		history: (id, limit = 50) => rows.history(db, find(id).definition.id, limit),
		begin(id) {
			beginByHand(id);
			return view(find(id));
		},
		runNow: async (id) => beginByHand(id).finished,
		cancel(id) {
			const { active } = find(id);
			active?.controller.abort(cancelled);
			return active !== undefined;
		},
		enable(id, enabled) {
			const entry = find(id);
			entry.enabled = enabled;
			rows.write(db, id, { enabled });
			return replan(entry);
		},
		reschedule(id, schedule) {
			const entry = find(id);
			entry.own = schedule && checked(schedule);
			rows.write(db, id, { schedule: entry.own });
			return replan(entry);
		},
		tick,
		start() {
			rows.interruptOpen(db, now());
			driver ??= scheduleCron('* * * * * *', guardedTick, { name: 'tasks', suppressMissedWarning: true });
		},
		async stop(graceMs = 5_000) {
			await driver?.destroy();
			driver = undefined;
			const active = [...entries.values()].flatMap((entry) => entry.active ?? []);
			for (const { controller } of active) controller.abort(stopping);
			const finished = Promise.allSettled(active.map((each) => each.finished));
			await Promise.race([finished, wait(graceMs)]);
		}
	};
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
