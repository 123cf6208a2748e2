import { type CharSet, charSet } from './char-set.ts';

/** A pattern as a tree. Captures, laziness and greed are gone: only "does it match anywhere" is ever asked. */
export type Node =
	| { readonly kind: 'empty' }
	| { readonly kind: 'never' }
	| { readonly kind: 'set'; readonly set: CharSet }
	| { readonly kind: 'sequence'; readonly items: readonly Node[] }
	| { readonly kind: 'choice'; readonly items: readonly Node[] }
	| { readonly kind: 'repeat'; readonly item: Node; readonly min: number; readonly max: number }
	| { readonly kind: 'edge'; readonly edge: Edge }
	| { readonly kind: 'look'; readonly ahead: boolean; readonly negate: boolean; readonly item: Node };

export type Edge = 'start' | 'end' | 'word' | 'not-word';

export const empty: Node = { kind: 'empty' };
export const never: Node = { kind: 'never' };

export function sequence(items: readonly Node[]): Node {
	if (items.some((item) => item.kind === 'never')) return never;
	const kept = items.flatMap((item) =>
		item.kind === 'empty' ? [] : item.kind === 'sequence' ? item.items : [item]
	);
	return kept.length === 0 ? empty : kept.length === 1 ? kept[0]! : { kind: 'sequence', items: kept };
}

export function choice(items: readonly Node[]): Node {
	const kept = items.filter((item) => item.kind !== 'never');
	const sets = kept.flatMap((item) => (item.kind === 'set' ? [item.set] : []));
	if (sets.length > 1 && sets.length === kept.length) return { kind: 'set', set: charSet(sets) };
	return kept.length === 0 ? never : kept.length === 1 ? kept[0]! : { kind: 'choice', items: kept };
}

/** Can it match without consuming anything? */
export function nullable(node: Node): boolean {
	switch (node.kind) {
		case 'set':
		case 'never':
			return false;
		case 'sequence':
			return node.items.every(nullable);
		case 'choice':
			return node.items.some(nullable);
		case 'repeat':
			return node.min === 0 || nullable(node.item);
		default:
			return true;
	}
}

/** Can it match nothing, on no condition? */
function freelyNullable(node: Node): boolean {
	switch (node.kind) {
		case 'empty':
			return true;
		case 'sequence':
			return node.items.every(freelyNullable);
		case 'choice':
			return node.items.some(freelyNullable);
		case 'repeat':
			return node.min === 0 || freelyNullable(node.item);
		default:
			return false;
	}
}

/** How often a bare condition may be demanded over again; once says it all, so this is generous. */
const maxConditions = 8;

/** Undefined when the count is too high. */
export function repeat(item: Node, min: number, max: number): Node | undefined {
	if (freelyNullable(item)) return { kind: 'repeat', item, min: 0, max };
	return nullable(item) && min > maxConditions ? undefined : { kind: 'repeat', item, min, max };
}
