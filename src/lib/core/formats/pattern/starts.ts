import type { Node } from './node.ts';

/** Can it only match at the start of the text? */
export function isAnchored(node: Node): boolean {
	if (node.kind === 'edge') return node.edge === 'start';
	if (node.kind === 'sequence') return isAnchored(node.items[0]!);
	return node.kind === 'choice' && node.items.every(isAnchored);
}
