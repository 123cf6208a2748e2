import { runStep, type StepCall, type StepName } from '#core/definition/steps.ts';

export interface DefinitionWork extends StepCall {
	/** One number: the line of the definition that runs right now, readable when this thread hangs. */
	line: SharedArrayBuffer;
}

export default function runDefinition({ line, ...call }: DefinitionWork) {
	const current = new Int32Array(line);
	return runStep<StepName>({ ...call, onLine: (at) => (current[0] = at) });
}
