import { html as htmlNames, parse, type TreeAdapter } from 'parse5';
import {
	append,
	createDocument,
	detach,
	type ChildNode,
	type CommentNode,
	type DocumentNode,
	type ElementNode,
	type ParentNode,
	type TextNode
} from './tree.ts';

interface PageTypes {
	node: ChildNode | DocumentNode;
	parentNode: ParentNode;
	childNode: ChildNode;
	document: DocumentNode;
	documentFragment: DocumentNode;
	element: ElementNode;
	commentNode: CommentNode;
	textNode: TextNode;
	template: ElementNode;
	documentType: never;
}

const modes = new WeakMap<DocumentNode, htmlNames.DOCUMENT_MODE>();

const attributeList = (element: ElementNode) =>
	[...element.attributes].map(([name, value]) => ({ name, value }));

function addText(parent: ParentNode, text: string, before?: ChildNode): void {
	const at = before ? parent.children.indexOf(before) : parent.children.length;
	const previous = parent.children[at - 1];
	if (previous?.type === 'text') previous.text += text;
	else parent.children.splice(at, 0, { type: 'text', text, parent });
}

const adapter: TreeAdapter<PageTypes> = {
	createDocument: () => createDocument(true),
	createDocumentFragment: () => createDocument(true),
	createElement: (name, namespace, attributes) => ({
		type: 'element',
		name: name.toLowerCase(),
		attributes: new Map(attributes.map((attribute) => [attribute.name, attribute.value])),
		children: [],
		parent: null,
		namespace
	}),
	createCommentNode: () => ({ type: 'comment', parent: null }),
	createTextNode: (text) => ({ type: 'text', text, parent: null }),
	appendChild: append,
	insertBefore(parent, child, reference) {
		parent.children.splice(parent.children.indexOf(reference), 0, child);
		child.parent = parent;
	},
	setTemplateContent(template, content) {
		template.children = content.children;
	},
	getTemplateContent: (template) => ({ type: 'document', children: template.children, html: true }),
	setDocumentType: () => undefined,
	setDocumentMode: (document, mode) => void modes.set(document, mode),
	getDocumentMode: (document) => modes.get(document) ?? htmlNames.DOCUMENT_MODE.NO_QUIRKS,
	detachNode: detach,
	insertText: (parent, text) => addText(parent, text),
	insertTextBefore: (parent, text, reference) => addText(parent, text, reference),
	adoptAttributes(element, attributes) {
		for (const { name, value } of attributes)
			if (!element.attributes.has(name)) element.attributes.set(name, value);
	},
	getFirstChild: (node) => node.children[0] ?? null,
	getChildNodes: (node) => node.children,
	getParentNode: (node) => (node.type === 'document' ? null : node.parent),
	setNodeSourceCodeLocation: () => undefined,
	updateNodeSourceCodeLocation: () => undefined,
	getNodeSourceCodeLocation: () => undefined,
	getAttrList: attributeList,
	getTagName: (element) => element.name,
	getNamespaceURI: (element) => element.namespace as htmlNames.NS,
	getTextNodeContent: (node) => node.text,
	getCommentNodeContent: () => '',
	getDocumentTypeNodeName: () => '',
	getDocumentTypeNodePublicId: () => '',
	getDocumentTypeNodeSystemId: () => '',
	isTextNode: (node): node is TextNode => node.type === 'text',
	isCommentNode: (node): node is CommentNode => node.type === 'comment',
	isDocumentTypeNode: (_node): _node is never => false,
	isElementNode: (node): node is ElementNode => node.type === 'element'
};

/** By the rules browsers follow: implied `tbody`, cells moved out of broken tables, unclosed tags. */
export function parseHtml(text: string): DocumentNode {
	return parse(text, { treeAdapter: adapter, scriptingEnabled: false });
}
