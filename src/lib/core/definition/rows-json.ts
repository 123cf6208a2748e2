import type { Block, RowsSpec } from './definition.ts';
import { DefinitionFault } from './faults.ts';
import { applyFilters } from './filters.ts';
import { isList, isMap, jsonText, parseJson, type Json } from './json/parse.ts';
import { selectJson } from './json/path.ts';
import { passes, splitSelector } from './json/select.ts';
import type { Row } from './rows.ts';
import type { Scope } from './scope.ts';
import { isBlank, trim } from './text.ts';

export function jsonRows(text: string, rows: RowsSpec, scope: Scope): Row[] {
	const document = scope.at(rows.line, () => parseJson(text));
	if (rows.count && countIsZero(document, rows.count, scope)) return [];
	return scope.at(rows.selector.line, () => selectRows(document, rows, scope));
}

function countIsZero(document: Json, count: Block, scope: Scope): boolean {
	const text = countText(document, count, scope);
	return text !== undefined && /^\s*-?\d+\s*$/.test(text) && Number(text) < 1;
}

/** What is no number says nothing about how many there are. */
function countText(document: Json, count: Block, scope: Scope): string | undefined {
	try {
		return jsonRow(document, document).take(count, scope);
	} catch (error) {
		if (error instanceof DefinitionFault) return undefined;
		throw error;
	}
}

function selectRows(document: Json, rows: RowsSpec, scope: Scope): Row[] {
	const { path, filters } = splitSelector(trim(scope.expand(rows.selector)));
	const found = selectJson(document, path.replace(/^\.+/, ''));
	if (!isList(found)) {
		if (rows.missingAttributeEqualsNoResults) return [];
		throw new Error(
			found === undefined
				? `there is nothing at ${JSON.stringify(path)}`
				: `${JSON.stringify(path)} is not a list`
		);
	}
	return found.filter((item) => passes(item, filters)).flatMap((outer) => innerRows(outer, rows));
}

function innerRows(outer: Json, rows: RowsSpec): Row[] {
	if (rows.attribute === undefined) return [jsonRow(outer, outer)];
	const inner = selectJson(outer, rows.attribute);
	if (inner === undefined || inner === null) {
		if (rows.missingAttributeEqualsNoResults) return [];
		throw new Error(`a row has nothing at ${JSON.stringify(rows.attribute)}`);
	}
	if (!rows.multiple) return [jsonRow(inner, outer)];
	const members = isMap(inner) ? [...inner.values()] : isList(inner) ? inner : [inner];
	return members.map((member) => jsonRow(member, outer));
}

function jsonRow(inner: Json, outer: Json): Row {
	return {
		take(block, scope) {
			if (block.text) return applyFilters(scope.expand(block.text), block.filters, scope);
			const raw = block.selector
				? scope.at(block.selector.line, () => pick(scope.expand(block.selector!)))
				: jsonText(inner);
			const text = raw !== undefined && block.cases ? caseText(block.cases, raw, scope) : raw;
			return text === undefined ? undefined : applyFilters(trim(text), block.filters, scope);
		}
	};

	/** Two dots in front lead to the outer row. */
	function pick(selector: string): string | undefined {
		const wanted = trim(selector);
		const { path, filters } = splitSelector(wanted);
		const top = path.startsWith('..') ? outer : inner;
		const plain = path.replace(/^\.+/, '');
		const value = isBlank(plain) ? top : selectJson(top, plain);
		return value === undefined || !passes(value, filters) ? undefined : jsonText(value);
	}
}

function caseText(cases: NonNullable<Block['cases']>, text: string, scope: Scope): string | undefined {
	const fitting = cases.find(({ key }) => key === text || key === '*');
	return fitting && scope.expand(fitting.value);
}
