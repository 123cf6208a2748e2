import { blocks, controls, generalCategory, shorthand } from './character-sets.ts';
import { collectGroups } from './collect-groups.ts';
import type { CharClass, ClassItem, ParsedPattern, RegexNode } from './tree.ts';

interface Flags {
	i: boolean;
	m: boolean;
	s: boolean;
	n: boolean;
	x: boolean;
}

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
