import {
	isAlias,
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	type Document,
	type Node as YamlNode,
	type Pair,
	type Scalar
} from 'yaml';
import type { Fault } from './faults.ts';

interface Place {
	line: number;
	column: number;
}
/** Scalars stay the text that stands in the file; a plain empty one, `~` or `null` is null. */
export interface ScalarNode extends Place {
	kind: 'scalar';
	text: string | null;
}
export interface MapNode extends Place {
	kind: 'map';
	entries: { key: string; at: Place; value: TreeNode }[];
}
export interface ListNode extends Place {
	kind: 'list';
	items: TreeNode[];
}
export type TreeNode = ScalarNode | MapNode | ListNode;

const maxCharacters = 1024 * 1024;
const maxNodes = 100_000;
const maxDepth = 60;
const mostErrors = 20;
const nulls = new Set(['', '~', 'null', 'Null', 'NULL']);

class TooLarge extends Error {}

/** Reads YAML as texts with places. Aliases are followed, but the whole may not outgrow its bounds. */
export function readTree(text: string): { root?: TreeNode; faults: Fault[] } {
	const fault = (message: string, place: Place = { line: 1, column: 1 }): Fault => ({
		severity: 'error',
		message,
		...place
	});
	if (text.length > maxCharacters) return { faults: [fault('The file is larger than 1 MiB.')] };
	const lines = new LineCounter();
	const document = parse(text, lines);
	if (!document) return { faults: [fault('The file is nested too deeply.')] };
	const faults = document.errors
		.slice(0, mostErrors)
		.map((error) => fault(plainMessage(error.message), placeAt(lines, error.pos[0])));
	if (faults.length) return { faults };
	if (!document.contents) return { faults: [fault('The file is empty.')] };
	try {
		return { root: createConverter(document, lines)(document.contents as YamlNode, 0), faults };
	} catch (error) {
		if (error instanceof TooLarge) return { faults: [fault(error.message)] };
		throw error;
	}
}

const plainMessage = (message: string): string =>
	message.includes('call stack') ? 'The file is nested too deeply.' : message.split(' at line ')[0]!;

/** The parser goes down with each level, so a hostile file can exhaust its stack. */
function parse(text: string, lineCounter: LineCounter): Document | undefined {
	try {
		return parseDocument(text, { schema: 'failsafe', uniqueKeys: false, lineCounter, logLevel: 'silent' });
	} catch (error) {
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

function placeAt(lines: LineCounter, offset: number): Place {
	const { line, col } = lines.linePos(offset);
	return { line: Math.max(1, line), column: Math.max(1, col) };
}

function createConverter(document: Document, lines: LineCounter) {
	let nodes = 0;
	return function convert(node: YamlNode | null, depth: number, fallback?: Place): TreeNode {
		if (++nodes > maxNodes)
			throw new TooLarge('The file holds too many values (are aliases repeating each other?).');
		if (depth > maxDepth) throw new TooLarge('The file is nested too deeply.');
		const place = node?.range ? placeAt(lines, node.range[0]) : (fallback ?? { line: 1, column: 1 });
		if (!node) return { kind: 'scalar', text: null, ...place };
		if (isAlias(node))
			return convert((node.resolve(document) as YamlNode | undefined) ?? null, depth + 1, place);
		if (isMap(node)) {
			const entries = (node.items as Pair<YamlNode, YamlNode | null>[]).map((pair) => {
				const key = convert(pair.key, depth + 1, place);
				const at = { line: key.line, column: key.column };
				const text = key.kind === 'scalar' ? keyText(pair.key, key) : '';
				return { key: text, at, value: convert(pair.value, depth + 1, at) };
			});
			return { kind: 'map', entries, ...place };
		}
		if (isSeq(node)) {
			return {
				kind: 'list',
				items: node.items.map((item) => convert(item as YamlNode, depth + 1, place)),
				...place
			};
		}
		return { kind: 'scalar', text: scalarText(node as Scalar), ...place };
	};
}

function scalarText(node: Scalar): string | null {
	const text = node.value === null || node.value === undefined ? '' : String(node.value);
	return node.type === 'PLAIN' && nulls.has(text) ? null : text;
}

const keyText = (node: YamlNode, converted: ScalarNode): string =>
	converted.text ?? (isScalar(node) ? String(node.value ?? '') : '');
