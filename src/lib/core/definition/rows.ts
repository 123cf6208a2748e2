import type { Block, Definition, Field } from './definition.ts';
import { DefinitionFault } from './faults.ts';
import { isOptional, setField, type Draft } from './fields.ts';
import type { Scope } from './scope.ts';
import { isBlank } from './text.ts';

/** One result of an answer, whatever its form. */
export interface Row {
	/** The text a block gives; undefined when there is none. */
	take(block: Block, scope: Scope): string | undefined;
}

interface RowContext {
	definition: Definition;
	scope: Scope;
	address: string;
}

/** Runs all fields on a row, in file order. A required field without value is a fault of the whole row. */
export function readRow(row: Row, { definition, scope, address }: RowContext): Draft {
	const draft: Draft = { categories: [] };
	for (const field of definition.search.fields) {
		const value = scope.at(field.line, () => readField(row, field));
		scope.variables.set(`.Result.${field.name}`, value);
	}
	return draft;

	function readField(row: Row, field: Field): string | null {
		if (!isOptional(field)) return store(field, required(field, row.take(field, scope)));
		try {
			const text = row.take(field, scope);
			if (text !== undefined && !isBlank(text)) return store(field, text);
			const fallback = field.default ? scope.expand(field.default) : '';
			return isBlank(fallback) ? null : store(field, fallback);
		} catch (error) {
			if (error instanceof DefinitionFault || !(error instanceof RangeError)) return null;
			throw error;
		}
	}

	function store(field: Field, text: string): string {
		return setField(field, { draft, text, definition, address, now: scope.now });
	}
}

function required(field: Field, text: string | undefined): string {
	if (text === undefined) throw new Error(`the field "${field.name}" found nothing`);
	return text;
}

/** Sample of what fields gave, for people who try a definition out. */
export function resultTexts(scope: Scope): Record<string, string | null> {
	const prefix = '.Result.';
	return Object.fromEntries(
		[...scope.variables]
			.filter(([name]) => name.startsWith(prefix))
			.map(([name, value]) => [name.slice(prefix.length), typeof value === 'string' ? value : null])
	);
}
