import {
	documentOf,
	filterElements,
	findElement,
	rootElement,
	type DocumentNode,
	type ElementNode,
	type ParentNode
} from '../page/tree.ts';
import { compileList, type Matcher } from './match.ts';
import { parseSelector } from './parse.ts';

const compiled = new Map<string, Matcher>();

export function compileSelector(selector: string): Matcher {
	let matcher = compiled.get(selector);
	if (!matcher) {
		matcher = compileList(parseSelector(selector));
		if (compiled.size > 10_000) compiled.clear();
		compiled.set(selector, matcher);
	}
	return matcher;
}

const isHtml = (node: ParentNode): boolean =>
	node.type === 'document' ? node.html : (documentOf(node)?.html ?? true);

export const matches = (element: ElementNode, selector: string, scope: ParentNode = element): boolean =>
	compileSelector(selector)(element, { scope, html: isHtml(element) });

export function selectFirst(top: ParentNode, selector: string): ElementNode | undefined {
	const matcher = compileSelector(selector);
	const matching = { scope: top, html: isHtml(top) };
	return findElement(top, (element) => matcher(element, matching));
}

export function selectAll(top: ParentNode, selector: string): ElementNode[] {
	const matcher = compileSelector(selector);
	const matching = { scope: top, html: isHtml(top) };
	return filterElements(top, (element) => matcher(element, matching));
}

const leadingRoot = /^\s*:root(?![\w-])\s*[>+~]?\s*/;

/**
 * The first match in a row or page. A selector that begins with `:root` looks through the whole page instead, and
 * the `:root` itself means nothing then.
 */
export function find(element: ElementNode, selector: string): ElementNode | undefined {
	const prefix = leadingRoot.exec(selector);
	if (!prefix) return selectFirst(element, selector);
	const root = rootOf(element);
	if (!root) return undefined;
	const rest = selector.slice(prefix[0].length);
	return rest ? selectFirst(root, rest) : root;
}

function rootOf(element: ElementNode): ElementNode | undefined {
	const document: DocumentNode | undefined = documentOf(element);
	return document ? rootElement(document) : undefined;
}
