import type { StepInput, StepName, StepOutput, StepResult } from '#core/definition/steps.ts';
import type { SettingValues } from '#core/definition/variables.ts';
import { AppError } from '#server/platform/errors.ts';
import type { Workers } from '#server/platform/workers.ts';
import type { DefinitionWork } from './run-definition.worker.ts';

export interface DefinitionThread {
	run<N extends StepName>(name: N, input: StepInput<N>, signal?: AbortSignal): Promise<StepOutput<N>>;
}

interface ThreadOptions {
	workers: Workers;
	text: string;
	settings: SettingValues;
	baseUrl: string;
	clock: () => number;
	timeoutMs?: number;
}

/** A definition comes from anyone, so it never runs in the main thread: a hostile one costs its thread, no more. */
export function createThread({
	workers,
	text,
	settings,
	baseUrl,
	clock,
	timeoutMs = 10_000
}: ThreadOptions): DefinitionThread {
	return {
		async run<N extends StepName>(name: N, input: StepInput<N>, signal?: AbortSignal) {
			const line = new SharedArrayBuffer(4);
			const work = { name, input, text, settings, baseUrl, now: clock(), line } as unknown as DefinitionWork;
			const result = await workers
				.run<DefinitionWork, StepResult<StepOutput<N>>>('run-definition', work, {
					timeoutMs,
					...(signal && { signal })
				})
				.catch((error: unknown) => {
					throw signal?.aborted ? error : nameLine(error, new Int32Array(line)[0]!, timeoutMs);
				});
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
