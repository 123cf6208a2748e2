import { type SetPart, anyButNewline, charSet, complement } from './char-set.ts';
import { Cursor } from './cursor.ts';
import { type Escape, readEscape } from './escapes.ts';
import { type Node, choice, empty, repeat } from './node.ts';
import { PatternFault } from './pattern-fault.ts';
import { type Item, writeOutReferences } from './references.ts';

const maxDepth = 120;
const maxCount = 1000;

/** Reads the dialect of .NET that Sonarr and Radarr accept, as far as it can be matched in linear time. */
export function parsePattern(source: string): Node {
	const cursor = new Cursor(source);
	const node = readChoice(cursor, 0);
	if (!cursor.done) throw cursor.fault('This closing bracket has no opening one.', ')');
	return node;
}

function readChoice(cursor: Cursor, depth: number): Node {
	if (depth > maxDepth) throw cursor.fault(`Brackets are nested more than ${maxDepth} deep.`, '(');
	const branches = [readSequence(cursor, depth)];
	while (cursor.take('|')) branches.push(readSequence(cursor, depth));
	return choice(branches);
}

function readSequence(cursor: Cursor, depth: number): Node {
	const items: Item[] = [];
	while (!cursor.done && !cursor.sees('|') && !cursor.sees(')')) {
		const at = cursor.position;
		const reference = cursor.match(/\\[1-9]/y);
		if (reference) items.push({ reference: Number(reference[1]), at });
		else items.push(readItem(cursor, depth));
	}
	return writeOutReferences(items);
}

function readItem(cursor: Cursor, depth: number): Item {
	const captures = cursor.sees('(') && !cursor.sees('(?');
	const capture = captures ? ++cursor.captures : undefined;
	const atom = readAtom(cursor, depth);
	const node = readRepeats(cursor, atom);
	return { node, ...(node === atom && capture !== undefined && { capture }) };
}

function readAtom(cursor: Cursor, depth: number): Node {
	const at = cursor.position;
	const char = cursor.next();
	switch (char) {
		case '(':
			return readGroup(cursor, depth, at);
		case '[':
			return readClass(cursor, at);
		case '.':
			return { kind: 'set', set: anyButNewline };
		case '^':
			return { kind: 'edge', edge: 'start' };
		case '$':
			return { kind: 'edge', edge: 'end' };
		case '\\':
			return escapeNode(readEscape(cursor, at));
		case '*':
		case '+':
		case '?':
			throw new PatternFault(`There is nothing before "${char}" to repeat.`, char, at);
		default:
			return literal(char);
	}
}

const literal = (char: string): Node => {
	const code = char.charCodeAt(0);
	return { kind: 'set', set: charSet([{ from: code, to: code }]) };
};

const escapeNode = (escape: Escape): Node =>
	'edge' in escape ? { kind: 'edge', edge: escape.edge } : { kind: 'set', set: charSet([escape]) };

function readGroup(cursor: Cursor, depth: number, at: number): Node {
	if (!cursor.take('?')) return readBody(cursor, depth, at);
	for (const [mark, ahead, negate] of looks) {
		if (cursor.take(mark)) return { kind: 'look', ahead, negate, item: readBody(cursor, depth, at) };
	}
	if (cursor.take('>')) throw new PatternFault('Atomic groups "(?>...)" are not supported.', '(?>', at);
	if (cursor.take('(')) throw new PatternFault('Conditional groups "(?(...)" are not supported.', '(?(', at);
	if (cursor.match(/(?:<|P<|')[A-Za-z_]\w*[>']/y)) return readBody(cursor, depth, at);
	// Every pattern ignores case already and stands on one line, so inline flags change nothing.
	const flags = cursor.match(/[imsnx]*(?:-[imsnx]+)?/y) ?? '';
	if (/x/.test(flags)) throw new PatternFault('The inline flag "x" is not supported.', `(?${flags}`, at);
	if (flags !== '' && cursor.take(')')) return empty;
	if (cursor.take(':')) return readBody(cursor, depth, at);
	throw new PatternFault('This kind of group is not known.', cursor.since(at), at);
}

const looks: [mark: string, ahead: boolean, negate: boolean][] = [
	['=', true, false],
	['!', true, true],
	['<=', false, false],
	['<!', false, true]
];

function readBody(cursor: Cursor, depth: number, at: number): Node {
	const node = readChoice(cursor, depth + 1);
	if (!cursor.take(')'))
		throw new PatternFault('This opening bracket is never closed.', cursor.since(at), at);
	return node;
}

function readRepeats(cursor: Cursor, atom: Node): Node {
	let node = atom;
	for (;;) {
		const at = cursor.position;
		const bounds = readBounds(cursor);
		if (!bounds) return node;
		const [min, max] = bounds;
		if (max < min) throw new PatternFault('The smaller number must come first.', cursor.since(at), at);
		if (cursor.take('+'))
			throw new PatternFault('Possessive repeats are not supported.', cursor.since(at), at);
		cursor.take('?');
		const repeated =
			Math.max(min, max === Infinity ? 0 : max) > maxCount ? undefined : repeat(node, min, max);
		if (!repeated) throw new PatternFault('This is repeated too often.', cursor.since(at), at);
		node = repeated;
	}
}

function readBounds(cursor: Cursor): [min: number, max: number] | undefined {
	if (cursor.take('*')) return [0, Infinity];
	if (cursor.take('+')) return [1, Infinity];
	if (cursor.take('?')) return [0, 1];
	const braces = cursor.match(/\{\d+(?:,\d*)?\}/y);
	if (!braces) return undefined;
	const [min = '', max] = braces.slice(1, -1).split(',');
	return [Number(min), max === undefined ? Number(min) : max === '' ? Infinity : Number(max)];
}

function readClass(cursor: Cursor, at: number): Node {
	const negate = cursor.take('^');
	const parts: SetPart[] = [];
	// A closing bracket in first place is a literal, as .NET has it.
	for (let first = true; first || !cursor.sees(']'); first = false) {
		parts.push(readClassPart(cursor, at));
	}
	cursor.next();
	const set = charSet(parts);
	return { kind: 'set', set: negate ? complement(set) : set };
}

function readClassPart(cursor: Cursor, opened: number): SetPart {
	const at = cursor.position;
	const from = readClassChar(cursor, opened);
	if (!cursor.match(/-(?!\])/y)) return from;
	if (cursor.sees('['))
		throw new PatternFault('Subtracting classes "[a-[b]]" is not supported.', cursor.since(at), at);
	const to = readClassChar(cursor, opened);
	if (!('from' in from) || !('from' in to)) return charSet([from, { from: 45, to: 45 }, to]);
	if (to.to < from.from) throw new PatternFault('This range runs backwards.', cursor.since(at), at);
	return { from: from.from, to: to.to };
}

function readClassChar(cursor: Cursor, opened: number): SetPart {
	const at = cursor.position;
	if (cursor.done)
		throw new PatternFault('This character class is never closed.', cursor.since(opened), opened);
	const char = cursor.next();
	if (char !== '\\') return { from: char.charCodeAt(0), to: char.charCodeAt(0) };
	const escape = readEscape(cursor, at);
	if (!('edge' in escape)) return escape;
	return escape.edge === 'word' ? { from: 8, to: 8 } : { from: char.charCodeAt(0), to: char.charCodeAt(0) };
}
