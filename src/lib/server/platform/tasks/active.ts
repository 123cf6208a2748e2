import { said, type Said } from '#core/text/said.ts';
import type { Log } from '../log.ts';
import type { TaskDefinition, TaskRun } from '../tasks.ts';

const tellEveryMs = 250;

export interface ActiveRun {
	run: TaskRun;
	controller: AbortController;
	progress?: number;
	note?: string;
	finished: Promise<TaskRun>;
}

export interface Outcome {
	state: 'done' | 'failed' | 'cancelled' | 'interrupted';
	said?: Said;
	fault?: unknown;
}

/** Why a run was told to stop. */
export const cancelled = new DOMException('Cancelled', 'AbortError');
export const stopping = new DOMException('Bijou is stopping', 'AbortError');

interface Surroundings {
	log: Log;
	signal: AbortSignal;
	told(progress: number, note: string | undefined): void;
}

/** Runs a task's function; every way it can end becomes an outcome. */
export async function perform(task: TaskDefinition, { log, signal, told }: Surroundings): Promise<Outcome> {
	let toldAt = -Infinity;
	const progress = (fraction: number, note?: string) => {
		const at = performance.now();
		if (!Number.isFinite(fraction) || (at - toldAt < tellEveryMs && fraction < 1)) return;
		toldAt = at;
		told(Math.min(1, Math.max(0, fraction)), note);
	};
	try {
		const words = await task.run({ signal, progress, log });
		if (!words) return { state: 'done' };
		return { state: 'done', said: typeof words === 'string' ? said(words) : words };
	} catch (fault) {
		if (!signal.aborted) return { state: 'failed', fault };
		return { state: signal.reason === stopping ? 'interrupted' : 'cancelled' };
	}
}
