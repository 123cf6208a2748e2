import { lower, upper } from '../text.ts';

/** Syntax tree of a .NET regular expression. Flags are already resolved to each node. */
export type ClassItem =
	| { kind: 'range'; from: number; to: number }
	/** `\w`, `\d`, `\s`, `\p{..}` as the inside of a JavaScript class. */
	| { kind: 'set'; js: string; negated: boolean };
export interface CharClass {
	kind: 'class';
	negated: boolean;
	items: ClassItem[];
	minus?: CharClass;
	ignoreCase: boolean;
}
export type RegexNode =
	| CharClass
	| { kind: 'char'; char: string; ignoreCase: boolean }
	| { kind: 'any'; newline: boolean }
	| { kind: 'start'; multiline: boolean }
	| { kind: 'end'; multiline: boolean }
	| { kind: 'text-start' }
	| { kind: 'text-end' }
	| { kind: 'boundary'; negated: boolean }
	| { kind: 'sequence'; nodes: RegexNode[] }
	| { kind: 'choice'; options: RegexNode[] }
	| { kind: 'repeat'; node: RegexNode; min: number; max: number; lazy: boolean }
	| { kind: 'group'; node: RegexNode; id?: number; balances?: number }
	| { kind: 'look'; node: RegexNode; behind: boolean; negated: boolean }
	| { kind: 'atomic'; node: RegexNode }
	| { kind: 'back-reference'; id: number; ignoreCase: boolean }
	| { kind: 'condition'; test: { id: number } | { look: RegexNode }; yes: RegexNode; no: RegexNode };

export interface ParsedPattern {
	root: RegexNode;
	/** Group ids in .NET's order: unnamed ones first, then the named. Id 0 is the whole match. */
	groups: { id: number; name: string }[];
}

interface Flags {
	i: boolean;
	m: boolean;
	s: boolean;
	n: boolean;
	x: boolean;
}

const blocks: Record<string, string> = {
	IsBasicLatin: '\\u0000-\\u007f',
	'IsLatin-1Supplement': '\\u0080-\\u00ff',
	'IsLatinExtended-A': '\\u0100-\\u017f',
	'IsLatinExtended-B': '\\u0180-\\u024f',
	IsIPAExtensions: '\\u0250-\\u02af',
	IsSpacingModifierLetters: '\\u02b0-\\u02ff',
	IsCombiningDiacriticalMarks: '\\u0300-\\u036f',
	IsGreek: '\\u0370-\\u03ff',
	IsGreekandCoptic: '\\u0370-\\u03ff',
	IsCyrillic: '\\u0400-\\u04ff',
	IsCyrillicSupplement: '\\u0500-\\u052f',
	IsArmenian: '\\u0530-\\u058f',
	IsHebrew: '\\u0590-\\u05ff',
	IsArabic: '\\u0600-\\u06ff',
	IsSyriac: '\\u0700-\\u074f',
	IsDevanagari: '\\u0900-\\u097f',
	IsBengali: '\\u0980-\\u09ff',
	IsTamil: '\\u0b80-\\u0bff',
	IsTelugu: '\\u0c00-\\u0c7f',
	IsThai: '\\u0e00-\\u0e7f',
	IsGeorgian: '\\u10a0-\\u10ff',
	IsHangulJamo: '\\u1100-\\u11ff',
	IsLatinExtendedAdditional: '\\u1e00-\\u1eff',
	IsGreekExtended: '\\u1f00-\\u1fff',
	IsGeneralPunctuation: '\\u2000-\\u206f',
	IsCurrencySymbols: '\\u20a0-\\u20cf',
	IsLetterlikeSymbols: '\\u2100-\\u214f',
	IsNumberForms: '\\u2150-\\u218f',
	IsArrows: '\\u2190-\\u21ff',
	IsMathematicalOperators: '\\u2200-\\u22ff',
	IsBoxDrawing: '\\u2500-\\u257f',
	IsGeometricShapes: '\\u25a0-\\u25ff',
	IsMiscellaneousSymbols: '\\u2600-\\u26ff',
	IsDingbats: '\\u2700-\\u27bf',
	IsCJKSymbolsandPunctuation: '\\u3000-\\u303f',
	IsHiragana: '\\u3040-\\u309f',
	IsKatakana: '\\u30a0-\\u30ff',
	IsBopomofo: '\\u3100-\\u312f',
	IsCJKCompatibility: '\\u3300-\\u33ff',
	IsCJKUnifiedIdeographsExtensionA: '\\u3400-\\u4dbf',
	IsCJKUnifiedIdeographs: '\\u4e00-\\u9fff',
	IsHangulSyllables: '\\uac00-\\ud7af',
	IsPrivateUse: '\\ue000-\\uf8ff',
	IsCJKCompatibilityIdeographs: '\\uf900-\\ufaff',
	IsHalfwidthandFullwidthForms: '\\uff00-\\uffef',
	IsSpecials: '\\ufff0-\\uffff'
};
const generalCategory = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfson]?)$/;

