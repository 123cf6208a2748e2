/** Which characters one place of a pattern accepts. Letter case is folded in, so matching never looks at it again. */
export interface CharSet {
	readonly ascii: Uint8Array;
	/** For code units past ASCII; undefined when none is accepted. */
	readonly wide: ((code: number) => boolean) | undefined;
}

interface Part {
	readonly from: number;
	readonly to: number;
}

export type SetPart = Part | CharSet;

const table = (accepts: (code: number) => boolean): Uint8Array =>
	Uint8Array.from({ length: 128 }, (_, code) => (accepts(code) ? 1 : 0));

function fromExpression(expression: RegExp): CharSet {
	const accepts = (code: number) => expression.test(String.fromCharCode(code));
	return { ascii: table(accepts), wide: accepts };
}

// The classes of .NET, which the tools that people's formats come from run on: Unicode-aware.
export const digit = fromExpression(/\p{Nd}/u);
export const word = fromExpression(/[\p{L}\p{Mn}\p{Nd}\p{Pc}]/u);
export const space = fromExpression(/\s/u);
export const anyButNewline: CharSet = complement(charSet([{ from: 10, to: 10 }]));

export const property = (name: string): CharSet => fromExpression(new RegExp(`\\p{${name}}`, 'u'));

export function complement(set: CharSet): CharSet {
	const { ascii, wide } = set;
	return {
		ascii: table((code) => ascii[code] === 0),
		wide: wide ? (code) => !wide(code) : () => true
	};
}

export function accepts(set: CharSet, code: number): boolean {
	return code < 128 ? set.ascii[code] === 1 : set.wide !== undefined && set.wide(code);
}

function casesOf(code: number): number[] {
	const text = String.fromCharCode(code);
	const cases = [text.toLowerCase(), text.toUpperCase()].filter((other) => other.length === 1);
	return [code, ...cases.map((other) => other.charCodeAt(0))];
}

export function charSet(parts: readonly SetPart[]): CharSet {
	const ranges = parts.filter((part): part is Part => 'from' in part);
	const sets = parts.filter((part): part is CharSet => 'ascii' in part);
	const inRange = (code: number) => ranges.some((range) => code >= range.from && code <= range.to);
	const isWide = ranges.some((range) => range.to > 127) || sets.some((set) => set.wide);
	return {
		ascii: table((code) => casesOf(code).some(inRange) || sets.some((set) => set.ascii[code] === 1)),
		wide: isWide ? (code) => casesOf(code).some(inRange) || sets.some((set) => set.wide?.(code)) : undefined
	};
}
