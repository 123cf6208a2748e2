import type { SearchQuery } from '../torznab/query.ts';
import type { Block, Definition, ErrorSpec, SearchPath } from './definition.ts';
import { takeText } from './block.ts';
import { decodeBytes } from './encode.ts';
import type { Engine } from './engine.ts';
import { DefinitionFault } from './faults.ts';
import type { Draft } from './fields.ts';
import { setField } from './fields.ts';
import { applyFilters } from './filters.ts';
import { parseHtml } from './page/html.ts';
import { textContent, type DocumentNode } from './page/tree.ts';
import { parseXml } from './page/xml.ts';
import type { SearchRequest } from './plan-search.ts';
import type { Answer } from './request.ts';
import { matchesAllWords } from './row-filters.ts';
import { readRow, resultTexts, type Row } from './rows.ts';
import { firstElement, pageRows, type PageRow } from './rows-html.ts';
import { jsonRows } from './rows-json.ts';
import type { Scope } from './scope.ts';
import { selectFirst } from './selector/select.ts';
import { isBlank, trim } from './text.ts';
import { queryVariables } from './variables.ts';

export interface SearchReading {
	releases: Draft[];
	/** Rows found, before any was dropped. */
	rows: number;
	/** Why rows were dropped, the first few. */
	dropped: { reason: string; line: number }[];
	/** The page shows that nobody is signed in. */
	loginNeeded: boolean;
	/** Texts of all fields of the first row. */
	sample?: Record<string, string | null>;
}

const nothing: SearchReading = { releases: [], rows: 0, dropped: [], loginNeeded: false };
const mostReasons = 10;

export function readAnswer(
	engine: Engine,
	query: SearchQuery,
	request: SearchRequest,
	answer: Answer
): SearchReading {
	const { definition } = engine;
	const path = definition.search.paths[request.path]!;
	const scope = engine.scope(queryVariables(query));
	scope.variables.set('.Keywords', request.keywords).set('.Categories', request.categories);
	const body = decodeBytes(answer.bytes, definition.encoding);
	const context = { definition, scope, address: request.url, query };
	if (path.response !== 'html' && isPage(answer, body)) {
		if (isSignedOut(definition, answer, parseHtml(body), scope)) return { ...nothing, loginNeeded: true };
	}
	if (path.response === 'json') {
		if (hasNoResults(path, body)) return nothing;
		return readRows(jsonAnswerRows(body, answer, definition, scope), context, true);
	}
	const text = applyFilters(body, definition.search.preprocessingFilters, scope);
	const document = path.response === 'xml' ? parseXml(text) : parseHtml(text);
	const loginNeeded = path.response === 'html' && isSignedOut(definition, answer, document, scope);
	if (path.response === 'html' && !loginNeeded) throwErrors(definition.search.errors, document, scope);
	const rows = pageRows(document, definition.search.rows, scope);
	return { ...readRows(rows, context, false), loginNeeded };
}

/** Some sites call their JSON text/html, so the body itself has to look like a page. */
const isPage = ({ contentType }: Answer, body: string): boolean =>
	(!contentType || /text\/html/i.test(contentType)) && /^\s*</.test(body);

function hasNoResults({ noResultsMessage: message }: SearchPath, body: string): boolean {
	if (message === undefined) return false;
	return isBlank(message) ? isBlank(body) : body.includes(message);
}

function jsonAnswerRows(body: string, answer: Answer, definition: Definition, scope: Scope): Row[] {
	if (/^\s*<(?:!doctype|html)/i.test(body)) {
		const title = /<title[^>]*>([^<]{0,80})/i.exec(body)?.[1];
		throw new DefinitionFault(
			`the site answered with a page${title ? ` (${JSON.stringify(trim(title))})` : ''} instead of JSON`,
			0
		);
	}
	if (isBlank(body)) throw new DefinitionFault(`the answer is empty (status ${answer.status})`, 0);
	return jsonRows(body, definition.search.rows, scope);
}

interface ReadingContext {
	definition: Definition;
	scope: Scope;
	address: string;
	query: SearchQuery;
}

/** A faulty row is left out; in JSON it makes the whole answer faulty, as definitions expect. */
function readRows(rows: readonly Row[], context: ReadingContext, strict: boolean): SearchReading {
	const { definition, scope, query } = context;
	const reading: SearchReading = { ...nothing, releases: [], dropped: [], rows: rows.length };
	for (const row of rows) {
		try {
			const draft = readRow(row, context);
			if (draft.publishedAt === undefined) readHeadingDate(row as PageRow, draft, context);
			if (matchesAllWords(draft, definition, scope, query)) reading.releases.push(draft);
		} catch (error) {
			if (strict || !(error instanceof DefinitionFault)) throw error;
			if (reading.dropped.length < mostReasons)
				reading.dropped.push({ reason: error.message, line: error.line });
		}
		reading.sample ??= resultTexts(scope);
	}
	return reading;
}

function readHeadingDate(row: PageRow, draft: Draft, { definition, scope, address }: ReadingContext): void {
	const block = definition.search.rows.dateHeaders;
	if (!block) return;
	scope.at(block.line, () => {
		const text = row.heading(block, scope);
		const field = { ...block, name: 'date', modifiers: [] };
		if (text !== undefined) setField(field, { draft, text, definition, address, now: scope.now });
		else if (!block.optional) throw new Error('no heading above the row gives a date');
	});
}

/** The page lacks what only signed-in people see. */
export function isSignedOut(
	definition: Definition,
	answer: Answer,
	document: DocumentNode,
	scope: Scope
): boolean {
	const test = definition.login?.test?.selector;
	if (!test || (answer.contentType && !/text\/html/i.test(answer.contentType))) return false;
	const selector = trim(scope.expand(test));
	return scope.at(test.line, () => selectFirst(document, selector) === undefined);
}

/** The message of the first error block that fits the page. */
export function errorMessage(
	errors: readonly ErrorSpec[],
	document: DocumentNode,
	scope: Scope
): string | undefined {
	for (const { selector, message } of errors) {
		const text = trim(scope.expand(selector));
		const found = scope.at(selector.line, () => selectFirst(document, text));
		if (found)
			return (
				messageText(message, document, scope) ?? (trim(textContent(found)) || 'the site reported an error')
			);
	}
	return undefined;
}

function messageText(message: Block | undefined, document: DocumentNode, scope: Scope): string | undefined {
	const root = firstElement(document);
	const text = message && root && takeText(message, root, scope);
	return text && !isBlank(text) ? text : undefined;
}

function throwErrors(errors: readonly ErrorSpec[], document: DocumentNode, scope: Scope): void {
	const message = errorMessage(errors, document, scope);
	if (message !== undefined)
		throw new DefinitionFault(`the site says: ${message.replace(/\s+/g, ' ').slice(0, 300)}`, 0);
}
