import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldsOf } from './fields.ts';
import type { Field } from './fields.ts';

const one = (schema: z.ZodType): Field => fieldsOf(z.object({ theKey: schema }))[0]!;

test.each<[string, z.ZodType, Partial<Field>]>([
	['text', z.string(), { type: 'text', required: true, title: 'The key' }],
	['text with bounds', z.string().min(2).max(9), { type: 'text', min: 2, max: 9 }],
	['optional text', z.string().optional(), { type: 'text', required: false }],
	['nullable text', z.string().nullable(), { type: 'text', required: false }],
	['text with default', z.string().default('x'), { type: 'text', required: false, default: 'x' }],
	['trimmed text', z.string().trim().min(1), { type: 'text', min: 1 }],
	['transformed text', z.string().transform(Number), { type: 'text' }],
	['preprocessed number', z.preprocess(Number, z.number().max(3)), { type: 'number', max: 3 }],
	['address', z.url(), { type: 'url' }],
	['secret', z.string().meta({ secret: true }), { type: 'password', secret: true }],
	['number', z.number(), { type: 'number' }],
	['whole number', z.number().int().min(1).max(5), { type: 'number', integer: true, min: 1, max: 5 }],
	['switch', z.boolean().default(true), { type: 'boolean', default: true }],
	['list', z.array(z.string()).default([]), { type: 'list', default: [] }],
	['area', z.string().meta({ widget: 'textarea' }), { type: 'textarea' }],
	['span', z.string().default('1h').meta({ widget: 'duration', unit: 'h' }), { type: 'duration', unit: 'h' }],
	[
		'choice',
		z.enum(['a', 'bigOne']),
		{ type: 'select', options: [option('a', 'A'), option('bigOne', 'Big one')] }
	],
	[
		'literals',
		z.union([z.literal('a'), z.literal(2)]),
		{ type: 'select', options: [option('a', 'A'), option('2', '2')] }
	],
	[
		'choices',
		z.array(z.enum(['a', 'b'])),
		{ type: 'multiselect', options: [option('a', 'A'), option('b', 'B')] }
	]
])('%s', (_, schema, expected) => {
	expect(one(schema)).toMatchObject(expected);
});

function option(value: string, title: string) {
	return { value, title };
}

test('what was said about a key is found above and below its default', () => {
	const below = z.string().meta({ title: 'Below', placeholder: 'p' }).default('x');
	expect(one(below)).toMatchObject({ title: 'Below', placeholder: 'p' });
	const both = z.string().meta({ title: 'Inner', advanced: true }).optional().meta({ title: 'Outer' });
	expect(one(both)).toMatchObject({ title: 'Outer', advanced: true });
	expect(one(z.enum(['en']).meta({ labels: { en: 'English' } })).options).toEqual([option('en', 'English')]);
});

test('nothing is said about what was not said', () => {
	expect(Object.keys(one(z.number().int()))).toEqual(['key', 'type', 'title', 'required', 'integer']);
});

test('keys become words', () => {
	const titles = fieldsOf(
		z.object({ keepDoneDays: z.number(), api_key: z.string(), useTLS: z.boolean(), x: z.string() })
	).map(({ title }) => title);
	expect(titles).toEqual(['Keep done days', 'Api key', 'Use TLS', 'X']);
});

const leaf = fc.oneof(
	fc.constant(z.string()),
	fc.constant(z.number()),
	fc.constant(z.boolean()),
	fc.constant(z.url()),
	fc.constant(z.enum(['a', 'b'])),
	fc.constant(z.array(z.string()))
);
type Wrap = (schema: z.ZodType) => z.ZodType;
const wraps: Wrap[] = [
	(schema) => schema.optional(),
	(schema) => schema.nullable(),
	(schema) => schema.meta({ title: 'Titled' }),
	(schema) => schema.readonly(),
	(schema) => schema.transform((value) => value)
];

test('wrapping a schema never changes the kind of field, and keeps every key in order', () => {
	fc.assert(
		fc.property(
			fc.dictionary(
				fc.string({ minLength: 1 }),
				fc.tuple(leaf, fc.array(fc.constantFrom(...wraps), { maxLength: 4 })),
				{ maxKeys: 6 }
			),
			(entries) => {
				const wrapped = Object.fromEntries(
					Object.entries(entries).map(([key, [schema, with_]]) => [
						key,
						with_.reduce<z.ZodType>((inner, wrap) => wrap(inner), schema)
					])
				);
				const fields = fieldsOf(z.object(wrapped));
				expect(fields.map(({ key }) => key)).toEqual(Object.keys(wrapped));
				for (const field of fields) expect(field.type).toBe(one(entries[field.key]![0]).type);
			}
		)
	);
});

test('a field is required exactly when its absence is refused', () => {
	fc.assert(
		fc.property(
			leaf,
			fc.array(fc.constantFrom(...wraps.filter((_, n) => n !== 1)), { maxLength: 4 }),
			(schema, with_) => {
				const wrapped = with_.reduce<z.ZodType>((inner, wrap) => wrap(inner), schema);
				expect(one(wrapped).required).toBe(!wrapped.safeParse(undefined).success);
			}
		)
	);
});
