import {
	elementChildren,
	findElement,
	parentElement,
	textContent,
	type ElementNode,
	type ParentNode
} from '../page/tree.ts';
import type { AttributeTest, Combinator, Complex, Nth, Simple, StateName } from './parse.ts';

/** `scope` is what `:scope` means; `html` tells whether attribute names ignore case. */
export interface Matching {
	scope: ParentNode;
	html: boolean;
}
export type Matcher = (element: ElementNode, matching: Matching) => boolean;

/** Selectors have their meaning in the whole document: only the element found must lie where one looks. */
export function compileList(list: Complex[]): Matcher {
	return anyOf(list.map((complex) => compileComplex(complex)));
}

function anyOf(matchers: Matcher[]): Matcher {
	const [only] = matchers;
	if (matchers.length === 1) return only!;
	return (element, matching) => {
		for (const matches of matchers) if (matches(element, matching)) return true;
		return false;
	};
}

/** Right to left. With an anchor the leftmost compound must stand in its leading relation to it. */
function compileComplex(complex: Complex, anchored = false): Matcher {
	return complex.reduce<Matcher | undefined>((left, { combinator, simples }, index) => {
		const own = compileCompound(simples);
		if (index > 0) return joined(own, combinator, left!);
		if (!anchored) return own;
		const isAnchor: Matcher = (element, matching) => element === matching.scope;
		return joined(own, combinator, isAnchor);
	}, undefined)!;
}

function joined(own: Matcher, combinator: Combinator, left: Matcher): Matcher {
	const related = relations[combinator];
	return (element, matching) => own(element, matching) && related(element, (other) => left(other, matching));
}

type Test = (element: ElementNode) => boolean;
const relations: Record<Combinator, (element: ElementNode, test: Test) => boolean> = {
	' '(element, test) {
		for (let up = parentElement(element); up; up = parentElement(up)) if (test(up)) return true;
		return false;
	},
	'>'(element, test) {
		const up = parentElement(element);
		return up !== undefined && test(up);
	},
	'+'(element, test) {
		const before = previousElement(element);
		return before !== undefined && test(before);
	},
	'~'(element, test) {
		for (const sibling of element.parent?.children ?? []) {
			if (sibling === element) return false;
			if (sibling.type === 'element' && test(sibling)) return true;
		}
		return false;
	}
};

export function previousElement(element: ElementNode): ElementNode | undefined {
	const siblings = element.parent?.children ?? [];
	for (let i = siblings.indexOf(element) - 1; i >= 0; i--) {
		const sibling = siblings[i]!;
		if (sibling.type === 'element') return sibling;
	}
	return undefined;
}

/** Cheap tests first: `:has` and `:contains` walk whole subtrees. */
function compileCompound(simples: Simple[]): Matcher {
	const weight = (simple: Simple) =>
		simple.kind === 'has' || simple.kind === 'contains' ? 2 : simple.kind === 'not' ? 1 : 0;
	const matchers = simples.toSorted((a, b) => weight(a) - weight(b)).map(compileSimple);
	const [only] = matchers;
	if (matchers.length === 1) return only!;
	return (element, matching) => {
		for (const matches of matchers) if (!matches(element, matching)) return false;
		return true;
	};
}

function compileSimple(simple: Simple): Matcher {
	switch (simple.kind) {
		case 'any':
			return () => true;
		case 'type':
			return (element) => element.name === simple.name;
		case 'id':
			return (element) => element.attributes.get('id') === simple.id;
		case 'class':
			return (element) => hasWord(element.attributes.get('class'), simple.name);
		case 'attribute':
			return attributeMatcher(simple.test);
		case 'contains':
			return (element) => textContent(element).includes(simple.text);
		case 'is':
			return compileList(simple.list);
		case 'not': {
			const inner = compileList(simple.list);
			return (element, matching) => !inner(element, matching);
		}
		case 'has':
			return anyOf(simple.list.map(({ leading, complex }) => hasMatcher(leading, complex)));
		case 'nth':
			return nthMatcher(simple.nth);
		case 'state':
			return states[simple.name];
	}
}

