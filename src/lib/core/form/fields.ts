import type { z } from 'zod';

export type FieldType =
	| 'text'
	| 'password'
	| 'number'
	| 'boolean'
	| 'select'
	| 'multiselect'
	| 'url'
	| 'textarea'
	| 'list'
	| 'duration';

/** Stands for a stored secret in forms and answers; sent back, it means "as it was". */
export const secretMask = '••••••';

export interface Field {
	key: string;
	type: FieldType;
	title: string;
	description?: string;
	required: boolean;
	default?: unknown;
	options?: { value: string; title: string }[];
	min?: number;
	max?: number;
	/** Steps of one. */
	integer?: boolean;
	placeholder?: string;
	advanced?: boolean;
	unit?: string;
	secret?: boolean;
}

/** What `.meta({ ... })` may say about a key. */
export interface FieldMeta {
	title?: string;
	description?: string;
	placeholder?: string;
	unit?: string;
	secret?: boolean;
	advanced?: boolean;
	/** Overrides the type that follows from the schema. */
	widget?: FieldType;
	/** Readable names of an enum's values. */
	labels?: Record<string, string>;
}

interface Peeled {
	schema: z.core.$ZodType;
	meta: FieldMeta;
	required: boolean;
	default?: unknown;
}

interface Limits {
	min?: number;
	max?: number;
	integer?: boolean;
}

/** One field a key, in the order of the schema; everything a form needs to draw and check it. */
export function fieldsOf(schema: z.ZodObject): Field[] {
	return Object.entries(schema.shape).map(([key, value]) => fieldOf(key, value as z.core.$ZodType));
}

function fieldOf(key: string, value: z.core.$ZodType): Field {
	const { schema, meta, required, default: fallback } = peel(value);
	const options = optionsOf(schema, meta.labels ?? {});
	const field: Field = { key, type: typeOf(schema, meta), title: meta.title ?? words(key), required };
	Object.assign(
		field,
		defined({
			description: meta.description,
			default: fallback,
			options,
			...limitsOf(schema),
			placeholder: meta.placeholder,
			advanced: meta.advanced,
			unit: meta.unit,
			secret: meta.secret
		})
	);
	return field;
}

/** Takes off optional, default, nullable, pipe ... and collects what was said on the way; the outermost word counts. */
function peel(outer: z.core.$ZodType): Peeled {
	let schema = outer as z.core.$ZodTypes;
	const peeled: Peeled = { schema, meta: {}, required: true };
	for (;;) {
		peeled.meta = { ...metaOf(schema), ...peeled.meta };
		peeled.schema = schema;
		const def = schema._zod.def;
		if (def.type === 'default' || def.type === 'prefault') {
			peeled.default ??= def.defaultValue;
			peeled.required = false;
		} else if (def.type === 'optional' || def.type === 'nullable' || def.type === 'catch') {
			peeled.required = false;
		}
		if ('innerType' in def) schema = def.innerType as z.core.$ZodTypes;
		else if (def.type === 'pipe') schema = formSide(def) as z.core.$ZodTypes;
		else return peeled;
	}
}

/** Of `z.preprocess(f, schema)` the right side is what a person fills in, of `schema.transform(f)` the left. */
const formSide = (def: z.core.$ZodPipeDef): z.core.$ZodType =>
	def.in._zod.def.type === 'transform' ? def.out : def.in;

function metaOf(schema: z.core.$ZodType): FieldMeta {
	const meta = (schema as z.ZodType).meta?.() as FieldMeta | undefined;
	return meta ?? {};
}

function typeOf(schema: z.core.$ZodType, meta: FieldMeta): FieldType {
	if (meta.widget) return meta.widget;
	const def = (schema as z.core.$ZodTypes)._zod.def;
	switch (def.type) {
		case 'boolean':
			return 'boolean';
		case 'number':
		case 'bigint':
			return 'number';
		case 'enum':
		case 'literal':
		case 'union':
			return optionsOf(schema, {}) ? 'select' : 'text';
		case 'array':
			return optionsOf(def.element, {}) ? 'multiselect' : 'list';
		default:
			if (meta.secret) return 'password';
			return (schema as z.ZodURL).format === 'url' ? 'url' : 'text';
	}
}

function optionsOf(schema: z.core.$ZodType, labels: Record<string, string>): Field['options'] {
	const values = choices(schema);
	return values?.map((value) => ({ value, title: labels[value] ?? words(value) }));
}

function choices(schema: z.core.$ZodType): string[] | undefined {
	const def = (schema as z.core.$ZodTypes)._zod.def;
	if (def.type === 'enum') return Object.values(def.entries).map(String);
	if (def.type === 'literal') return def.values.map(String);
	if (def.type === 'array') return choices(def.element);
	if (def.type !== 'union') return undefined;
	const parts = def.options.map(choices);
	return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

function limitsOf(schema: z.core.$ZodType): Limits {
	const def = (schema as z.core.$ZodTypes)._zod.def;
	if (def.type === 'number') {
		const number = schema as z.ZodNumber;
		return { ...bounds(number.minValue, number.maxValue), ...(isInteger(number) ? { integer: true } : {}) };
	}
	if (def.type === 'string') {
		const string = schema as z.ZodString;
		return bounds(string.minLength, string.maxLength);
	}
	return {};
}

const isInteger = (schema: z.ZodNumber) => /int/.test(schema.format ?? '');

/** Zod reports the edges of the number line where nothing was said. */
function bounds(min: number | null, max: number | null): Limits {
	return defined({
		min: Number.isFinite(min) && min !== Number.MIN_SAFE_INTEGER ? min : undefined,
		max: Number.isFinite(max) && max !== Number.MAX_SAFE_INTEGER ? max : undefined
	}) as Limits;
}

/** 'keepDoneDays' -> 'Keep done days'. */
function words(key: string): string {
	const spaced = key
		.replace(/[_-]+/g, ' ')
		.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
		.trim();
	const lower = spaced.replace(/\b\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase());
	return lower.charAt(0).toUpperCase() + lower.slice(1);
}

const defined = (record: Record<string, unknown>) =>
	Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== null));
