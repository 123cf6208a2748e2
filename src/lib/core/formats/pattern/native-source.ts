import type { CharSet } from './char-set.ts';
import type { Edge, Node } from './node.ts';

const edges: Record<Edge, string> = { start: '^', end: '$', word: '\\b', 'not-word': '\\B' };

/** The pattern as a JavaScript expression, equal in meaning on ASCII text. */
export function nativeSource(node: Node): string {
	switch (node.kind) {
		case 'empty':
			return '';
		case 'never':
			return '[]';
		case 'set':
			return setSource(node.set);
		case 'edge':
			return edges[node.edge];
		case 'sequence':
			return node.items.map((item) => (item.kind === 'choice' ? grouped(item) : nativeSource(item))).join('');
		case 'choice':
			return node.items.map(nativeSource).join('|');
		case 'repeat':
			return `${grouped(node.item)}${quantifier(node.min, node.max)}`;
		case 'look':
			return `(?${node.ahead ? '' : '<'}${node.negate ? '!' : '='}${nativeSource(node.item)})`;
	}
}

const grouped = (node: Node): string =>
	node.kind === 'set' ? setSource(node.set) : `(?:${nativeSource(node)})`;

function quantifier(min: number, max: number): string {
	if (max === Infinity) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
	return min === 0 && max === 1 ? '?' : `{${min},${max}}`;
}

const escaped = (code: number): string => `\\x${code.toString(16).padStart(2, '0')}`;

function setSource({ ascii }: CharSet): string {
	const ranges: string[] = [];
	for (let from = 0; from < 128; from++) {
		if (!ascii[from]) continue;
		let to = from;
		while (ascii[to + 1]) to++;
		ranges.push(to === from ? escaped(from) : `${escaped(from)}-${escaped(to)}`);
		from = to;
	}
	return `[${ranges.join('')}]`;
}
