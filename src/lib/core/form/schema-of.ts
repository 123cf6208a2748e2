import { z } from 'zod';
import type { Field, FieldMeta } from './fields.ts';

/** A schema that draws these fields again: for forms that come from somewhere else than our own code. */
export const schemaOf = (fields: readonly Field[]): z.ZodObject =>
	z.object(Object.fromEntries(fields.map((field) => [field.key, typeOf(field).meta({ ...metaOf(field) })])));

function typeOf(field: Field): z.ZodType {
	const values = [...new Set(field.options?.map(({ value }) => value))] as [string, ...string[]];
	switch (field.type) {
		case 'boolean':
			return z.boolean().default(field.default === true);
		case 'number':
			return optional(z.number(), typeof field.default === 'number' ? field.default : undefined);
		case 'select': {
			if (!values.length) return optional(z.string(), undefined);
			const chosen = values.find((value) => value === field.default) ?? values[0];
			return z.enum(values).default(chosen);
		}
		case 'multiselect': {
			const chosen = Array.isArray(field.default) ? field.default.map(String) : [];
			return z.array(values.length ? z.enum(values) : z.string()).default(chosen);
		}
		default:
			return optional(z.string(), typeof field.default === 'string' ? field.default : undefined);
	}
}

const optional = <T extends z.ZodType>(
	schema: T,
	fallback: z.core.util.NoUndefined<z.output<T>> | undefined
) => (fallback === undefined ? schema.optional() : schema.default(fallback));

function metaOf({ title, description, placeholder, secret, advanced, options = [] }: Field): FieldMeta {
	const labels = Object.fromEntries(options.map((option) => [option.value, option.title]));
	return {
		title,
		labels,
		...(description && { description }),
		...(placeholder && { placeholder }),
		...(secret && { secret }),
		...(advanced && { advanced })
	};
}
