import type { Bus } from '../bus.ts';
import type { Events } from '../../events.ts';
import type { JobContext, JobDefinition, JobState, Lane } from '../jobs.ts';
import type { Log } from '../log.ts';
import { createOwner, isDead } from './owner.ts';
import { faultText, retryDelay, worthRetrying } from './retry.ts';
import type { Ending, JobRow, JobRows } from './rows.ts';
import { createRun, execute } from './run.ts';
import type { Run } from './run.ts';

const leaseMs = 30_000;
const heartbeatMs = 5_000;
const longestNapMs = 60_000;

type Outcome = Omit<Ending, 'id' | 'owner' | 'now'> & { line?: string };

export interface RunnerDeps {
	rows: JobRows;
	bus: Bus<Events>;
	log: Log;
	definitions: ReadonlyMap<string, JobDefinition>;
	limitOf(lane: string): number;
	changed(id: number, kind: string, state: JobState): void;
	now(): number;
	random(): number;
}

/** Claims what is due, lane by lane, runs it, and keeps the leases of what runs. */
export function createRunner({ rows, bus, log, definitions, limitOf, changed, now, random }: RunnerDeps) {
	const owner = createOwner();
	const running = new Map<number, Run>();
	const perLane = new Map<string, number>();
	const ended = new Set<() => void>();
	const waiting = new Set<string>();
	let kindsOf = new Map<string, string>();
	let pump: NodeJS.Immediate | undefined;
	let heartbeat: NodeJS.Timeout | undefined;
	let nap: NodeJS.Timeout | undefined;
	let wakeAt = Infinity;
	let stopping = false;

	/** One round of claims a turn of the event loop, so that ten thousand small jobs do not hold up anything else. */
	function wake(lane: string) {
		if (!heartbeat || stopping) return;
		waiting.add(lane);
		pump ??= setImmediate(claimDue);
	}

	function claimDue() {
		pump = undefined;
		const lanes = [...waiting];
		waiting.clear();
		for (const lane of lanes) guarded(() => claim(lane));
	}

	function claim(lane: string) {
		const kinds = kindsOf.get(lane);
		const limit = limitOf(lane) - (perLane.get(lane) ?? 0);
		if (!kinds || limit <= 0) return;
		const at = now();
		const claimed = rows.claim({ lane, kinds, owner, now: at, until: at + leaseMs, limit });
		for (const row of claimed) void work(row);
		if (claimed.length < limit) napUntil(rows.nextDue(lane, at));
	}

	function napUntil(at: number | undefined) {
		if (at === undefined || at >= wakeAt) return;
		wakeAt = at;
		clearTimeout(nap);
		nap = setTimeout(
			() => {
				wakeAt = Infinity;
				wakeAll();
			},
			Math.min(longestNapMs, Math.max(1, at - now()))
		);
	}

	const wakeAll = () => {
		for (const lane of kindsOf.keys()) wake(lane);
	};

	async function work(row: JobRow) {
		const { run, context } = createRun(row, {
			told: ({ id, progress, note }) =>
				bus.emit('job.progress', { id, fraction: progress, ...(note !== null && { note }) }),
			addLog: (id, line) => rows.addLog(id, now(), line),
			trimLog: rows.trimLog
		});
		running.set(row.id, run);
		perLane.set(row.lane, (perLane.get(row.lane) ?? 0) + 1);
		changed(row.id, row.kind, 'running');
		const outcome = await attempt(row, context);
		guarded(() => {
			run.end();
			const ended = outcome !== undefined && settle(row, outcome);
			if (!ended && !stopping) rows.release(row.id, owner);
		});
		running.delete(row.id);
		perLane.set(row.lane, perLane.get(row.lane)! - 1);
		for (const tell of ended) tell();
		wake(row.lane);
	}

	/** Undefined when an abort interrupted it: cancel has written the row already, stop gives the rest back. */
	async function attempt(row: JobRow, context: JobContext): Promise<Outcome | undefined> {
		try {
			return { state: 'done', result: await execute(definitions.get(row.kind)!, row, context) };
		} catch (error) {
			if (context.signal.aborted) return undefined;
			const text = faultText(error);
			if (context.attempt >= row.maxAttempts || !worthRetrying(error)) {
				log.warn({ err: error, job: row.id, kind: row.kind }, 'a job failed');
				return { state: 'failed', error: text, line: `Failed: ${text}` };
			}
			const runAt = now() + retryDelay(error, context.attempt, random);
			const line = `Try ${context.attempt} of ${row.maxAttempts} failed: ${text}`;
			return { state: 'queued', error: text, runAt, line };
		}
	}

	/** False when the job was cancelled or taken over in the meantime. */
	function settle(row: JobRow, { line, ...ending }: Outcome): boolean {
		if (line) rows.addLog(row.id, now(), line);
		const ended = rows.end({ id: row.id, owner, now: now(), ...ending });
		if (ended) changed(row.id, row.kind, ending.state);
		return ended;
	}

	/** A full disk must not end the program; a row that could not be written is found again when its lease runs out. */
	function guarded(step: () => void) {
		try {
			step();
		} catch (error) {
			log.error({ err: error }, 'the job queue could not be written');
		}
	}

	function beat() {
		const until = now() + leaseMs;
		for (const { id, progress, note, abort } of running.values()) {
			if (!rows.renew({ id, owner, until, progress, note })) abort('Another process took this job over');
		}
		takeOver();
		wakeAll();
	}

	/** Queues again what the dead left behind, and whatever nobody has looked after. */
	function takeOver() {
		for (const lease of rows.leases()) {
			const gone = lease.owner !== owner && isDead(lease.owner);
			if (!gone && lease.until >= now()) continue;
			const found = rows.recover({ owner: lease.owner, before: gone ? Infinity : now(), now: now() });
			if (found.length > 0)
				log.warn({ jobs: found.length }, 'queued again what an earlier run left unfinished');
			for (const row of found) changed(row.id, row.kind, row.state);
		}
	}

	const allEnded = (withinMs: number) =>
		new Promise<void>((resolve) => {
			const check = () => {
				if (running.size > 0) return;
				finish();
			};
			const timer = setTimeout(() => finish(), withinMs);
			const finish = () => {
				clearTimeout(timer);
				ended.delete(check);
				resolve();
			};
			ended.add(check);
			check();
		});

	return {
		running,
		wake,
		refresh() {
			const lists = Map.groupBy(definitions.values(), (definition): Lane => definition.lane);
			kindsOf = new Map(
				[...lists].map(([lane, list]) => [lane, JSON.stringify(list.map(({ kind }) => kind))])
			);
			wakeAll();
		},
		start() {
			stopping = false;
			takeOver();
			heartbeat ??= setInterval(() => guarded(beat), heartbeatMs);
			wakeAll();
		},
		async stop(graceMs: number) {
			if (!heartbeat) return;
			stopping = true;
			clearInterval(heartbeat);
			clearTimeout(nap);
			if (pump) clearImmediate(pump);
			heartbeat = pump = undefined;
			wakeAt = Infinity;
			await allEnded(graceMs / 3);
			for (const run of running.values()) run.abort('Bijou is stopping');
			await allEnded((graceMs * 2) / 3);
			rows.giveBack(owner);
		}
	};
}
