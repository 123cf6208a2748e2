import type { Text } from './definition.ts';
import { placed } from './faults.ts';
import { expand, type Value } from './template/template.ts';

/** Where and with what a piece of a definition is evaluated. */
export interface Scope {
	variables: Map<string, Value>;
	encoding: string;
	now: number;
	/** Longer texts from a filter are a fault. */
	maxCharacters: number;
	expand(text: Text, encode?: (text: string) => string): string;
	/** Runs what stands on a line; faults get that line, and so does whoever watches a run that never ends. */
	at<T>(line: number, run: () => T): T;
}

export interface ScopeOptions {
	variables: Map<string, Value>;
	encoding: string;
	now: number;
	maxCharacters?: number;
	onLine?: (line: number) => void;
}

const usualMaxCharacters = 4 * 1024 * 1024;

export function createScope(options: ScopeOptions): Scope {
	const { variables, encoding, now, maxCharacters = usualMaxCharacters, onLine } = options;
	const at = <T>(line: number, run: () => T): T => {
		onLine?.(line);
		return placed(line, run);
	};
	return {
		variables,
		encoding,
		now,
		maxCharacters,
		at,
		expand: (text, encode) =>
			text.text.includes('{{')
				? at(text.line, () => expand(text.text, { variables, ...(encode && { encode }) }))
				: text.text
	};
}
