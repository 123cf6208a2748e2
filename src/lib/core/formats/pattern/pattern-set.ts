import { createLiteralScanner } from './literal-scanner.ts';
import type { Pattern } from './pattern.ts';

/** Many patterns asked of one text: a single scan rules most of them out, the rest are tried when first asked. */
export interface PatternSet {
	/** Adds a pattern, or finds it again; yields its number. Throws PatternFault. */
	add(source: string): number;
	/** Turns to another text, after which `test` answers for that. */
	read(text: string): void;
	test(pattern: number): boolean;
	testAny(patterns: readonly number[]): boolean;
}

const no = 1;
const yes = 2;

export function createPatternSet(compile: (source: string) => Pattern): PatternSet {
	const numbers = new Map<string, number>();
	const patterns: Pattern[] = [];
	let filter: ReturnType<typeof createFilter> | undefined;
	let outcomes = new Uint8Array(0);
	let current = '';
	const test = (pattern: number): boolean => {
		const known = outcomes[pattern]!;
		if (known !== 0) return known === yes;
		const outcome = patterns[pattern]!.test(current);
		outcomes[pattern] = outcome ? yes : no;
		return outcome;
	};
	return {
		add(source) {
			const known = numbers.get(source);
			if (known !== undefined) return known;
			const number = patterns.push(compile(source)) - 1;
			numbers.set(source, number);
			filter = undefined;
			return number;
		},
		read(text) {
			filter ??= createFilter(patterns);
			if (outcomes.length !== patterns.length) outcomes = new Uint8Array(patterns.length);
			current = text;
			filter(text, outcomes);
		},
		test,
		testAny(wanted) {
			for (const pattern of wanted) if (outcomes[pattern] !== no && test(pattern)) return true;
			return false;
		}
	};
}

/** Sets the outcomes to "no" where a required literal is missing, else to "not known". */
function createFilter(patterns: readonly Pattern[]): (text: string, outcomes: Uint8Array) => void {
	const scanner = createLiteralScanner(
		patterns.flatMap(({ literals }, owner) => (literals ?? []).map((text) => ({ text, owner })))
	);
	const blank = Uint8Array.from(patterns, ({ literals }) => (literals ? no : 0));
	return (text, outcomes) => {
		outcomes.set(blank);
		scanner.scan(text.toLowerCase(), (owner) => (outcomes[owner] = 0));
	};
}
