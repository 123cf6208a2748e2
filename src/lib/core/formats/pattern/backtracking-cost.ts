import { type Node, nullable } from './node.ts';
import { isAnchored } from './starts.ts';

interface Cost {
	/** In how many ways it can be left, for one way of entering it. */
	readonly exits: number;
	/** Steps a backtracking engine takes for all these ways together. */
	readonly steps: number;
}

/**
 * An upper bound on the steps a backtracking engine takes on any text of this length. It overstates freely (every
 * branch is thought to match everywhere); it never understates.
 */
export function backtrackingCost(tree: Node, length: number): number {
	const { steps } = costOf(tree, length);
	return isAnchored(tree) ? steps + length : steps * (length + 1);
}

function costOf(node: Node, length: number): Cost {
	switch (node.kind) {
		case 'never':
			return { exits: 0, steps: 1 };
		case 'look':
			return { exits: 1, steps: 1 + costOf(node.item, length).steps };
		case 'sequence':
			return node.items.map((item) => costOf(item, length)).reduce(then);
		case 'choice':
			return node.items
				.map((item) => costOf(item, length))
				.reduce((sum, one) => ({ exits: sum.exits + one.exits, steps: sum.steps + one.steps + 1 }));
		case 'repeat':
			return repeatCost(node, length);
		default:
			return { exits: 1, steps: 1 };
	}
}

const then = (first: Cost, second: Cost): Cost => ({
	exits: first.exits * second.exits,
	steps: first.steps + first.exits * second.steps
});

function repeatCost({ item, min, max }: Node & { kind: 'repeat' }, length: number): Cost {
	const one = costOf(item, length);
	// A body that may match nothing can go round without moving on; how often is the engine's own affair.
	if (max === Infinity && nullable(item)) return { exits: Infinity, steps: Infinity };
	const rounds = max === Infinity ? length + min : max;
	if (one.exits <= 1) return { exits: rounds + 1, steps: (rounds + 1) * (one.steps + 1) };
	const exits = (one.exits ** (rounds + 1) - 1) / (one.exits - 1);
	return { exits, steps: exits * (one.steps + 1) };
}
