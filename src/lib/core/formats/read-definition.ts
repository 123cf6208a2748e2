import { LineCounter, parseDocument, isNode, type Document } from 'yaml';
import type { z } from 'zod';

/** Something wrong in a definition file, with the line to look at. */
export interface DefinitionFault {
	readonly file: string;
	readonly line: number;
	readonly message: string;
}

export interface Definitions<T> {
	readonly values: readonly T[];
	readonly faults: readonly DefinitionFault[];
}

const maxBytes = 512 * 1024;
const maxDepth = 60;
/** Bounds what aliases may unfold to ("billion laughs"). */
const maxAliasCount = 100;

/** Reads a YAML file that holds one value or a list of them. Sound entries are kept though others are faulty. */
export function readDefinition<S extends z.ZodType>(
	file: string,
	text: string,
	schema: S
): Definitions<z.output<S>> {
	const fault = (line: number, message: string) => ({ values: [], faults: [{ file, line, message }] });
	if (text.length > maxBytes) return fault(1, `The file is larger than ${maxBytes / 1024} kB.`);
	const tooDeep = deepLine(text);
	if (tooDeep) return fault(tooDeep, `It is nested more than ${maxDepth} deep.`);
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	const syntax = document.errors[0];
	if (syntax) return fault(lines.linePos(syntax.pos[0]).line, `Not valid YAML: ${syntax.message}`);
	try {
		return validate(file, document, lines, schema);
	} catch (error) {
		return fault(1, `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
	}
}

/** The parser recurses, so brackets are counted before it sees them. */
function deepLine(text: string): number | undefined {
	const tooDeep = (line: string) => /^ *(?:- *){30}/.test(line) || /^ {200}/.test(line);
	let depth = 0;
	const at = text.split('\n').findIndex((line) => {
		for (const char of line)
			depth += char === '[' || char === '{' ? 1 : char === ']' || char === '}' ? -1 : 0;
		return depth > maxDepth || tooDeep(line);
	});
	return at < 0 ? undefined : at + 1;
}

function validate<S extends z.ZodType>(
	file: string,
	document: Document,
	lines: LineCounter,
	schema: S
): Definitions<z.output<S>> {
	const json: unknown = document.toJS({ maxAliasCount });
	const entries: { value: unknown; path: PropertyKey[] }[] = Array.isArray(json)
		? json.map((value: unknown, index) => ({ value, path: [index] }))
		: [{ value: json, path: [] }];
	const values: z.output<S>[] = [];
	const faults: DefinitionFault[] = [];
	for (const { value, path } of entries) {
		const read = schema.safeParse(value);
		if (read.success) values.push(read.data);
		else {
			for (const issue of read.error.issues) {
				const line = lineOf(document, lines, [...path, ...issue.path]);
				const place = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
				faults.push({ file, line, message: `${place}${issue.message}` });
			}
		}
	}
	return { values, faults };
}

/** The line of the innermost thing on the path that exists. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
	for (let length = path.length; length >= 0; length--) {
		const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
	}
	return 1;
}
