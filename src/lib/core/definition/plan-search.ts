import { usedParameters, type SearchQuery } from '../torznab/query.ts';
import { trackerCategories } from './category-map.ts';
import type { Definition, SearchPath } from './definition.ts';
import type { Engine } from './engine.ts';
import { applyFilters } from './filters.ts';
import {
	expandHeaders,
	expandInputs,
	expandPath,
	formBody,
	resolve,
	type PlannedRequest
} from './request.ts';
import type { Scope } from './scope.ts';
import { queryVariables } from './variables.ts';

export interface SearchRequest extends PlannedRequest {
	/** Index into the definition's paths. */
	path: number;
	/** The site's own ids asked for. */
	categories: string[];
	/** Search words after their filters. */
	keywords: string;
}

/** The requests of one search; none when the definition cannot answer such a query. */
export function planSearch(engine: Engine, query: SearchQuery): SearchRequest[] {
	const { definition } = engine;
	if (!canAnswer(definition, query)) return [];
	const scope = engine.scope(queryVariables(query));
	const wanted = trackerCategories(definition, query.categories ?? []);
	const words = String(scope.variables.get('.Query.Keywords'));
	scope.variables.set('.Keywords', words).set('.Categories', wanted);
	const keywords = applyFilters(words, definition.search.keywordsFilters, scope);
	const seen = new Set<string>();
	return definition.search.paths.flatMap((path, index) => {
		const categories = pathCategories(path, wanted);
		if (!categories) return [];
		scope.variables.set('.Keywords', keywords).set('.Categories', categories);
		const request = { ...buildRequest(engine, path, scope), path: index, categories, keywords };
		if (request.method === 'GET' && seen.has(request.url)) return [];
		seen.add(request.url);
		return [request];
	});
}

/** A query with an id or field that its mode does not list would bring wrong answers. */
function canAnswer(definition: Definition, query: SearchQuery): boolean {
	const known = definition.modes[query.mode] ?? [];
	return usedParameters(query).every(
		(name) =>
			name === 'q' ||
			known.includes(name) ||
			(name === 'imdbid' && query.mode === 'tv-search' && definition.allowTvSearchImdb)
	);
}

/** The ids of a path that are wanted; nothing when the path does not serve them. */
function pathCategories(path: SearchPath, wanted: string[]): string[] | undefined {
	if (!path.categories.length || !wanted.length) return wanted;
	const inverted = path.categories[0] === '!';
	const shared = wanted.filter((id) => path.categories.includes(id));
	if (inverted) return shared.length ? undefined : wanted;
	return shared.length ? shared : undefined;
}

function buildRequest({ definition, baseUrl }: Engine, path: SearchPath, scope: Scope): PlannedRequest {
	const { search, encoding } = definition;
	const address = resolve(expandPath(path.path, scope), baseUrl, path.path.line, scope);
	const inputs = [...(path.inheritInputs ? search.inputs : []), ...path.inputs];
	const body = formBody(expandInputs(inputs, scope, search.allowEmptyInputs), encoding);
	const request = { headers: expandHeaders(search.headers, scope), followRedirects: path.followRedirect };
	if (path.method === 'post') return { ...request, url: address, method: 'POST', body };
	return { ...request, url: body ? new URL(`${address}?${body}`).href : address, method: 'GET' };
}
