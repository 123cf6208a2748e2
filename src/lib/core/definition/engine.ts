import type { Definition } from './definition.ts';
import { createScope, type Scope } from './scope.ts';
import type { Value } from './template/template.ts';
import { configVariables, type SettingValues } from './variables.ts';

/** One definition with the settings of one indexer, at one moment. */
export interface Engine {
	definition: Definition;
	baseUrl: string;
	now: number;
	scope(variables?: ReadonlyMap<string, Value>): Scope;
}

export interface EngineOptions {
	definition: Definition;
	settings: SettingValues;
	baseUrl: string;
	now: number;
	maxCharacters?: number;
	/** Told every line that begins to run, so that a watcher can name the one that never ends. */
	onLine?: (line: number) => void;
}

export function createEngine(options: EngineOptions): Engine {
	const { definition, settings, baseUrl, now, maxCharacters, onLine } = options;
	const config = configVariables(definition, settings, baseUrl, now);
	return {
		definition,
		baseUrl,
		now,
		scope: (variables = new Map()) =>
			createScope({
				variables: new Map([...config, ...variables]),
				encoding: definition.encoding,
				now,
				...(maxCharacters !== undefined && { maxCharacters }),
				...(onLine && { onLine })
			})
	};
}
