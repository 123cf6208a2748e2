import type { Transferable } from 'node:worker_threads';

export interface WorkerRun {
	signal?: AbortSignal;
	/** 60 seconds when absent. */
	timeoutMs?: number;
	transfer?: Transferable[];
}

export interface Workers {
	/** Runs `name.worker.ts`, found anywhere under src/lib/server, in a thread. */
	run<I, O>(worker: string, input: I, options?: WorkerRun): Promise<O>;
	close(): Promise<void>;
}
