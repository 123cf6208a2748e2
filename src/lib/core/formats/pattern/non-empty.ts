import { type Node, choice, empty, never, nullable, sequence } from './node.ts';

const done = new WeakMap<Node, Node>();

/** The same pattern, restricted to matches that consume something: what a loop's body must be so that loops end. */
export function nonEmpty(node: Node): Node {
	if (!nullable(node)) return node;
	const known = done.get(node);
	if (known) return known;
	const result = consuming(node);
	done.set(node, result);
	return result;
}

function consuming(node: Node): Node {
	switch (node.kind) {
		case 'choice':
			return choice(node.items.map(nonEmpty));
		case 'sequence':
			return oneConsumes(node.items);
		case 'repeat': {
			const { item, min, max } = node;
			const rest = (count: number): Node =>
				count > 0 ? { kind: 'repeat', item, min: 0, max: count } : empty;
			if (min === 0) return sequence([nonEmpty(item), rest(max - 1)]);
			return oneConsumes([...Array.from({ length: min }, () => item), rest(max - min)]);
		}
		default:
			return never;
	}
}

/** Either the first item consumes, or it stands empty and the next one consumes, and so on. */
function oneConsumes(items: readonly Node[]): Node {
	return choice(
		items.map((item, at) =>
			sequence([...items.slice(0, at).map(zeroWidth), nonEmpty(item), ...items.slice(at + 1)])
		)
	);
}

/** What remains of a pattern when it consumes nothing: its conditions. */
function zeroWidth(node: Node): Node {
	switch (node.kind) {
		case 'set':
			return never;
		case 'sequence':
			return sequence(node.items.map(zeroWidth));
		case 'choice':
			return choice(node.items.map(zeroWidth));
		case 'repeat':
			return node.min === 0 ? empty : zeroWidth(node.item);
		default:
			return node;
	}
}
