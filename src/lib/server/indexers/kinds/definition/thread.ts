import type { Definition } from '#core/definition/definition.ts';
import { isShort, plansQuickly, quickCharacters } from '#core/definition/plan-cost.ts';
import {
	runStep,
	type StepCall,
	type StepInput,
	type StepName,
	type StepOutput,
	type StepResult
} from '#core/definition/steps.ts';
import type { SearchQuery } from '#core/torznab/query.ts';
import type { SettingValues } from '#core/definition/variables.ts';
import { AppError } from '#server/platform/errors.ts';
import type { Workers } from '#server/platform/workers.ts';
import type { DefinitionWork } from './run-definition.worker.ts';

export interface DefinitionThread {
	run<N extends StepName>(name: N, input: StepInput<N>, signal?: AbortSignal): Promise<StepOutput<N>>;
}

interface ThreadOptions {
	workers: Workers;
	definition: Definition;
	settings: SettingValues;
	baseUrl: string;
	clock: () => number;
	timeoutMs?: number;
}

const lastUse = new WeakMap<Workers, number>();
const coolsAfterMs = 5_000;

/**
 * A definition comes from anyone, so it does not run in the main thread: a hostile one costs its thread, no more.
 * Only plans that cannot take long are made here, since a search over many indexers begins with all of them.
 */
export function createThread(options: ThreadOptions): DefinitionThread {
	const { workers, settings, baseUrl, clock, timeoutMs = 10_000 } = options;
	const definition = JSON.stringify(options.definition);
	const quick = plansQuickly(options.definition);
	const isQuick = (name: StepName, input: unknown) =>
		quick && name === 'planSearch' && isShort((input as { query: SearchQuery }).query);

	async function inThread<N extends StepName>(
		call: StepCall<N>,
		signal?: AbortSignal
	): Promise<StepResult<StepOutput<N>>> {
		const line = new SharedArrayBuffer(4);
		const work = { ...call, line } as unknown as DefinitionWork;
		try {
			return await workers.run('run-definition', work, { timeoutMs, ...(signal && { signal }) });
		} catch (error) {
			throw signal?.aborted ? error : nameLine(error, new Int32Array(line)[0]!, timeoutMs);
		}
	}

	/** A thread takes longer to start than most sites to answer, so it starts while the request is on its way. */
	function warmUp(call: StepCall) {
		const now = performance.now();
		if (now - (lastUse.get(workers) ?? -Infinity) < coolsAfterMs) return;
		lastUse.set(workers, now);
		inThread(call).catch(() => undefined);
	}

	return {
		async run<N extends StepName>(name: N, input: StepInput<N>, signal?: AbortSignal) {
			const call: StepCall<N> = { name, input, definition, settings, baseUrl, now: clock() };
			const planned = isQuick(name, input) ? runStep({ ...call, maxCharacters: quickCharacters }) : undefined;
			if (planned?.ok) warmUp(call as unknown as StepCall);
			const result = planned?.ok ? planned : await inThread(call, signal);
			if (result.ok) return result.value;
			throw definitionFault(result.message, result.line);
		}
	};
}

function nameLine(error: unknown, line: number, timeoutMs: number): unknown {
	if (!(error instanceof AppError) || line === 0) return error;
	const what =
		error.code === 'timeout' ? `took longer than ${timeoutMs / 1000} s and was stopped` : 'broke its thread';
	return definitionFault(`line ${line}: this part of the definition ${what}`, line);
}

export const definitionFault = (message: string, line: number): AppError =>
	new AppError(
		'definition',
		`${message[0]!.toUpperCase()}${message.slice(1)}${message.endsWith('.') ? '' : '.'}`,
		{
			status: 502,
			details: { line }
		}
	);