const wordSet = '\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}';
const shorthand: Record<string, string> = { w: wordSet, d: '\\p{Nd}', s: '\\t-\\r\\x85\\p{Z}' };
const controls: Record<string, string> = {
	a: '\x07',
	t: '\t',
	r: '\r',
	v: '\v',
	f: '\f',
	n: '\n',
	e: '\x1b'
};
const maxDepth = 200;
const maxCharacters = 10_000;

export function parsePattern(pattern: string): ParsedPattern {
	if (pattern.length > maxCharacters)
		throw new Error(`a regular expression of ${pattern.length} characters is too long`);
	const names = collectGroups(pattern);
	let at = 0;
	let unnamed = 0;
	let depth = 0;
	const fail = (message: string): never => {
		throw new Error(`the regular expression ${JSON.stringify(pattern)} is wrong: ${message}`);
	};
	const eat = (text: string) => pattern.startsWith(text, at) && ((at += text.length), true);

	function choice(flags: Flags): RegexNode {
		if (++depth > maxDepth) fail('it is nested too deeply');
		const scope = { ...flags };
		const options = [sequence(scope)];
		while (eat('|')) options.push(sequence(scope));
		depth--;
		return options.length === 1 ? options[0]! : { kind: 'choice', options };
	}

	/** Flags set inside a group hold to its end, so `flags` is changed in place. */
	function sequence(flags: Flags): RegexNode {
		const nodes: RegexNode[] = [];
		while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
			if (flags.x && skipFree()) continue;
			const node = atom(flags);
			if (node) nodes.push(quantified(node, flags));
		}
		return nodes.length === 1 ? nodes[0]! : { kind: 'sequence', nodes };
	}

	function skipFree(): boolean {
		const free = /^(?:\s+|#[^\n]*)/.exec(pattern.slice(at));
		if (free) at += free[0].length;
		return free !== null;
	}

	function quantified(node: RegexNode, flags: Flags): RegexNode {
		for (;;) {
			if (flags.x && skipFree()) continue;
			const match = /^(?:[*+?]|\{(\d{1,9})(?:(,)(\d{0,9}))?\})/.exec(pattern.slice(at, at + 24));
			if (!match) return node;
			at += match[0].length;
			const [, low, comma, high] = match;
			const min = low !== undefined ? Number(low) : match[0] === '+' ? 1 : 0;
			const max =
				low !== undefined
					? comma
						? high
							? Number(high)
							: Infinity
						: min
					: match[0] === '?'
						? 1
						: Infinity;
			if (max < min) fail('a repetition has its bounds reversed');
			return { kind: 'repeat', node, min, max, lazy: eat('?') };
		}
	}

	function atom(flags: Flags): RegexNode | undefined {
		const char = pattern[at]!;
		if (char === '(') return group(flags);
		if (char === '[') return (at++, charClass(flags));
		if (char === '\\') return (at++, escape(flags));
		if (char === '*' || char === '+' || char === '?') fail('there is nothing to repeat');
		at++;
		if (char === '.') return { kind: 'any', newline: flags.s };
		if (char === '^') return { kind: 'start', multiline: flags.m };
		if (char === '$') return { kind: 'end', multiline: flags.m };
		return { kind: 'char', char, ignoreCase: flags.i };
	}

	function group(flags: Flags): RegexNode | undefined {
		at++;
		if (!eat('?')) {
			const id = flags.n ? undefined : ++unnamed;
			return close({ kind: 'group', node: choice(flags), ...(id !== undefined && { id }) });
		}
		if (eat('#')) {
			const end = pattern.indexOf(')', at);
			if (end < 0) fail('a comment does not end');
			at = end + 1;
			return undefined;
		}
		if (eat(':')) return close({ kind: 'group', node: choice(flags) });
		if (eat('>')) return close({ kind: 'atomic', node: choice(flags) });
		for (const [sign, behind, negated] of looks) {
			if (eat(sign)) return close({ kind: 'look', node: choice(flags), behind, negated });
		}
		const named = /^(?:<([\w]*)(?:-(\w+))?>|'(\w*)(?:-(\w+))?')/.exec(pattern.slice(at));
		if (named) {
			at += named[0].length;
			const name = named[1] ?? named[3] ?? '';
			const other = named[2] ?? named[4];
			return close({
				kind: 'group',
				node: choice(flags),
				...(name && { id: names.idOf(name) ?? fail(`group ${name} is unknown`) }),
				...(other && { balances: names.idOf(other) ?? fail(`group ${other} is unknown`) })
			});
		}
		if (eat('(')) return condition(flags);
		return inlineFlags(flags);
	}

	function condition(flags: Flags): RegexNode {
		const name = /^(\w+)\)/.exec(pattern.slice(at));
		const id = name ? names.idOf(name[1]!) : undefined;
		let test: { id: number } | { look: RegexNode };
		if (name && id !== undefined) {
			at += name[0].length;
			test = { id };
		} else {
			const look = /^\?(<?)([=!])/.exec(pattern.slice(at));
			if (look) at += look[0].length;
			const node = choice(flags);
			if (!eat(')')) fail('a condition is not closed');
			test = { look: { kind: 'look', node, behind: look?.[1] === '<', negated: look?.[2] === '!' } };
		}
		const scope = { ...flags };
		const yes = sequence(scope);
		const no: RegexNode = eat('|') ? sequence(scope) : { kind: 'sequence', nodes: [] };
		return close({ kind: 'condition', test, yes, no });
	}

	function inlineFlags(flags: Flags): RegexNode | undefined {
		const match =
			/^([imnsx]*)(?:-([imnsx]+))?([:)])/.exec(pattern.slice(at)) ?? fail('a group of unknown kind "(?"');
		at += match[0].length;
		const changed = match[3] === ':' ? { ...flags } : flags;
		for (const flag of match[1]!) changed[flag as keyof Flags] = true;
		for (const flag of match[2] ?? '') changed[flag as keyof Flags] = false;
		return match[3] === ':' ? close({ kind: 'group', node: choice(changed) }) : undefined;
	}

	function close<N extends RegexNode>(node: N): N {
		if (!eat(')')) fail('a bracket is not closed');
		return node;
	}

	function escape(flags: Flags): RegexNode {
		const char = pattern[at] ?? fail('it ends with a backslash');
		const lowerCase = char.toLowerCase();
		if (shorthand[lowerCase] || lowerCase === 'p') {
			return { kind: 'class', negated: false, items: [set()], ignoreCase: false };
		}
		if (char === 'A') return (at++, { kind: 'text-start' });
		if (char === 'z') return (at++, { kind: 'text-end' });
		if (char === 'Z') return (at++, { kind: 'end', multiline: false });
		if (char === 'G') fail('\\G is not supported');
		if (lowerCase === 'b') return (at++, { kind: 'boundary', negated: char === 'B' });
		const named = /^k(?:<(\w+)>|'(\w+)')/.exec(pattern.slice(at));
		const numbered = /^[1-9]\d?/.exec(pattern.slice(at));
		const name = named ? (named[1] ?? named[2]!) : numbered?.[0];
		const id = name === undefined ? undefined : names.idOf(name);
		if (name !== undefined && (id !== undefined || named)) {
			at += (named ?? numbered!)[0].length;
			return { kind: 'back-reference', id: id ?? fail(`group ${name} is unknown`), ignoreCase: flags.i };
		}
		return { kind: 'char', char: literal(), ignoreCase: flags.i };
	}

	/** The character behind a backslash, at which `at` stands. */
	function literal(): string {
		const rest = pattern.slice(at, at + 6);
		const coded = /^(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|c([A-Za-z])|([0-7]{2,3}|0))/.exec(rest);
		if (coded) {
			at += coded[0].length;
			const [, hex, unicode, control, octal] = coded;
			if (control) return String.fromCharCode(control.toUpperCase().charCodeAt(0) - 64);
			return String.fromCharCode(octal ? parseInt(octal, 8) : parseInt((hex ?? unicode)!, 16));
		}
		const char = pattern[at++]!;
		return controls[char] ?? char;
	}

	function set(): ClassItem & { kind: 'set' } {
		const char = pattern[at++]!;
		const simple = shorthand[char.toLowerCase()];
		if (simple) return { kind: 'set', js: simple, negated: char !== char.toLowerCase() };
		const match = /^\{([\w-]+)\}/.exec(pattern.slice(at)) ?? fail('\\p needs a name in braces');
		at += match[0].length;
		const name = match[1]!;
		const js =
			blocks[name] ?? (generalCategory.test(name) ? `\\p{${name}}` : fail(`\\p{${name}} is unknown`));
		return { kind: 'set', js, negated: char === 'P' };
	}

	function charClass(flags: Flags): CharClass {
		const node: CharClass = { kind: 'class', negated: eat('^'), items: [], ignoreCase: flags.i };
		for (let first = true; ; first = false) {
			if (at >= pattern.length) fail('a character class is not closed');
			if (pattern[at] === ']' && !first) return (at++, node);
			if (pattern.startsWith('-[', at) && !first) {
				at += 2;
				node.minus = charClass(flags);
				continue;
			}
			const from = classChar();
			if (typeof from !== 'string') {
				node.items.push(from);
				continue;
			}
			const isRange =
				pattern[at] === '-' && pattern[at + 1] !== ']' && pattern[at + 1] !== '[' && at + 1 < pattern.length;
			if (!isRange) {
				node.items.push({ kind: 'range', from: from.charCodeAt(0), to: from.charCodeAt(0) });
				continue;
			}
			at++;
			const to = classChar();
			if (typeof to !== 'string') {
				for (const char of [from, '-'])
					node.items.push({ kind: 'range', from: char.charCodeAt(0), to: char.charCodeAt(0) });
				node.items.push(to);
			} else if (to < from) fail('a range in a character class is reversed');
			else node.items.push({ kind: 'range', from: from.charCodeAt(0), to: to.charCodeAt(0) });
		}
	}

	function classChar(): string | ClassItem {
		const char = pattern[at++]!;
		if (char !== '\\') return char;
		const next = pattern[at] ?? fail('it ends with a backslash');
		if (shorthand[next.toLowerCase()] || next === 'p' || next === 'P') return set();
		if (next === 'b') return (at++, '\b');
		return literal();
	}

	const root = choice({ i: false, m: false, s: false, n: false, x: false });
	if (at < pattern.length) fail('a closing bracket without an opening one');
	return { root, groups: names.groups };
}

