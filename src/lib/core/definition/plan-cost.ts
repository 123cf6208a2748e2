import type { SearchQuery } from '../torznab/query.ts';
import type { Definition, Text } from './definition.ts';
import { regexDegree } from './regex/cost.ts';
import type { Call, Operand, TemplateNode } from './template/parse.ts';
import { compileTemplate } from './template/template.ts';

const mostWork = 60;
const longestWords = 200;
/** Texts that grow beyond this on the way make a plan one that may take long after all. */
export const quickCharacters = 400;
const mostFilters = 40;

/**
 * Whether a search can be planned at once, without a thread to stop: the regular expressions on the way must be
 * such that they cannot run long on a few words.
 */
export function plansQuickly(definition: Definition): boolean {
	const { paths, inputs, headers, keywordsFilters } = definition.search;
	if (keywordsFilters.length > mostFilters) return false;
	const templates: Text[] = [
		...keywordsFilters.flatMap(({ args }) => args),
		...[...inputs, ...headers, ...paths.flatMap((path) => path.inputs)].map(({ value }) => value),
		...paths.map(({ path }) => path)
	];
	const patterns = [
		...keywordsFilters.flatMap(({ name, args }) => (/^re/.test(name) && args[0] ? [args[0].text] : [])),
		...templates.flatMap(({ text }) => (text.includes('re_replace') ? templatePatterns(text) : []))
	];
	return patterns.reduce((work, pattern) => work + workOf(pattern), 0) <= mostWork;
}

export const isShort = (query: SearchQuery): boolean =>
	JSON.stringify(query).length <= longestWords * 2 && (query.q?.length ?? 0) <= longestWords;

function workOf(pattern: string | undefined): number {
	if (pattern === undefined) return Infinity;
	const degree = regexDegree(pattern);
	return degree <= 1 ? 1 : degree === 2 ? 6 : Infinity;
}

/** The patterns of a template's `re_replace` calls; undefined for one that is not written out. */
function templatePatterns(template: string): (string | undefined)[] {
	try {
		return compileTemplate(template).flatMap(nodePatterns);
	} catch {
		return [];
	}
}

function nodePatterns(node: TemplateNode): (string | undefined)[] {
	switch (node.kind) {
		case 'text':
			return [];
		case 'print':
			return operandPatterns(node.value);
		case 'if':
			return [...operandPatterns(node.condition), ...[...node.then, ...node.otherwise].flatMap(nodePatterns)];
		case 'range':
			return [...operandPatterns(node.list), ...node.body.flatMap(nodePatterns)];
	}
}

const operandPatterns = (operand: Operand): (string | undefined)[] =>
	operand.kind === 'call' ? callPatterns(operand.call) : [];

function callPatterns({ name, operands }: Call): (string | undefined)[] {
	const inner = operands.flatMap(operandPatterns);
	if (name !== 're_replace') return inner;
	const pattern = operands[1];
	return [...inner, pattern?.kind === 'string' ? pattern.text : undefined];
}
