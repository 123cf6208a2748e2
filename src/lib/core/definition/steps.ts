import type { SearchQuery } from '../torznab/query.ts';
import type { Definition } from './definition.ts';
import { nextDownload, type DownloadState } from './download.ts';
import { createEngine, type Engine } from './engine.ts';
import { DefinitionFault } from './faults.ts';
import { decodeBytes } from './encode.ts';
import { planLogin, planLoginTest, readLoginAnswer, readLoginForm } from './login.ts';
import { parseHtml } from './page/html.ts';
import { planSearch, type SearchRequest } from './plan-search.ts';
import { isSignedOut, readAnswer } from './read-answer.ts';
import type { Answer } from './request.ts';
import type { SettingValues } from './variables.ts';

/** Everything that evaluates a definition, as pure steps between requests. They may run in another thread. */
const steps = {
	planSearch: (engine: Engine, { query }: { query: SearchQuery }) => planSearch(engine, query),
	readAnswer: (engine: Engine, input: { query: SearchQuery; request: SearchRequest; answer: Answer }) =>
		readAnswer(engine, input.query, input.request, input.answer),
	planLogin: (engine: Engine) => planLogin(engine),
	readLoginForm,
	readLoginAnswer: (engine: Engine, { answer }: { answer: Answer }) => readLoginAnswer(engine, answer),
	planLoginTest: (engine: Engine) => planLoginTest(engine),
	isSignedOut: (engine: Engine, { answer }: { answer: Answer }) =>
		isSignedOut(
			engine.definition,
			answer,
			parseHtml(decodeBytes(answer.bytes, engine.definition.encoding)),
			engine.scope()
		),
	nextDownload: (engine: Engine, state: DownloadState) => nextDownload(engine, state)
};
type Steps = typeof steps;
export type StepName = keyof Steps;
export type StepInput<N extends StepName> = Steps[N] extends (engine: Engine, input: infer I) => unknown
	? I
	: undefined;
export type StepOutput<N extends StepName> = ReturnType<Steps[N]>;

export interface StepCall<N extends StepName = StepName> {
	name: N;
	input: StepInput<N>;
	/** The definition as JSON, which threads read far quicker than its file. */
	definition: string;
	settings: SettingValues;
	baseUrl: string;
	now: number;
	maxCharacters?: number;
	onLine?: (line: number) => void;
}
export type StepResult<T> = { ok: true; value: T } | { ok: false; message: string; line: number };

const known = new Map<string, Definition>();
const mostKnown = 200;

function definitionOf(json: string): Definition {
	let definition = known.get(json);
	if (definition) return definition;
	definition = JSON.parse(json) as Definition;
	if (known.size >= mostKnown) known.clear();
	known.set(json, definition);
	return definition;
}

/** Faults of the definition come back as values, since errors lose their form between threads. */
export function runStep<N extends StepName>(call: StepCall<N>): StepResult<StepOutput<N>> {
	try {
		const engine = createEngine({ ...call, definition: definitionOf(call.definition) });
		const step = steps[call.name] as unknown as (engine: Engine, input: StepInput<N>) => StepOutput<N>;
		return { ok: true, value: step(engine, call.input) };
	} catch (error) {
		if (error instanceof DefinitionFault) return { ok: false, message: error.message, line: error.line };
		if (error instanceof RangeError)
			return {
				ok: false,
				message: `the answer is nested too deeply or too large (${error.message})`,
				line: 0
			};
		throw error;
	}
}
