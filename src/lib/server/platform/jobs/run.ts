import type { JobContext, JobDefinition } from '../jobs.ts';
import type { JobRow } from './rows.ts';
import { logLimit } from './rows.ts';

/** Progress is told to people at most this often. */
const tellEveryMs = 250;
const lineLimit = 2_000;

export interface Run {
	id: number;
	kind: string;
	lane: string;
	progress: number;
	note: string | null;
	abort(reason: string): void;
	/** Ends what would still be told later. */
	end(): void;
}

export interface RunOutlets {
	told(run: Run): void;
	addLog(id: number, line: string): void;
	trimLog(id: number): void;
}

export function createRun(row: JobRow, outlets: RunOutlets): { run: Run; context: JobContext } {
	const controller = new AbortController();
	let lines = 0;
	let toldAt = 0;
	let later: NodeJS.Timeout | undefined;

	const tell = () => {
		later = undefined;
		toldAt = performance.now();
		outlets.told(run);
	};
	const run: Run = {
		id: row.id,
		kind: row.kind,
		lane: row.lane,
		progress: 0,
		note: null,
		abort: (reason) => controller.abort(new DOMException(reason, 'AbortError')),
		end() {
			clearTimeout(later);
			if (lines > logLimit) outlets.trimLog(row.id);
		}
	};
	const context: JobContext = {
		signal: controller.signal,
		jobId: row.id,
		attempt: row.attempts + 1,
		progress(fraction, note) {
			if (Number.isFinite(fraction)) run.progress = Math.min(1, Math.max(0, fraction));
			if (note !== undefined) run.note = note;
			const wait = toldAt + tellEveryMs - performance.now();
			if (wait <= 0) tell();
			else later ??= setTimeout(tell, wait);
		},
		log(line) {
			outlets.addLog(row.id, line.length > lineLimit ? `${line.slice(0, lineLimit)}…` : line);
			lines += 1;
			if (lines % logLimit === 0) outlets.trimLog(row.id);
		}
	};
	return { run, context };
}

/** A stored payload may be older than the program, so it is parsed again. */
export async function execute(definition: JobDefinition, row: JobRow, context: JobContext): Promise<string> {
	const payload: unknown = definition.payload.parse(JSON.parse(row.payload));
	const result = await definition.run(payload, context);
	return JSON.stringify(result ?? null);
}
