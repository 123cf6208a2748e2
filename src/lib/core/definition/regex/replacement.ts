export interface MatchedText {
	text: string;
	start: number;
	end: number;
	/** The text of a group, '' when it took no part, undefined when the pattern has no such group. */
	group(name: string): string | undefined;
	lastGroup(): string;
}
export type Part = string | ((match: MatchedText) => string);

const reference = /\$(?:(\d+)|\{(\w+)\}|([$&`'+_]))/g;

/** .NET's replacement language: `$1 ${1} ${name} $0 $& $$`; what names no group stays as it is. */
export function parseReplacement(replacement: string): Part[] {
	if (!replacement.includes('$')) return [replacement];
	const parts: Part[] = [];
	let at = 0;
	for (const match of replacement.matchAll(reference)) {
		if (match.index > at) parts.push(replacement.slice(at, match.index));
		at = match.index + match[0].length;
		const [whole, number, name, sign] = match;
		if (sign !== undefined) parts.push(signs[sign]!);
		else parts.push((found) => found.group(name ?? number!) ?? whole);
	}
	if (at < replacement.length) parts.push(replacement.slice(at));
	return parts;
}

const signs: Record<string, Part> = {
	$: '$',
	'&': (match) => match.text.slice(match.start, match.end),
	'`': (match) => match.text.slice(0, match.start),
	"'": (match) => match.text.slice(match.end),
	'+': (match) => match.lastGroup(),
	_: (match) => match.text
};
