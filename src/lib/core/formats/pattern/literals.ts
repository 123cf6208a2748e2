import type { CharSet } from './char-set.ts';
import type { Node } from './node.ts';

const maxStrings = 700;
const maxChoices = 8;

/** Every string a pattern can match, in lower case, when these are few and plain. */
export function exactStrings(node: Node): string[] | undefined {
	switch (node.kind) {
		case 'empty':
			return [''];
		case 'never':
			return [];
		case 'set':
			return choicesOf(node.set);
		case 'sequence':
			return node.items.reduce<string[] | undefined>(
				(heads, item) => joined(heads, heads && exactStrings(item)),
				['']
			);
		case 'choice':
			return unionOf(node.items.map(exactStrings));
		case 'repeat':
			return exactRepeat(node);
		default:
			return undefined;
	}
}

function choicesOf({ ascii, wide }: CharSet): string[] | undefined {
	if (wide) return undefined;
	const chars = new Set<string>();
	for (let code = 0; code < 128; code++) if (ascii[code]) chars.add(String.fromCharCode(code).toLowerCase());
	return chars.size <= maxChoices ? [...chars] : undefined;
}

function joined(heads: string[] | undefined, tails: string[] | undefined): string[] | undefined {
	if (!heads || !tails || heads.length * tails.length > maxStrings) return undefined;
	return heads.flatMap((head) => tails.map((tail) => head + tail));
}

function unionOf(sets: (string[] | undefined)[]): string[] | undefined {
	if (sets.some((set) => set === undefined)) return undefined;
	const all = [...new Set(sets.flatMap((set) => set!))];
	return all.length <= maxStrings ? all : undefined;
}

function exactRepeat({ item, min, max }: Node & { kind: 'repeat' }): string[] | undefined {
	if (max > 3) return undefined;
	const one = exactStrings(item);
	let all: string[] | undefined = min === 0 ? [''] : undefined;
	let power: string[] | undefined = [''];
	for (let count = 1; count <= max; count++) {
		power = joined(power, one);
		if (count >= min) all = unionOf([all ?? [], power]);
	}
	return all;
}

/**
 * Strings of which every matching text contains at least one (in lower case): what a quick scan looks for before
 * the pattern itself is tried. Undefined when the pattern promises nothing of the kind.
 */
export function requiredLiterals(node: Node): string[] | undefined {
	return best(candidates(node));
}

function candidates(node: Node): (string[] | undefined)[] {
	switch (node.kind) {
		case 'set':
			return [exactStrings(node)];
		case 'sequence':
			return sequenceCandidates(node.items);
		case 'choice': {
			const each = node.items.map(requiredLiterals);
			return [each.every((set) => set !== undefined) ? [...new Set(each.flat())] : undefined];
		}
		case 'repeat':
			return node.min > 0 ? [exactStrings(node), ...candidates(node.item)] : [];
		case 'look':
			return node.negate ? [] : candidates(node.item);
		default:
			return [];
	}
}

/** Neighbours that are plain grow into one longer literal; edges between them do not break it. */
function sequenceCandidates(items: readonly Node[]): (string[] | undefined)[] {
	const found: (string[] | undefined)[] = [];
	let run: string[] | undefined;
	for (const item of items) {
		if (item.kind === 'edge') continue;
		const strings = item.kind === 'look' ? undefined : exactStrings(item);
		const longer = joined(run, strings);
		if (!longer) found.push(run);
		run = longer ?? strings;
		if (!strings) found.push(...candidates(item));
	}
	found.push(run);
	return found;
}

/** The longer the shortest string, the fewer texts pass. */
function best(sets: (string[] | undefined)[]): string[] | undefined {
	const strength = (set: string[]) => Math.min(...set.map((text) => text.length), 6) * 1000 - set.length;
	const usable = sets.filter(
		(set) => set !== undefined && set.length > 0 && set.every((text) => text !== '')
	);
	return usable.toSorted((a, b) => strength(b!) - strength(a!))[0];
}
