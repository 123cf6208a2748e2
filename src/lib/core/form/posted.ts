import { z } from 'zod';
import type { Field, FieldType } from './fields.ts';

const kinds: Partial<Record<FieldType, z.ZodType>> = {
	number: z.number({ error: 'Give a number' }),
	boolean: z.boolean(),
	list: z.array(z.string()),
	multiselect: z.array(z.string())
};

/** How a posted form of these fields is read. What the values must be is for their own schema to say. */
export const postedSchema = (fields: readonly Field[], prefix = '') =>
	z.object(
		Object.fromEntries(fields.map(({ key, type }) => [prefix + key, (kinds[type] ?? z.string()).optional()]))
	);

/** What the form says about each field: an emptied one says null, which means "its default". */
export const postedValues = (fields: readonly Field[], form: Record<string, unknown>, prefix = '') =>
	Object.fromEntries(fields.map(({ key }) => [key, form[prefix + key] ?? null]));
