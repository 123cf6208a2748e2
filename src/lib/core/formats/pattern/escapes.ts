import { type SetPart, complement, digit, property, space, word } from './char-set.ts';
import type { Cursor } from './cursor.ts';
import type { Edge } from './node.ts';
import { PatternFault } from './pattern-fault.ts';
import { referenceFault } from './references.ts';

export type Escape = SetPart | { readonly edge: Edge };

const one = (code: number): SetPart => ({ from: code, to: code });

const named: Record<string, Escape> = {
	d: digit,
	D: complement(digit),
	w: word,
	W: complement(word),
	s: space,
	S: complement(space),
	b: { edge: 'word' },
	B: { edge: 'not-word' },
	A: { edge: 'start' },
	z: { edge: 'end' },
	Z: { edge: 'end' },
	n: one(10),
	r: one(13),
	t: one(9),
	f: one(12),
	v: one(11),
	e: one(27),
	0: one(0)
};

/** Reads what follows a backslash. */
export function readEscape(cursor: Cursor, at: number): Escape {
	if (cursor.done) throw new PatternFault('The pattern ends with a lone backslash.', '\\', at);
	const code = cursor.match(/x[0-9a-f]{2}|u[0-9a-f]{4}/iy);
	if (code) return one(parseInt(code.slice(1), 16));
	const category = cursor.match(/p\{\w+\}/iy);
	if (category) return readCategory(category, at);
	const char = cursor.next();
	const known = named[char];
	if (known) return known;
	if (/[1-9k]/.test(char)) throw referenceFault(cursor.since(at), at);
	if (/[a-z]/i.test(char)) throw new PatternFault(`"\\${char}" is not a known escape.`, `\\${char}`, at);
	return one(char.charCodeAt(0));
}

function readCategory(text: string, at: number): SetPart {
	const name = text.slice(2, -1);
	try {
		const set = property(name.startsWith('Is') ? `Script=${name.slice(2)}` : name);
		return text.startsWith('P') ? complement(set) : set;
	} catch {
		throw new PatternFault(`"${name}" is not a known character category.`, `\\${text}`, at);
	}
}
