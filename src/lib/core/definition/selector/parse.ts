export type Combinator = ' ' | '>' | '+' | '~';
export interface AttributeTest {
	name: string;
	operator: '' | '=' | '~=' | '|=' | '^=' | '$=' | '*=' | '!=';
	value: string;
	ignoreCase: boolean;
}
export interface Nth {
	step: number;
	offset: number;
	fromEnd: boolean;
	sameType: boolean;
	of?: Complex[];
}
export type Simple =
	| { kind: 'type'; name: string }
	| { kind: 'any' }
	| { kind: 'id'; id: string }
	| { kind: 'class'; name: string }
	| { kind: 'attribute'; test: AttributeTest }
	| { kind: 'contains'; text: string }
	| { kind: 'not' | 'is'; list: Complex[] }
	| { kind: 'has'; list: { leading: Combinator; complex: Complex }[] }
	| { kind: 'nth'; nth: Nth }
	| { kind: 'state'; name: StateName };
/** Compounds from left to right; `combinator` joins each with the one before. */
export type Complex = { combinator: Combinator; simples: Simple[] }[];

const stateNames = [
	'root',
	'scope',
	'empty',
	'checked',
	'disabled',
	'enabled',
	'link',
	'any-link',
	'only-child',
	'only-of-type'
] as const;
export type StateName = (typeof stateNames)[number];

const lists = new Map<string, 'not' | 'is'>([
	['not', 'not'],
	['is', 'is'],
	['where', 'is'],
	['matches', 'is'],
	['any', 'is']
]);
const positions = new Map<string, [fromEnd: boolean, sameType: boolean]>([
	['nth-child', [false, false]],
	['nth-last-child', [true, false]],
	['nth-of-type', [false, true]],
	['nth-last-of-type', [true, true]]
]);
const ends = new Map<string, [fromEnd: boolean, sameType: boolean]>([
	['first-child', [false, false]],
	['last-child', [true, false]],
	['first-of-type', [false, true]],
	['last-of-type', [true, true]]
]);

const identifierChar = /[\w-]|[^\x00-\x7f]/;
const space = /\s/;
const combinators = new Set(['>', '+', '~']);
const maxDepth = 30;

