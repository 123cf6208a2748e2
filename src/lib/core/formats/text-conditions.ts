import { type Pattern, compilePattern } from './pattern/pattern.ts';
import { type PatternSet, createPatternSet } from './pattern/pattern-set.ts';
import type { Condition } from './condition.ts';
import type { Traits } from './traits.ts';

export type TextCondition = Extract<Condition, { type: 'title' | 'group' | 'edition' | 'indexer' }>;
type TextKind = TextCondition['type'] | 'fileName';

const kinds: readonly TextKind[] = ['title', 'fileName', 'group', 'edition', 'indexer'];

/** The patterns of many formats, gathered by the text they are held against. */
export interface TextConditions {
	/** Yields the pattern's number among those of its type. Throws PatternFault. */
	add(condition: TextCondition): number;
	/** Turns to another release. */
	read(traits: Traits): void;
	anyHolds(type: TextCondition['type'], patterns: readonly number[], traits: Traits): boolean;
}

export const isTextCondition = (condition: Condition): condition is TextCondition =>
	(kinds as readonly string[]).includes(condition.type);

export function createTextConditions(): TextConditions {
	// Titles and file names are held against the same patterns.
	const compiled = new Map<string, Pattern>();
	const compile = (source: string) => {
		const pattern = compiled.get(source) ?? compilePattern(source);
		compiled.set(source, pattern);
		return pattern;
	};
	const made = kinds.map((kind) => [kind, createPatternSet(compile)]);
	const sets = Object.fromEntries(made) as Record<TextKind, PatternSet>;
	return {
		add({ type, value }) {
			// A file name is judged by the patterns for titles, under the same numbers.
			if (type === 'title') sets.fileName.add(value);
			return sets[type].add(value);
		},
		read(traits) {
			for (const kind of kinds) {
				const text = traits[kind];
				if (text !== undefined) sets[kind].read(text);
			}
		},
		anyHolds(type, patterns, traits) {
			if (traits[type] !== undefined && sets[type].testAny(patterns)) return true;
			return type === 'title' && traits.fileName !== undefined && sets.fileName.testAny(patterns);
		}
	};
}
