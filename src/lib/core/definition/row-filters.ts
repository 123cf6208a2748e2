import { hasIds, type SearchQuery } from '../torznab/query.ts';
import type { Definition } from './definition.ts';
import type { Draft } from './fields.ts';
import type { Scope } from './scope.ts';

const common = new Set(['and', 'the', 'an']);
const notWord = /[^\p{L}\p{Mn}\p{Nd}\p{Pc}]+/u;

/** `andmatch`: sites that search loosely have every word of the search checked in the title. */
export function matchesAllWords(
	draft: Draft,
	definition: Definition,
	scope: Scope,
	query: SearchQuery
): boolean {
	const filter = definition.search.rows.filters.find(({ name }) => name === 'andmatch');
	if (!filter || hasIds(query)) return true;
	const limit = Number(filter.args[0]?.text ?? 0);
	const keywords = String(scope.variables.get('.Keywords') ?? '');
	const words = (limit > 0 ? keywords.slice(0, limit) : keywords).toLowerCase().split(notWord);
	const title = (draft.title ?? '').toLowerCase();
	return words.every((word) => word.length <= 1 || common.has(word) || title.includes(word));
}
