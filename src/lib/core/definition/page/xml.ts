import { Parser } from 'htmlparser2';
import { append, createDocument, type DocumentNode, type ElementNode, type ParentNode } from './tree.ts';

const maxDepth = 2_000;

/**
 * Names lose their prefix, attribute names keep their case. Only the five predefined entities and character
 * references are resolved; entities a document declares for itself are not, so it cannot blow up.
 */
export function parseXml(text: string): DocumentNode {
	const document = createDocument(false);
	let depth = 0;
	let current: ParentNode = document;
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				if (++depth > maxDepth) throw new Error('the XML answer is nested too deeply');
				const element: ElementNode = {
					type: 'element',
					name: name.slice(name.indexOf(':') + 1).toLowerCase(),
					attributes: new Map(Object.entries(attributes)),
					children: [],
					parent: null,
					namespace: ''
				};
				append(current, element);
				current = element;
			},
			onclosetag() {
				depth--;
				if (current.type === 'element') current = current.parent ?? document;
			},
			ontext(piece) {
				const last = current.children.at(-1);
				if (last?.type === 'text') last.text += piece;
				else append(current, { type: 'text', text: piece, parent: null });
			}
		},
		{ xmlMode: true, decodeEntities: true }
	);
	parser.end(text.replace(/^\uFEFF/, ''));
	return document;
}