const looks: [sign: string, behind: boolean, negated: boolean][] = [
	['=', false, false],
	['!', false, true],
	['<=', true, false],
	['<!', true, true]
];

/** .NET counts unnamed groups first and the named after them, whatever their order in the pattern. */
function collectGroups(pattern: string) {
	const named: string[] = [];
	let unnamed = 0;
	let inClass = false;
	const explicit = /\(\?[imsx]*n/.test(pattern);
	for (let at = 0; at < pattern.length; at++) {
		const char = pattern[at];
		if (char === '\\') at++;
		else if (inClass) inClass = char !== ']';
		else if (char === '[') {
			inClass = true;
			if (pattern[at + 1] === '^') at++;
			if (pattern[at + 1] === ']') at++;
		} else if (char === '(') {
			const name = /^\(\?(?:<(\w+)(?:-\w+)?>|'(\w+)(?:-\w+)?')/.exec(pattern.slice(at));
			if (name) named.push(name[1] ?? name[2]!);
			else if (pattern[at + 1] !== '?' && !explicit) unnamed++;
		}
	}
	const groups = Array.from({ length: unnamed }, (_, index) => ({ id: index + 1, name: String(index + 1) }));
	for (const name of named) {
		if (groups.some((group) => group.name === name)) continue;
		const number = /^\d+$/.test(name) ? Number(name) : Math.max(0, ...groups.map((group) => group.id)) + 1;
		groups.push({ id: number, name });
	}
	const ids = new Map(groups.map((group) => [group.name, group.id]));
	for (const { id } of groups) if (!ids.has(String(id))) ids.set(String(id), id);
	return { groups, idOf: (name: string) => ids.get(name) };
}

/** A letter's other cases that are one code unit long. */
export function caseVariants(char: string): string[] {
	return [...new Set([char, lower(char), upper(char)])];
}
