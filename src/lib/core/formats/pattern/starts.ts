import { type CharSet, charSet } from './char-set.ts';
import { type Node, nullable } from './node.ts';

/** Can it only match at the start of the text? */
export function isAnchored(node: Node): boolean {
	if (node.kind === 'edge') return node.edge === 'start';
	if (node.kind === 'sequence') return isAnchored(node.items[0]!);
	return node.kind === 'choice' && node.items.every(isAnchored);
}

/** The characters a match can begin with; undefined when it may begin with nothing at all. */
export function firstChars(node: Node): CharSet | undefined {
	return nullable(node) ? undefined : charSet(firstSets(node));
}

function firstSets(node: Node): CharSet[] {
	switch (node.kind) {
		case 'set':
			return [node.set];
		case 'choice':
			return node.items.flatMap(firstSets);
		case 'repeat':
			return firstSets(node.item);
		case 'sequence': {
			const firm = node.items.findIndex((item) => !nullable(item));
			return node.items.slice(0, firm < 0 ? undefined : firm + 1).flatMap(firstSets);
		}
		default:
			return [];
	}
}
