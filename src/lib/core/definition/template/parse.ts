import { lex, type Token } from './lex.ts';

export type Operand =
	| { kind: 'name'; name: string }
	| { kind: 'dot' }
	| { kind: 'local'; name: string }
	| { kind: 'string'; text: string }
	| { kind: 'call'; call: Call };
export interface Call {
	name: FunctionName;
	operands: Operand[];
}
export type TemplateNode =
	| { kind: 'text'; text: string }
	| { kind: 'print'; value: Operand }
	| { kind: 'if'; condition: Operand; then: TemplateNode[]; otherwise: TemplateNode[] }
	| { kind: 'range'; list: Operand; index?: string; item?: string; body: TemplateNode[] };

const arity = { and: 1, or: 1, eq: 2, ne: 2, not: 1, join: 2, re_replace: 3 } as const;
export type FunctionName = keyof typeof arity;

const maxDepth = 40;
const isFunction = (word: string): word is FunctionName => Object.hasOwn(arity, word);

export function parseTemplate(template: string): TemplateNode[] {
	const tokens = lex(template);
	let at = 0;
	let depth = 0;

	const peek = () => tokens[at];
	const isMark = (mark: string) => {
		const token = peek();
		return token?.kind === 'mark' && token.mark === mark;
	};
	const isWord = (...words: string[]) => {
		const [open, word] = [tokens[at], tokens[at + 1]];
		return open?.kind === 'open' && word?.kind === 'word' && words.includes(word.word);
	};
	const closeAction = () => {
		// Definitions in use close one bracket too many after a call.
		while (isMark(')')) at++;
		if (peek()?.kind !== 'close') throw new Error('the template has something unexpected before "}}"');
		at++;
	};

	function body(...until: string[]): TemplateNode[] {
		if (++depth > maxDepth) throw new Error('the template is nested too deeply');
		const nodes: TemplateNode[] = [];
		while (at < tokens.length && !isWord(...until)) {
			const token = tokens[at++]!;
			nodes.push(token.kind === 'text' ? token : action());
		}
		if (until.length && at >= tokens.length) throw new Error('the template lacks an {{ end }}');
		depth--;
		return nodes;
	}

	function action(): TemplateNode {
		const token = peek();
		const word = token?.kind === 'word' ? token.word : undefined;
		if (word === 'if') return (at++, condition());
		if (word === 'range') return (at++, range());
		if (word === 'end' || word === 'else')
			throw new Error(`the template has an {{ ${word} }} without beginning`);
		const value = expression();
		closeAction();
		return { kind: 'print', value };
	}

	function condition(): TemplateNode {
		const test = expression();
		closeAction();
		const then = body('else', 'end');
		let otherwise: TemplateNode[] = [];
		at += 2;
		const was = tokens[at - 1] as Token & { kind: 'word' };
		if (was.word === 'else') {
			const next = peek();
			if (next?.kind === 'word' && next.word === 'if')
				return (at++, { kind: 'if', condition: test, then, otherwise: [condition()] });
			closeAction();
			otherwise = body('end');
			at += 2;
		}
		closeAction();
		return { kind: 'if', condition: test, then, otherwise };
	}

	function range(): TemplateNode {
		const names: string[] = [];
		while (peek()?.kind === 'local') {
			names.push((tokens[at++] as Token & { kind: 'local' }).name);
			if (isMark(',')) at++;
		}
		if (names.length && isMark(':=')) at++;
		const list = expression();
		closeAction();
		const inner = body('end');
		at += 2;
		closeAction();
		const [first, second] = names;
		const variables = second === undefined ? { item: first } : { index: first, item: second };
		return { kind: 'range', list, body: inner, ...(first !== undefined && (variables as { item: string })) };
	}

	function expression(): Operand {
		const token = peek();
		if (token?.kind === 'word' && isFunction(token.word)) return { kind: 'call', call: call() };
		return operand();
	}

	function call(): Call {
		const { word } = tokens[at++] as Token & { kind: 'word' };
		const name = word as FunctionName;
		const operands: Operand[] = [];
		while (at < tokens.length && peek()?.kind !== 'close' && !isMark(')')) operands.push(operand());
		if (operands.length < arity[name])
			throw new Error(`"${name}" in the template needs ${arity[name]} values`);
		return { name, operands };
	}

	function operand(): Operand {
		const token = tokens[at++];
		if (
			token?.kind === 'name' ||
			token?.kind === 'dot' ||
			token?.kind === 'local' ||
			token?.kind === 'string'
		)
			return token;
		if (token?.kind === 'mark' && token.mark === '(') {
			if (++depth > maxDepth) throw new Error('the template is nested too deeply');
			const inner = expression();
			if (isMark(')')) at++;
			depth--;
			return inner;
		}
		if (token?.kind === 'word') throw new Error(`"${token.word}" is not known in templates`);
		throw new Error('the template has an empty or broken {{ }}');
	}

	return body();
}