export function parseSelector(selector: string): Complex[] {
	let at = 0;
	let depth = 0;

	const fail = (message: string): never => {
		throw new Error(`the selector ${JSON.stringify(selector)} is invalid: ${message}`);
	};
	const skipSpace = () => {
		while (at < selector.length && space.test(selector[at]!)) at++;
	};
	const eat = (text: string) => selector.startsWith(text, at) && ((at += text.length), true);

	function list(): Complex[] {
		if (++depth > maxDepth) fail('it is nested too deeply');
		const all = [complex(' ')];
		while (eat(',')) all.push(complex(' '));
		depth--;
		return all;
	}

	function complex(leading: Combinator): Complex {
		const compounds: Complex = [];
		skipSpace();
		let combinator = leading;
		for (;;) {
			const simples = compound();
			if (!simples.length)
				fail(at < selector.length ? `"${selector.slice(at, at + 10)}" is not expected` : 'it ends too early');
			compounds.push({ combinator, simples });
			const spaced = space.test(selector[at] ?? '');
			skipSpace();
			const sign = selector[at];
			if (sign !== undefined && combinators.has(sign)) {
				combinator = sign as Combinator;
				at++;
				skipSpace();
			} else if (spaced && sign !== undefined && sign !== ',' && sign !== ')') combinator = ' ';
			else return compounds;
		}
	}

	function compound(): Simple[] {
		const simples: Simple[] = [];
		for (;;) {
			const char = selector[at];
			if (char === undefined) return simples;
			if (char === '*') simples.push((at++, { kind: 'any' }));
			else if (char === '|') at++;
			else if (char === '#') simples.push((at++, { kind: 'id', id: identifier() }));
			else if (char === '.') simples.push((at++, { kind: 'class', name: identifier() }));
			else if (char === '[') simples.push({ kind: 'attribute', test: attribute() });
			else if (char === ':') simples.push(pseudo());
			else if (identifierChar.test(char) || char === '\\') simples.push(typeName());
			else return simples;
		}
	}

	/** A namespace prefix (`ns|name`) is read and forgotten: names match without it. */
	function typeName(): Simple {
		const name = identifier();
		return selector[at] === '|' && selector[at + 1] !== '='
			? (at++, typeName())
			: { kind: 'type', name: name.toLowerCase() };
	}

	function identifier(): string {
		let out = '';
		while (at < selector.length) {
			const char = selector[at]!;
			if (char === '\\') out += escaped();
			else if (identifierChar.test(char)) out += selector[at++];
			else break;
		}
		return out || fail('a name is missing');
	}

	function escaped(): string {
		at++;
		const hex = /^[\da-fA-F]{1,6}/.exec(selector.slice(at, at + 6));
		if (!hex) return at < selector.length ? selector[at++]! : fail('it ends with a backslash');
		at += hex[0].length;
		if (space.test(selector[at] ?? '')) at++;
		const code = parseInt(hex[0], 16);
		return code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
	}

	function quoted(): string {
		const quote = selector[at++]!;
		let out = '';
		while (selector[at] !== quote) {
			if (at >= selector.length) fail('a quoted text does not end');
			if (selector[at] !== '\\') out += selector[at++];
			else if (selector[at + 1] === '\n') at += 2;
			else out += escaped();
		}
		at++;
		return out;
	}

	const isQuote = (char: string | undefined) => char === '"' || char === "'";

	function attribute(): AttributeTest {
		at++;
		skipSpace();
		let name = identifier();
		if (selector[at] === '|' && selector[at + 1] !== '=') name = (at++, identifier());
		skipSpace();
		const operator = (['=', '~=', '|=', '^=', '$=', '*=', '!='] as const).find((sign) => eat(sign)) ?? '';
		let value = '';
		if (operator) {
			skipSpace();
			value = isQuote(selector[at]) ? quoted() : unquotedValue();
			skipSpace();
		}
		const ignoreCase = operator !== '' && (eat('i') || eat('I'));
		if (!ignoreCase && operator && (eat('s') || eat('S'))) skipSpace();
		skipSpace();
		if (!eat(']')) fail('"]" is missing');
		return { name, operator, value, ignoreCase };
	}

	function unquotedValue(): string {
		let out = '';
		while (at < selector.length && selector[at] !== ']' && !space.test(selector[at]!)) {
			out += selector[at] === '\\' ? escaped() : selector[at++];
		}
		return out;
	}

	function pseudo(): Simple {
		at++;
		const doubled = eat(':');
		const name = identifier().toLowerCase();
		if (doubled) return fail(`pseudo-elements such as "::${name}" select nothing here`);
		const end = ends.get(name);
		if (end) return { kind: 'nth', nth: { step: 0, offset: 1, fromEnd: end[0], sameType: end[1] } };
		if (stateNames.includes(name as StateName)) return { kind: 'state', name: name as StateName };
		if (!eat('(')) return fail(`":${name}" is not known`);
		const simple = functional(name);
		skipSpace();
		if (!eat(')')) fail(`":${name}(" is not closed`);
		return simple;
	}

	function functional(name: string): Simple {
		skipSpace();
		if (name === 'contains') return { kind: 'contains', text: containsText() };
		if (name === 'has') return { kind: 'has', list: hasList() };
		const kind = lists.get(name);
		if (kind) return { kind, list: list() };
		const position = positions.get(name);
		if (position) return { kind: 'nth', nth: nth(...position) };
		return fail(`":${name}()" is not known`);
	}

	/** Quoted, or words of which the last counts. */
	function containsText(): string {
		if (isQuote(selector[at])) return quoted();
		let text: string | undefined;
		while (selector[at] !== ')' && at < selector.length) {
			if (/[\d]/.test(selector[at]!)) fail('":contains" takes a quoted text or a word');
			text = identifier();
			skipSpace();
		}
		return text ?? fail('":contains" is empty');
	}

	function hasList(): { leading: Combinator; complex: Complex }[] {
		if (selector[at] === ')')
			return [{ leading: ' ', complex: [{ combinator: ' ', simples: [{ kind: 'any' }] }] }];
		if (++depth > maxDepth) fail('it is nested too deeply');
		const all: { leading: Combinator; complex: Complex }[] = [];
		do {
			skipSpace();
			const sign = selector[at]!;
			const leading = combinators.has(sign) ? (at++, sign as Combinator) : ' ';
			all.push({ leading, complex: complex(leading) });
		} while (eat(','));
		depth--;
		return all;
	}

	function nth(fromEnd: boolean, sameType: boolean): Nth {
		const match = /^(?:(even|odd)|([+-]?\d*)n(?:\s*([+-])\s*(\d+))?|([+-]?\d+))(?=[\s)])/i.exec(
			selector.slice(at)
		);
		if (!match) return fail('the position in ":nth-" is not a number or an+b');
		at += match[0].length;
		const [, word, step, sign, offset, number] = match;
		const base = { fromEnd, sameType };
		skipSpace();
		const of = eat('of ') ? { of: list() } : {};
		if (word) return { ...base, ...of, step: 2, offset: word.toLowerCase() === 'odd' ? 1 : 0 };
		if (number !== undefined) return { ...base, ...of, step: 0, offset: Number(number) };
		const size = step === '' || step === '+' ? 1 : step === '-' ? -1 : Number(step);
		return { ...base, ...of, step: size, offset: offset ? Number(sign + offset) : 0 };
	}

	const result = list();
	skipSpace();
	if (at < selector.length) fail(`"${selector.slice(at, at + 10)}" is not expected`);
	return result;
}
