import type { Definition } from '#core/definition/definition.ts';
import type { Fault } from '#core/definition/faults.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import type { Workers } from '#server/platform/workers.ts';
import type { DefinitionRead, ReadDefinitions } from './read-definitions.worker.ts';

export type Summarised = Pick<DefinitionRead, 'summary' | 'faults'>;

export interface DefinitionReader {
	/** In the order given; one that takes too long gets a fault of its own. */
	summarise(texts: readonly string[], signal?: AbortSignal): Promise<Summarised[]>;
	whole(text: string): Promise<Definition>;
}

export const maxDefinitionBytes = 512 * 1024;
const together = 40;
const togetherMs = 30_000;
const aloneMs = 4_000;

export function createDefinitionReader(workers: Workers): DefinitionReader {
	const run = (texts: string[], whole: boolean, timeoutMs: number, signal?: AbortSignal) =>
		workers.run<ReadDefinitions, DefinitionRead[]>(
			'read-definitions',
			{ texts, whole },
			{ timeoutMs, ...(signal && { signal }) }
		);

	async function alone(text: string, signal?: AbortSignal): Promise<Summarised> {
		if (Buffer.byteLength(text) > maxDefinitionBytes) return tooBig;
		try {
			return (await run([text], false, aloneMs, signal))[0]!;
		} catch (error) {
			if (signal?.aborted || !isTooMuch(error)) throw error;
			return { faults: [fault(`Reading it took more than ${aloneMs / 1000} s or too much memory, and was stopped.`)] };
		}
	}

	/** Where one of many is hostile, each gets a thread for itself. */
	async function chunk(texts: string[], signal?: AbortSignal): Promise<Summarised[]> {
		if (texts.length === 1 || texts.some((text) => text.length > maxDefinitionBytes))
			return Promise.all(texts.map((text) => alone(text, signal)));
		try {
			return await run(texts, false, togetherMs, signal);
		} catch (error) {
			if (signal?.aborted || !isTooMuch(error)) throw error;
			return Promise.all(texts.map((text) => alone(text, signal)));
		}
	}

	return {
		async summarise(texts, signal) {
			const read: Summarised[] = [];
			for (let at = 0; at < texts.length; at += together)
				read.push(...(await chunk(texts.slice(at, at + together), signal)));
			return read;
		},
		async whole(text) {
			const { definition, faults } = (await run([text], true, aloneMs))[0]!;
			if (definition) return definition;
			const first = faults.find(({ severity }) => severity === 'error') ?? faults[0];
			throw invalid(`The definition cannot be used: line ${first?.line}: ${first?.message}`, faults);
		}
	};
}

/** It took too long, or its thread ran out of memory. */
const isTooMuch = (error: unknown): boolean =>
	error instanceof AppError && (error.code === 'timeout' || error.code === 'unavailable');

const fault = (message: string): Fault => ({ severity: 'error', message, line: 1, column: 1 });
const tooBig: Summarised = {
	faults: [fault(`A definition may have at most ${maxDefinitionBytes / 1024} KiB.`)]
};
