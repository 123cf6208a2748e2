import { subjectOf, type JudgeOptions } from './judge.ts';
import type { Format } from '#core/formats/format.ts';
import { createFormatMatcher } from '#core/formats/format-matcher.ts';

export interface Trial {
	name: string;
	matches: boolean;
	/** Each condition's outcome, negation included, in the format's order. */
	holds: boolean[];
}

/** Holds one format against names and tells of every condition. Throws FormatFault. */
export function tryFormat(
	format: Format,
	names: readonly string[],
	options: Omit<JudgeOptions, 'now'> = {}
): Trial[] {
	const matcher = createFormatMatcher([format]);
	return names.map((name) => {
		const [outcome] = matcher.explain(subjectOf(name, options));
		return { name, matches: outcome!.matches, holds: outcome!.conditions.map(({ holds }) => holds) };
	});
}
