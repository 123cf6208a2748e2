/** The least a document needs for selectors; parents are known, order is that of the source. */

export interface TextNode {
	type: 'text';
	text: string;
	parent: ParentNode | null;
}
export interface CommentNode {
	type: 'comment';
	parent: ParentNode | null;
}
export interface ElementNode {
	type: 'element';
	/** Lower case, without prefix. */
	name: string;
	attributes: Map<string, string>;
	children: ChildNode[];
	parent: ParentNode | null;
	namespace: string;
}
export interface DocumentNode {
	type: 'document';
	children: ChildNode[];
	/** HTML ignores the case of attribute names, XML keeps it. */
	html: boolean;
}
export type ChildNode = TextNode | CommentNode | ElementNode;
export type ParentNode = ElementNode | DocumentNode;

export const createDocument = (html: boolean): DocumentNode => ({ type: 'document', children: [], html });

export function append(parent: ParentNode, child: ChildNode): void {
	parent.children.push(child);
	child.parent = parent;
}

export function detach(child: ChildNode): void {
	const siblings = child.parent?.children;
	if (siblings) siblings.splice(siblings.indexOf(child), 1);
	child.parent = null;
}

/** The first element below `top`, in document order, that passes the test. */
export function findElement(
	top: ParentNode,
	test: (element: ElementNode) => boolean
): ElementNode | undefined {
	let children: readonly ChildNode[] = top.children;
	let next = 0;
	const stack: { children: readonly ChildNode[]; next: number }[] = [];
	for (;;) {
		const child = children[next++];
		if (child === undefined) {
			const up = stack.pop();
			if (!up) return undefined;
			({ children, next } = up);
		} else if (child.type === 'element') {
			if (test(child)) return child;
			if (child.children.length) {
				stack.push({ children, next });
				children = child.children;
				next = 0;
			}
		}
	}
}

export function filterElements(top: ParentNode, test: (element: ElementNode) => boolean): ElementNode[] {
	const found: ElementNode[] = [];
	findElement(top, (element) => {
		if (test(element)) found.push(element);
		return false;
	});
	return found;
}

/** All text below, scripts included, comments not, blanks as they are. */
export function textContent(top: ParentNode): string {
	let text = '';
	const stack: ChildNode[] = top.children.toReversed();
	for (let node = stack.pop(); node; node = stack.pop()) {
		if (node.type === 'text') text += node.text;
		else if (node.type === 'element')
			for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!);
	}
	return text;
}

export function documentOf(node: ElementNode): DocumentNode | undefined {
	let top: ParentNode = node;
	while (top.type === 'element' && top.parent) top = top.parent;
	return top.type === 'document' ? top : undefined;
}

export const rootElement = (document: DocumentNode): ElementNode | undefined =>
	document.children.find((child) => child.type === 'element');

export const elementChildren = (parent: ParentNode): ElementNode[] =>
	parent.children.filter((child) => child.type === 'element');

export const parentElement = (element: ElementNode): ElementNode | undefined =>
	element.parent?.type === 'element' ? element.parent : undefined;
