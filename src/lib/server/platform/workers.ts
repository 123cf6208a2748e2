import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Transferable } from 'node:worker_threads';
import type { Piscina } from 'piscina';
import { AppError, toAppError, unavailable } from './errors.ts';
import type { Log } from './log.ts';
import { projectRoot } from './root.ts';
import { createTurns } from './turns.ts';

export interface WorkerRun {
	signal?: AbortSignal;
	/** Of the work itself, without waiting for a thread; 60 seconds when absent. */
	timeoutMs?: number;
	transfer?: Transferable[];
}

export interface Workers {
	/** Runs `name.worker.ts`, found anywhere under src/lib/server, in a thread. */
	run<I, O>(worker: string, input: I, options?: WorkerRun): Promise<O>;
	close(): Promise<void>;
}

export interface WorkersDeps {
	log: Log;
	/** Folder of sources or of bundled workers; follows from how the program runs when absent. */
	folder?: string;
	maxThreads?: number;
	/** Heap of one thread. */
	memoryMb?: number;
}

const longestQueueMs = 5 * 60_000;

/** Sources run as they are (Node strips the types); the build puts each worker beside the server. */
const fromSource = import.meta.url.endsWith('.ts');
const ownFolder = join(projectRoot, fromSource ? 'src/lib/server' : 'build/workers');

/** One pool for all workers: it starts with the first work and its threads end when idle. */
export function createWorkers({
	log,
	folder = ownFolder,
	maxThreads = spareCores(),
	memoryMb = 512
}: WorkersDeps): Workers {
	let pool: Promise<Piscina> | undefined;
	let files: Map<string, string> | undefined;
	const enter = createTurns(maxThreads);

	const open = async () => {
		const { Piscina } = await import('piscina');
		const opened = new Piscina({
			minThreads: 0,
			maxThreads,
			idleTimeout: 10_000,
			recordTiming: false,
			// Waiting threads sleep instead of blocking on shared memory.
			atomics: 'disabled',
			resourceLimits: { maxOldGenerationSizeMb: memoryMb }
		});
		// An answer that arrives just as its task is given up is reported this way; unheard, it would end the process.
		opened.on('error', (error) => log.debug({ err: error }, 'a worker answered what nobody asked any more'));
		return opened;
	};
	const fileOf = (worker: string) => {
		files ??= findWorkers(folder);
		const file = files.get(worker);
		if (!file) throw new AppError('internal', `There is no worker ${worker} in ${folder}.`);
		return file;
	};

	/** Work waits here and not in the pool, so that its time begins when a thread takes it up. */
	async function freeThread(worker: string, signal: AbortSignal | undefined): Promise<() => void> {
		const patience = AbortSignal.timeout(longestQueueMs);
		try {
			return await enter(signal ? AbortSignal.any([signal, patience]) : patience);
		} catch (error) {
			if (!patience.aborted) throw error;
			throw unavailable(`All threads are busy: ${worker} did not get its turn.`);
		}
	}

	return {
		async run<I, O>(worker: string, input: I, { signal, timeoutMs = 60_000, transfer }: WorkerRun = {}) {
			const filename = pathToFileURL(fileOf(worker)).href;
			const leave = await freeThread(worker, signal);
			const timeout = AbortSignal.timeout(timeoutMs);
			const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
			try {
				const options = { filename, signal: either, ...(transfer && { transferList: transfer as never }) };
				pool ??= open();
				return (await (await pool).run(input, options)) as O;
			} catch (error) {
				if (signal?.aborted) throw signal.reason;
				if (timeout.aborted)
					throw new AppError('timeout', `${worker} took longer than ${timeoutMs / 1_000} s.`, {
						status: 503
					});
				if (!isCrash(error)) throw error;
				log.error({ err: error, worker }, 'a worker thread died');
				throw unavailable(`${worker} died while working: ${toAppError(error).message}`);
			} finally {
				leave();
			}
		},
		async close() {
			const closing = pool;
			pool = undefined;
			await (await closing)?.destroy();
		}
	};
}

/** Two at least: work that somebody made to take long must not hold up all other work. */
const spareCores = () => Math.max(2, availableParallelism() - 1);

const findWorkers = (folder: string) =>
	new Map(
		globSync('**/*.{worker.ts,js}', { cwd: folder })
			.filter((path) => !path.includes('chunks'))
			.map((path) => [basename(path).replace(/(\.worker\.ts|\.js)$/, ''), join(folder, path)])
	);

/** The thread itself ended: out of memory, or someone called exit. What a worker throws arrives as it was. */
function isCrash(error: unknown): boolean {
	const { code, message } = error as { code?: string; message?: string };
	return code === 'ERR_WORKER_OUT_OF_MEMORY' || /worker (exited|.*terminat)/i.test(message ?? '');
}
