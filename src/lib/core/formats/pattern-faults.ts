import type { Condition } from './condition.ts';
import { PatternFault } from './pattern/pattern-fault.ts';
import { compilePattern } from './pattern/pattern.ts';

export interface PlacedFault {
	/** Of the condition. */
	index: number;
	/** Of the character, from 0. */
	position: number;
	message: string;
}

const withPattern = new Set(['title', 'group', 'edition', 'indexer']);

/** Whether people write a regular expression for it. */
export const hasPattern = (type: string): boolean => withPattern.has(type);

/** What is wrong with the patterns of a format, each with the character to look at. */
export function patternFaults(
	conditions: readonly (Pick<Condition, 'type'> & { value?: unknown })[]
): PlacedFault[] {
	return conditions.flatMap(({ type, value }, index) => {
		if (!hasPattern(type) || typeof value !== 'string' || value === '') return [];
		try {
			compilePattern(value);
			return [];
		} catch (error) {
			if (!(error instanceof PatternFault)) throw error;
			return [{ index, position: error.position, message: error.message }];
		}
	});
}
