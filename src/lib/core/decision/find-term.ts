import { type Pattern, compilePattern } from '#core/formats/pattern/pattern.ts';

const compiled = new Map<string, Pattern>();
const maxCompiled = 500;

/** The first term that stands in the text. Words are sought as they are, "/…/" as patterns. Throws PatternFault. */
export function findTerm(terms: readonly string[], text: string): string | undefined {
	const lower = text.toLowerCase();
	return terms.find((term) => {
		const source = /^\/(.+)\/i?$/.exec(term.trim())?.[1];
		return source === undefined
			? term.trim() !== '' && lower.includes(term.trim().toLowerCase())
			: patternOf(source).test(text);
	});
}

function patternOf(source: string): Pattern {
	const known = compiled.get(source);
	if (known) return known;
	if (compiled.size >= maxCompiled) compiled.clear();
	const pattern = compilePattern(source);
	compiled.set(source, pattern);
	return pattern;
}
