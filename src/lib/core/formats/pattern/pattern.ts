import { backtrackingCost } from './backtracking-cost.ts';
import { requiredLiterals } from './literals.ts';
import { nativeSource } from './native-source.ts';
import type { Node } from './node.ts';
import { parsePattern } from './parse-pattern.ts';
import { PatternFault } from './pattern-fault.ts';
import { compileProgram } from './program.ts';
import { runProgram } from './run-program.ts';

export interface Pattern {
	readonly source: string;
	/** Every matching text holds one of these, in lower case; undefined when nothing is known. */
	readonly literals: readonly string[] | undefined;
	test(text: string): boolean;
}

export const maxPatternLength = 4000;
export const maxTextLength = 1000;

/** What a backtracking engine may cost at most for one test: some milliseconds. */
const stepBudget = 3_000_000;
const lengths = [512, 384, 256, 192, 128, 96, 64, 32];
const ascii = /^[\0-\x7f]*$/;

/**
 * A person's regular expression, made safe: ignoring case, Unicode-aware, only asking whether it matches.
 * The engine of the platform is used on ASCII text so short that the pattern provably stays within the budget; all
 * else goes to our own engine, which takes bounded time on every pattern. Throws PatternFault.
 */
export function compilePattern(source: string): Pattern {
	if (source.length > maxPatternLength) {
		throw new PatternFault(
			`A pattern may have ${maxPatternLength} characters at most.`,
			source.slice(0, 20),
			0
		);
	}
	const tree = parsePattern(source);
	const program = compileProgram(tree);
	const nativeUpTo = lengths.find((length) => backtrackingCost(tree, length) <= stepBudget) ?? -1;
	const native = nativeUpTo < 0 ? undefined : compileNative(tree);
	return {
		source,
		literals: requiredLiterals(tree),
		test(text) {
			const line = text.length > maxTextLength ? text.slice(0, maxTextLength) : text;
			return native && line.length <= nativeUpTo && ascii.test(line)
				? native.test(line)
				: runProgram(program, line);
		}
	};
}

function compileNative(tree: Node): RegExp | undefined {
	try {
		return new RegExp(nativeSource(tree));
	} catch {
		// Too large for the platform's engine; ours takes it.
		return undefined;
	}
}
