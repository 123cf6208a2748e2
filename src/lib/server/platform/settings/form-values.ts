import type { z } from 'zod';
import { fieldsOf } from '#core/form/fields.ts';
import { invalid } from '../errors.ts';

type Values = Record<string, unknown>;

/** Refuses keys that do not exist; an emptied field that may not be empty means "nothing said". */
export function tidyInput(schema: z.ZodObject, input: Values): Values {
	const fields = new Map(fieldsOf(schema).map((field) => [field.key, field]));
	const unknown = Object.keys(input).filter((key) => !fields.has(key));
	if (unknown.length > 0) {
		throw invalid(
			`There is no setting ${unknown.join(', ')}.`,
			unknown.map((path) => ({ path, message: 'Unknown' }))
		);
	}
	const emptied = (key: string, value: unknown) =>
		value === '' && !fields.get(key)!.required && !accepts(schema.shape[key]!, value);
	return Object.fromEntries(
		Object.entries(input).map(([key, value]) => [key, emptied(key, value) ? null : value])
	);
}

export const accepts = (schema: z.core.$ZodType, value: unknown): boolean =>
	(schema as z.ZodType).safeParse(value).success;
