import { type Pattern, compilePattern } from '#core/formats/pattern/pattern.ts';
import { PatternFault } from '#core/formats/pattern/pattern-fault.ts';

const compiled = new Map<string, Pattern | PatternFault>();
const maxCompiled = 500;

/** The first term that stands in the text: words as they are, "/…/" as patterns. A faulty pattern finds nothing. */
export function findTerm(terms: readonly string[], text: string): string | undefined {
	const lower = text.toLowerCase();
	return terms.find((term) => {
		const words = term.trim().toLowerCase();
		const pattern = patternOf(term);
		if (pattern) return !(pattern instanceof PatternFault) && pattern.test(text);
		return words !== '' && lower.includes(words);
	});
}

/** What is wrong with a term, for the form in which it is entered. */
export function termFault(term: string): string | undefined {
	const pattern = patternOf(term);
	return pattern instanceof PatternFault ? pattern.message : undefined;
}

function patternOf(term: string): Pattern | PatternFault | undefined {
	const source = /^\/(.+)\/i?$/.exec(term.trim())?.[1];
	if (source === undefined) return undefined;
	const known = compiled.get(source);
	if (known) return known;
	if (compiled.size >= maxCompiled) compiled.clear();
	const pattern = compileOrFault(source);
	compiled.set(source, pattern);
	return pattern;
}

function compileOrFault(source: string): Pattern | PatternFault {
	try {
		return compilePattern(source);
	} catch (error) {
		if (error instanceof PatternFault) return error;
		throw error;
	}
}
