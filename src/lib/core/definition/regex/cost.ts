import { parsePattern } from './parse.ts';
import type { RegexNode } from './tree.ts';

const fewTimes = 10;

/**
 * How a pattern's worst time grows with the text: 0 or 1 runs in no time, 2 with the square and so on. Repeated
 * choices and repeated repetitions, which can take for ever, are Infinity.
 */
export function regexDegree(source: string): number {
	try {
		return degree(parsePattern(source).root, false);
	} catch {
		return 0;
	}
}

function degree(node: RegexNode, repeated: boolean): number {
	const sum = (nodes: RegexNode[]) => nodes.reduce((total, inner) => total + degree(inner, repeated), 0);
	switch (node.kind) {
		case 'sequence':
			return sum(node.nodes);
		case 'choice':
			return repeated ? Infinity : Math.max(...node.options.map((option) => degree(option, false)));
		case 'repeat': {
			if (repeated) return Infinity;
			const once = node.max <= 1;
			return degree(node.node, !once) + (node.max > fewTimes ? 1 : 0);
		}
		case 'group':
			return node.balances === undefined ? degree(node.node, repeated) : Infinity;
		case 'look':
			return degree(node.node, repeated);
		case 'atomic':
		case 'back-reference':
		case 'condition':
			return Infinity;
		default:
			return 0;
	}
}