function hasWord(text: string | undefined, word: string): boolean {
	if (text === undefined || !text.includes(word)) return false;
	return text === word || text.split(/[ \t\n\f\r]+/).includes(word);
}

function attributeMatcher({ name, operator, value, ignoreCase }: AttributeTest): Matcher {
	const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text);
	const wanted = fold(value);
	const htmlName = name.toLowerCase();
	const holds = attributeTests[operator];
	return (element, matching) => {
		const actual = element.attributes.get(matching.html ? htmlName : name);
		if (actual === undefined) return operator === '!=';
		return holds(fold(actual), wanted);
	};
}

const attributeTests: Record<AttributeTest['operator'], (actual: string, wanted: string) => boolean> = {
	'': () => true,
	'=': (actual, wanted) => actual === wanted,
	'!=': (actual, wanted) => actual !== wanted,
	'~=': (actual, wanted) => wanted !== '' && hasWord(actual, wanted),
	'|=': (actual, wanted) => actual === wanted || actual.startsWith(`${wanted}-`),
	'^=': (actual, wanted) => wanted !== '' && actual.startsWith(wanted),
	'$=': (actual, wanted) => wanted !== '' && actual.endsWith(wanted),
	'*=': (actual, wanted) => wanted !== '' && actual.includes(wanted)
};

/** Without leading combinator the left part may lie outside; with one it starts at the element. */
function hasMatcher(leading: Combinator, complex: Complex): Matcher {
	const matches = compileComplex(complex, leading !== ' ');
	return (element, { html }) => {
		const matching = { scope: element, html };
		const test = (found: ElementNode) => matches(found, matching);
		if (leading !== '+' && leading !== '~') return findElement(element, test) !== undefined;
		return followers(element).some((sibling) => test(sibling) || findElement(sibling, test) !== undefined);
	};
}

function followers(element: ElementNode): ElementNode[] {
	const siblings = element.parent ? elementChildren(element.parent) : [];
	return siblings.slice(siblings.indexOf(element) + 1);
}

function nthMatcher({ step, offset, fromEnd, sameType, of }: Nth): Matcher {
	const counts = of && compileList(of);
	return (element, matching) => {
		if (!element.parent || (counts && !counts(element, matching))) return false;
		let index = 0;
		const siblings = element.parent.children;
		for (let i = fromEnd ? siblings.length - 1 : 0; siblings[i] !== undefined; i += fromEnd ? -1 : 1) {
			const sibling = siblings[i]!;
			if (sibling.type !== 'element' || (sameType && sibling.name !== element.name)) continue;
			if (counts && !counts(sibling, matching)) continue;
			index++;
			if (sibling === element) break;
		}
		const distance = index - offset;
		return step === 0 ? distance === 0 : distance % step === 0 && distance / step >= 0;
	};
}

const inputs = new Set(['input', 'select', 'textarea', 'button', 'option', 'optgroup', 'fieldset']);
const isLink: Matcher = (element) =>
	element.attributes.has('href') && (element.name === 'a' || element.name === 'area');
const onlyOne = (element: ElementNode, test: Test) =>
	element.parent !== null && elementChildren(element.parent).filter(test).length === 1;

const states: Record<StateName, Matcher> = {
	root: (element) => element.parent?.type === 'document',
	scope: (element, { scope }) => (scope.type === 'document' ? element.parent === scope : element === scope),
	empty: (element) => element.children.every((child) => child.type === 'comment'),
	checked: (element) =>
		element.attributes.has('checked') || (element.name === 'option' && element.attributes.has('selected')),
	disabled: (element) => inputs.has(element.name) && element.attributes.has('disabled'),
	enabled: (element) => inputs.has(element.name) && !element.attributes.has('disabled'),
	link: isLink,
	'any-link': isLink,
	'only-child': (element) => onlyOne(element, () => true),
	'only-of-type': (element) => onlyOne(element, (other) => other.name === element.name)
};
