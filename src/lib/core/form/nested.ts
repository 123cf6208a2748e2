/**
 * { 'scores.0.set': 'a' } -> { scores: [{ set: 'a' }] }. Numbered parts make lists, whose holes close up; names come
 * from outside, so only a bounded depth and plain own properties are made.
 */
export function nested(flat: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const root: Branch = new Map();
	for (const [name, value] of Object.entries(flat)) {
		const path = name.split('.');
		if (path.length > maxDepth) continue;
		let at = root;
		for (const part of path.slice(0, -1)) {
			const next = at.get(part);
			const branch: Branch = next instanceof Map ? (next as Branch) : new Map<string, unknown>();
			at.set(part, branch);
			at = branch;
		}
		at.set(path.at(-1)!, value);
	}
	return grown(root) as Record<string, unknown>;
}

type Branch = Map<string, unknown>;
const maxDepth = 8;
const isNumber = (part: string): boolean => /^\d{1,6}$/.test(part);

function grown(value: unknown): unknown {
	if (!(value instanceof Map)) return value;
	const entries = [...(value as Branch)];
	if (entries.length > 0 && entries.every(([key]) => isNumber(key)))
		return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, child]) => grown(child));
	return Object.fromEntries(entries.map(([key, child]) => [key, grown(child)]));
}
