import { choose, attributeOf } from './block.ts';
import type { Block, DownloadSpec } from './definition.ts';
import { decodeBytes, queryPairs } from './encode.ts';
import type { Engine } from './engine.ts';
import { DefinitionFault } from './faults.ts';
import { applyFilters } from './filters.ts';
import { isMagnet, publicMagnet } from './magnet.ts';
import { parseHtml } from './page/html.ts';
import { textContent, type DocumentNode } from './page/tree.ts';
import {
	expandHeaders,
	expandInputs,
	formBody,
	resolve,
	withHeader,
	type Answer,
	type PlannedRequest
} from './request.ts';
import { firstElement } from './rows-html.ts';
import type { Scope } from './scope.ts';
import type { Value } from './template/template.ts';
import { isBlank } from './text.ts';

export type PageName = 'link' | 'before';

/** How far a download has come: pages fetched so far, and selectors that led to no file. */
export interface DownloadState {
	link: string;
	pages: Partial<Record<PageName, Answer>>;
	tried: number;
}
export type DownloadStep =
	| { kind: 'fetch'; as: PageName; request: PlannedRequest }
	| { kind: 'magnet'; magnet: string }
	/** With `fallback` the file must prove to be one, else `tried` is that and the road goes on. */
	| { kind: 'file'; request: PlannedRequest; fallback?: number };

/** What to do next to get from a release link to a magnet or a file. */
export function nextDownload(engine: Engine, state: DownloadState): DownloadStep {
	const { link } = state;
	if (isMagnet(link)) return { kind: 'magnet', magnet: link };
	const scope = engine.scope(linkVariables(link));
	const spec = engine.definition.download;
	const road = { engine, scope, state };
	return (
		(spec && (fetchBefore(road, spec) ?? readInfoHash(road, spec) ?? readSelectors(road, spec))) ??
		plainFile(road, spec)
	);
}

interface Road {
	engine: Engine;
	scope: Scope;
	state: DownloadState;
}

function linkVariables(link: string): Map<string, Value> {
	const url = new URL(link);
	const port = url.port || (url.protocol === 'https:' ? '443' : '80');
	const query = queryPairs(link).toReversed();
	return new Map<string, Value>([
		['.DownloadUri.AbsoluteUri', url.href],
		['.DownloadUri.AbsolutePath', url.pathname],
		['.DownloadUri.Scheme', url.protocol.slice(0, -1)],
		['.DownloadUri.Host', url.hostname],
		['.DownloadUri.Port', port],
		['.DownloadUri.PathAndQuery', url.pathname + url.search],
		['.DownloadUri.Query', url.search],
		...query.map(([name, value]) => [`.DownloadUri.Query.${name}`, value] as [string, Value])
	]);
}

function request({ engine, scope, state }: Road, url: string, referer = engine.baseUrl): PlannedRequest {
	const { download, search } = engine.definition;
	const headers = expandHeaders(download?.headers ?? search.headers, scope);
	return {
		url,
		method: 'GET',
		headers: withHeader(headers, 'Referer', url === state.link ? referer : state.link),
		followRedirects: true
	};
}

function fetchBefore(road: Road, { before }: DownloadSpec): DownloadStep | undefined {
	const { engine, scope, state } = road;
	if (!before || state.pages.before) return undefined;
	let path = before.path ? scope.expand(before.path) : state.link;
	if (before.pathSelector) {
		if (!state.pages.link) return { kind: 'fetch', as: 'link', request: request(road, state.link) };
		path = fieldText(before.pathSelector, documentOf(engine, state.pages.link), scope) ?? path;
	}
	const address = resolve(path, engine.baseUrl, before.line, scope);
	const pairs = expandInputs(before.inputs, scope, true);
	const separator = before.method === 'get' ? before.querySeparator : '&';
	const body = pairs.map((pair) => formBody([pair], engine.definition.encoding)).join(separator);
	const plain = request(road, address);
	if (before.method === 'post')
		return { kind: 'fetch', as: 'before', request: { ...plain, method: 'POST', body } };
	const joint = !body ? '' : address.includes('?') ? separator : '?';
	return { kind: 'fetch', as: 'before', request: { ...plain, url: address + joint + body } };
}

/** The page a block looks at, or the step that fetches it. */
function pageFor(road: Road, useBefore: boolean): { page: Answer } | { step: DownloadStep } {
	const { pages, link } = road.state;
	const page = useBefore ? (pages.before ?? pages.link) : pages.link;
	return page ? { page } : { step: { kind: 'fetch', as: 'link', request: request(road, link) } };
}

const documentOf = ({ definition }: Engine, page: Answer): DocumentNode =>
	parseHtml(decodeBytes(page.bytes, definition.encoding));

/** Here texts are not trimmed, and there is neither `case` nor `remove` nor `default`. */
function fieldText(block: Block, document: DocumentNode, scope: Scope): string | undefined {
	const root = firstElement(document);
	if (!root || !block.selector) return undefined;
	const found = choose(block.selector, root, scope);
	const raw =
		found && (block.attribute === undefined ? textContent(found) : attributeOf(found, block.attribute));
	return raw === undefined ? undefined : applyFilters(raw, block.filters, scope);
}

function readInfoHash(road: Road, { infoHash }: DownloadSpec): DownloadStep | undefined {
	if (!infoHash) return undefined;
	const source = pageFor(road, infoHash.useBeforeResponse);
	if ('step' in source) return source.step;
	const magnet = hashMagnet(road, infoHash, documentOf(road.engine, source.page));
	return magnet ? { kind: 'magnet', magnet } : plainFile(road, road.engine.definition.download);
}

/** A page that gives no hash is no fault yet: the link itself may be the file. */
function hashMagnet(
	{ scope }: Road,
	infoHash: NonNullable<DownloadSpec['infoHash']>,
	document: DocumentNode
): string | undefined {
	try {
		const hash = fieldText(infoHash.hash, document, scope);
		const title = fieldText(infoHash.title, document, scope);
		return hash && title && !isBlank(hash) && !isBlank(title)
			? publicMagnet(hash.trim(), title.trim())
			: undefined;
	} catch (error) {
		if (error instanceof DefinitionFault) return undefined;
		throw error;
	}
}

function readSelectors(road: Road, { selectors }: DownloadSpec): DownloadStep | undefined {
	if (!selectors.length) return undefined;
	const { engine, scope, state } = road;
	for (let index = state.tried; index < selectors.length; index++) {
		const block = selectors[index]!;
		const source = pageFor(road, block.useBeforeResponse);
		if ('step' in source) return source.step;
		const text = candidateText(block, documentOf(engine, source.page), scope);
		if (text === undefined || isBlank(text)) continue;
		if (isMagnet(text.trim())) return { kind: 'magnet', magnet: text.trim() };
		const file = request(road, resolve(text.trim(), state.link, block.line, scope));
		return engine.definition.testLinkTorrent
			? { kind: 'file', request: file, fallback: index + 1 }
			: { kind: 'file', request: file };
	}
	throw new DefinitionFault('no download selector led to a file', selectors.at(-1)!.line);
}

function candidateText(block: Block, document: DocumentNode, scope: Scope): string | undefined {
	try {
		return fieldText(block, document, scope);
	} catch (error) {
		if (error instanceof DefinitionFault) return undefined;
		throw error;
	}
}

function plainFile(road: Road, spec: DownloadSpec | undefined): DownloadStep {
	const plain = request(road, road.state.link);
	return { kind: 'file', request: spec?.method === 'post' ? { ...plain, method: 'POST', body: '' } : plain };
}
