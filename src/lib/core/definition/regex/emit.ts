import { caseVariants } from './character-sets.ts';
import type { CharClass, ClassItem, RegexNode } from './tree.ts';

export interface Emitted {
	source: string;
	flags: string;
	/** .NET group id -> index of the JavaScript group. */
	indexes: Map<number, number>;
}

const wordChar = '[\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}\\u200c\\u200d]';
const boundary = `(?:(?<=${wordChar})(?!${wordChar})|(?<!${wordChar})(?=${wordChar}))`;
const noBoundary = `(?:(?<=${wordChar})(?=${wordChar})|(?<!${wordChar})(?!${wordChar}))`;
const special = /[\\^$.*+?()[\]{}|/-]/;
const widestExpandedRange = 3000;

/** The same pattern for JavaScript's engine, or nothing when it has no equal there. */
export function emit(root: RegexNode): Emitted | undefined {
	const cases = new Set<boolean>();
	if (!isPlain(root, cases)) return undefined;
	const mixed = cases.size > 1;
	const indexes = new Map<number, number>();
	const source = write(root, { mixed, indexes });
	return { source, flags: !mixed && cases.has(true) ? 'ui' : 'u', indexes };
}

/** Whether JavaScript has all it takes; also notes which cases occur (ignored, kept or both). */
function isPlain(node: RegexNode, cases: Set<boolean>): boolean {
	const all = (nodes: RegexNode[]) => nodes.every((inner) => isPlain(inner, cases));
	switch (node.kind) {
		case 'char':
			if (caseVariants(node.char).length > 1) cases.add(node.ignoreCase);
			return !isSurrogate(node.char.charCodeAt(0));
		case 'class':
			return isPlainClass(node, cases);
		case 'sequence':
			return all(node.nodes);
		case 'choice':
			return all(node.options);
		case 'repeat':
			return node.node.kind !== 'look' && isPlain(node.node, cases);
		case 'group':
			return node.balances === undefined && isPlain(node.node, cases);
		case 'look':
			return isPlain(node.node, cases);
		case 'atomic':
		case 'back-reference':
		case 'condition':
			return false;
		default:
			return true;
	}
}

const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff;

function isPlainClass(node: CharClass, cases: Set<boolean>): boolean {
	for (const item of node.items) {
		if (item.kind === 'set') {
			if (item.js === '\\p{C}' || item.js === '\\p{Cs}') return false;
		} else {
			if (isSurrogate(item.from) || isSurrogate(item.to)) return false;
			if (item.from !== item.to || caseVariants(String.fromCharCode(item.from)).length > 1)
				cases.add(node.ignoreCase);
		}
	}
	return !node.minus || isPlainClass(node.minus, cases);
}

interface Writing {
	mixed: boolean;
	indexes: Map<number, number>;
}

function write(node: RegexNode, writing: Writing): string {
	const inner = (child: RegexNode) => write(child, writing);
	switch (node.kind) {
		case 'char':
			return writeChar(node.char, writing.mixed && node.ignoreCase);
		case 'class':
			return writeClass(node, writing.mixed);
		case 'any':
			return node.newline ? '[\\s\\S]' : '[^\\n]';
		case 'start':
			return node.multiline ? '(?<![^\\n])' : '^';
		case 'end':
			return node.multiline ? '(?![^\\n])' : '(?=\\n?$)';
		case 'text-start':
			return '^';
		case 'text-end':
			return '$';
		case 'boundary':
			return node.negated ? noBoundary : boundary;
		case 'sequence':
			return node.nodes.map(inner).join('');
		case 'choice':
			return `(?:${node.options.map(inner).join('|')})`;
		case 'repeat':
			return `(?:${inner(node.node)})${quantifier(node)}`;
		case 'group':
			return writeGroup(node, writing);
		case 'look':
			return `(?${node.behind ? '<' : ''}${node.negated ? '!' : '='}${inner(node.node)})`;
		default:
			throw new Error(`no JavaScript form for ${node.kind}`);
	}
}

function writeGroup(node: RegexNode & { kind: 'group' }, writing: Writing): string {
	if (node.id === undefined) return `(?:${write(node.node, writing)})`;
	writing.indexes.set(node.id, writing.indexes.size + 1);
	return `(${write(node.node, writing)})`;
}

function quantifier({ min, max, lazy }: { min: number; max: number; lazy: boolean }): string {
	const range = min === max ? `{${min}}` : max === Infinity ? `{${min},}` : `{${min},${max}}`;
	const short = max === Infinity ? (['*', '+'][min] ?? range) : min === 0 && max === 1 ? '?' : range;
	return short + (lazy ? '?' : '');
}

function writeChar(char: string, expandCase: boolean): string {
	const variants = expandCase ? caseVariants(char) : [char];
	return variants.length > 1 ? `[${variants.map(plain).join('')}]` : plain(char);
}

function plain(char: string): string {
	if (char === '-') return '\\x2d';
	if (special.test(char)) return `\\${char}`;
	return char < ' ' || char === '\u2028' || char === '\u2029' ? unicode(char.charCodeAt(0)) : char;
}

const unicode = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`;

function writeClass(node: CharClass, mixed: boolean): string {
	const items = node.items.map((item) => writeItem(item, mixed && node.ignoreCase)).join('');
	const own = `[${node.negated ? '^' : ''}${items}]`;
	return node.minus ? `(?:(?!${writeClass(node.minus, mixed)})${own})` : own;
}

function writeItem(item: ClassItem, expandCase: boolean): string {
	if (item.kind === 'set') return writeSet(item);
	const range = item.from === item.to ? unicode(item.from) : `${unicode(item.from)}-${unicode(item.to)}`;
	if (!expandCase || item.to - item.from > widestExpandedRange) return range;
	const extra = new Set<string>();
	for (let code = item.from; code <= item.to; code++) {
		for (const variant of caseVariants(String.fromCharCode(code))) extra.add(unicode(variant.charCodeAt(0)));
	}
	return range + [...extra].join('');
}

/** A negated set inside a class: by JavaScript's own negation where it is one property, else by complement. */
function writeSet(item: ClassItem & { kind: 'set' }): string {
	if (!item.negated) return item.js;
	const property = /^\\p(\{\w+\})$/.exec(item.js);
	return property ? `\\P${property[1]}` : complements(item.js);
}

const complementCache = new Map<string, string>();

function complements(js: string): string {
	let ranges = complementCache.get(js);
	if (ranges === undefined) {
		ranges = complementRanges(new RegExp(`[${js}]`, 'u'));
		complementCache.set(js, ranges);
	}
	return ranges;
}

function complementRanges(set: RegExp): string {
	let out = '';
	let start = -1;
	for (let code = 0; code <= 0x10000; code++) {
		const outside = code < 0x10000 && !set.test(String.fromCharCode(code));
		if (outside && start < 0) start = code;
		if (!outside && start >= 0) {
			out += start === code - 1 ? unicode(start) : `${unicode(start)}-${unicode(code - 1)}`;
			start = -1;
		}
	}
	return out;
}
