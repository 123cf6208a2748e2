/** What the name says about its place in a series, and which tokens [first, last) say it. */
export interface Numbering {
	seasons: number[];
	episodes: number[];
	absolute: number[];
	absoluteSpecial: number[];
	first: number;
	last: number;
	/** how it was written; it settles doubtful cases later */
	style: 'standard' | 'season' | 'episode' | 'of' | 'bare' | 'compressed' | 'part';
	episodeCount?: number;
	part?: number;
	seasonPart?: number;
	disc?: number;
	version?: number;
}

export function numbering(style: Numbering['style'], first: number, last: number): Numbering {
	return { seasons: [], episodes: [], absolute: [], absoluteSpecial: [], first, last, style };
}

/** Every number from a to b, when that is a sensible amount. */
export function span(a: number, b: number, most = 2000): number[] {
	if (b < a || b - a > most) return [a];
	const out: number[] = [];
	for (let n = a; n <= b; n++) out.push(n);
	return out;
}

export function union(a: number[], b: number[]): number[] {
	return [...new Set([...a, ...b])];
}
