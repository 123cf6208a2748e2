import type { z } from 'zod';

type Entry = string | File;
interface Entries {
	keys(): Iterable<string>;
	getAll(key: string): Entry[];
}
type Kind = 'number' | 'boolean' | 'array' | 'other';

const truths = new Map([
	...['true', '1', 'on', 'yes'].map((word) => [word, true] as const),
	...['false', '0', 'off', 'no'].map((word) => [word, false] as const)
]);

/** The schema below optional, default and the like. */
function core(schema: z.core.$ZodType): z.core.$ZodType {
	const def = schema._zod.def as { innerType?: z.core.$ZodType; in?: z.core.$ZodType };
	const inner = def.innerType ?? def.in;
	return inner ? core(inner) : schema;
}

function kindOf(schema: z.core.$ZodType): Kind {
	const type = core(schema)._zod.def.type;
	return type === 'number' || type === 'boolean' || type === 'array' ? type : 'other';
}

function convert(value: Entry, kind: Kind): unknown {
	if (typeof value !== 'string') return value;
	if (kind === 'number') return value.trim() === '' || Number.isNaN(Number(value)) ? value : Number(value);
	if (kind === 'boolean') return truths.get(value.toLowerCase()) ?? value;
	return value;
}

function elementOf(schema: z.core.$ZodType): z.core.$ZodType {
	return (core(schema)._zod.def as unknown as { element: z.core.$ZodType }).element;
}

/** A map, because names come from outside and `constructor` must find nothing. */
function shapeOf(schema: z.core.$ZodType): Map<string, z.core.$ZodType> {
	const def = core(schema)._zod.def as { shape?: Record<string, z.core.$ZodType> };
	return new Map(Object.entries(def.shape ?? {}));
}

/** Query strings carry text only: numbers and booleans follow the schema, lists are repeated or comma-separated. */
export function fromQuery(source: URLSearchParams, schema: z.core.$ZodType): Record<string, unknown> {
	return collect(source, schema, (values) =>
		values.flatMap((value) => (value === '' ? [] : String(value).split(',')))
	);
}

/** Forms: as queries, but list values keep their commas, empty fields count as absent, an unticked box is false. */
export function fromForm(source: Entries, schema: z.core.$ZodType): Record<string, unknown> {
	const fields = collect(source, schema, (values) => values.filter((value) => value !== ''));
	for (const [key, field] of shapeOf(schema)) {
		if (fields[key] === '' && kindOf(field) !== 'other') delete fields[key];
		if (!(key in fields) && kindOf(field) === 'boolean') fields[key] = false;
		if (!(key in fields) && kindOf(field) === 'array') fields[key] = [];
	}
	return fields;
}

export function fromParams(source: Record<string, string | undefined>, schema: z.core.$ZodType) {
	const shape = shapeOf(schema);
	const entries = Object.entries(source).map(([key, value]) => {
		const field = shape.get(key);
		return [key, value !== undefined && field ? convert(value, kindOf(field)) : value];
	});
	return Object.fromEntries(entries);
}

function collect(source: Entries, schema: z.core.$ZodType, listed: (values: Entry[]) => Entry[]) {
	const shape = shapeOf(schema);
	const fields = new Map<string, unknown>();
	for (const key of new Set(source.keys())) {
		const values = source.getAll(key);
		const field = shape.get(key);
		const kind = field ? kindOf(field) : 'other';
		fields.set(
			key,
			field && kind === 'array'
				? listed(values).map((value) => convert(value, kindOf(elementOf(field))))
				: convert(values.at(-1)!, kind)
		);
	}
	return Object.fromEntries(fields);
}
