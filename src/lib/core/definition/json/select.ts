import { jsonText, type Json } from './parse.ts';
import { selectJson } from './path.ts';

interface JsonFilter {
	name: string;
	argument: string;
}

/** A path and the `:has() :not() :contains()` behind it. */
export function splitSelector(selector: string): { path: string; filters: JsonFilter[] } {
	const colon = filterStart(selector);
	if (colon < 0) return { path: selector, filters: [] };
	return { path: selector.slice(0, colon), filters: splitFilters(selector.slice(colon)) };
}

const filterStart = (selector: string) => selector.search(/:(?:has|not|contains)\(/);

/** A filter goes up to a bracket that is followed by another filter or by the end. */
function splitFilters(text: string): JsonFilter[] {
	const filters: JsonFilter[] = [];
	let at = 0;
	while (at < text.length) {
		const head = /^:(\w+)\(/.exec(text.slice(at));
		if (!head) throw new Error(`the filter ${JSON.stringify(text.slice(at))} is wrong`);
		const start = at + head[0].length;
		let end = text.indexOf(')', start);
		while (
			end >= 0 &&
			(bracketsOpen(text.slice(start, end)) || (end + 1 < text.length && text[end + 1] !== ':'))
		) {
			end = text.indexOf(')', end + 1);
		}
		if (end < 0) throw new Error(`the filter ${JSON.stringify(text.slice(at))} is not closed`);
		filters.push({ name: head[1]!, argument: text.slice(start, end) });
		at = end + 1;
	}
	return filters;
}

/** Inside `:has(a:contains(b))` the first bracket belongs to the inner filter. */
const bracketsOpen = (text: string) =>
	(text.match(/:(?:has|not|contains)\(/g)?.length ?? 0) > (text.match(/\)(?=:|\)|$)/g)?.length ?? 0);

export function passes(value: Json, filters: readonly JsonFilter[]): boolean {
	return filters.every(({ name, argument }) => {
		if (name === 'contains') return textOf(value).includes(argument);
		const holds = inner(value, argument);
		return name === 'not' ? !holds : holds;
	});
}

/** Inside `:has` and `:not` stands a path, filters, or both. */
function inner(value: Json, argument: string): boolean {
	const { path, filters } = splitSelector(argument);
	const found = path ? selectJson(value, path) : value;
	return found !== undefined && passes(found, filters);
}

function textOf(value: Json): string {
	if (typeof value === 'object' && value !== null)
		return [...value.values()].map((item) => (item instanceof Map ? '' : textOf(item as Json))).join(',');
	return jsonText(value);
}
