import { isBlank } from '../text.ts';
import { compilePattern } from '../regex/pattern.ts';
import { parseTemplate, type Call, type Operand, type TemplateNode } from './parse.ts';

export type Value = string | null | readonly string[];
export type Variables = ReadonlyMap<string, Value>;

export interface Expansion {
	variables: Variables;
	/** Applied to what is printed, not to literal text. */
	encode?: (text: string) => string;
}
type Locals = ReadonlyMap<string, string>;

const maxCharacters = 1024 * 1024;
const compiled = new Map<string, TemplateNode[]>();
const noLocals: Locals = new Map();

export function compileTemplate(template: string): TemplateNode[] {
	let nodes = compiled.get(template);
	if (!nodes) {
		nodes = parseTemplate(template);
		if (compiled.size > 20_000) compiled.clear();
		compiled.set(template, nodes);
	}
	return nodes;
}

export function expand(template: string, { variables, encode = (text) => text }: Expansion): string {
	if (!template.includes('{{')) return template;
	return render(compileTemplate(template), noLocals);

	function render(nodes: readonly TemplateNode[], locals: Locals): string {
		let out = '';
		for (const node of nodes) {
			out += renderNode(node, locals);
			if (out.length > maxCharacters) throw new Error('the template grows beyond all bounds');
		}
		return out;
	}

	function renderNode(node: TemplateNode, locals: Locals): string {
		switch (node.kind) {
			case 'text':
				return node.text;
			case 'print':
				return encode(printed(evaluate(node.value, locals)));
			case 'if':
				return render(isTrue(evaluate(node.condition, locals)) ? node.then : node.otherwise, locals);
			case 'range':
				return listOf(evaluate(node.list, locals))
					.map((item, index) => render(node.body, withLocals(node, locals, item, index)))
					.join('');
		}
	}

	function evaluate(operand: Operand, locals: Locals): Value {
		switch (operand.kind) {
			case 'name':
				return lookUp(operand.name, variables);
			case 'dot':
				return locals.get('.') ?? null;
			case 'local':
				return locals.get(operand.name) ?? undefinedName(operand.name);
			case 'string':
				return operand.text;
			case 'call':
				return apply(operand.call, locals);
		}
	}

	function apply({ name, operands }: Call, locals: Locals): Value {
		const value = (index: number) => evaluate(operands[index]!, locals);
		switch (name) {
			case 'and':
				return pick(operands, locals, (operand) => !isFilled(operand));
			case 'or':
				return pick(operands, locals, isFilled);
			case 'eq':
				return same(value(0), value(1)) ? 'True' : null;
			case 'ne':
				return same(value(0), value(1)) ? null : 'True';
			case 'not':
				return isTrue(value(0)) ? null : 'True';
			case 'join':
				return listOf(value(0)).join(printed(value(1)));
			case 're_replace':
				return compilePattern(printed(value(1))).replace(printed(value(0)), printed(value(2)));
		}
	}

	/** `and` and `or` give the operand that decides, else the last. Quoted texts do not count, lists are blank. */
	function pick(operands: Operand[], locals: Locals, decides: (value: Value) => boolean): Value {
		let last: Value = null;
		for (const operand of operands) {
			if (operand.kind === 'string') continue;
			const value = evaluate(operand, locals);
			last = typeof value === 'string' ? value : null;
			if (decides(last)) return last;
		}
		return last;
	}
}

function lookUp(name: string, variables: Variables): Value {
	const value = variables.get(name);
	return value === undefined ? undefinedName(name) : value;
}

function undefinedName(name: string): never {
	throw new Error(`"${name}" is not defined here`);
}

function withLocals(
	node: TemplateNode & { kind: 'range' },
	locals: Locals,
	item: string,
	index: number
): Locals {
	const inner = new Map(locals).set('.', item);
	if (node.index !== undefined) inner.set(node.index, String(index));
	if (node.item !== undefined) inner.set(node.item, item);
	return inner;
}

const printed = (value: Value): string =>
	value === null ? '' : typeof value === 'string' ? value : value.join(',');
const listOf = (value: Value): readonly string[] =>
	value === null ? [] : typeof value === 'string' ? [value] : value;
const isTrue = (value: Value): boolean =>
	value === null ? false : typeof value === 'string' ? !isBlank(value) : value.length > 0;
const isFilled = (value: Value): boolean => typeof value === 'string' && !isBlank(value);
const same = (a: Value, b: Value): boolean =>
	(typeof a === 'object' ? null : a) === (typeof b === 'object' ? null : b);
