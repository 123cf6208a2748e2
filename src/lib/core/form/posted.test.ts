import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldsOf } from './fields.ts';
import { postedSchema, postedValues } from './posted.ts';

const fields = fieldsOf(
	z.object({
		name: z.string().min(3),
		slots: z.number().int().max(9).default(3),
		on: z.boolean().default(true),
		skip: z.array(z.string()).default([])
	})
);

test('a form is read by kind of field, not yet by what its values must be', () => {
	const form = postedSchema(fields, 's.').parse({
		's.name': 'x',
		's.slots': 99,
		's.on': false,
		's.skip': ['a']
	});
	expect(postedValues(fields, form, 's.')).toEqual({ name: 'x', slots: 99, on: false, skip: ['a'] });
});

test('what was emptied is null; what is no number is refused at its field', () => {
	expect(postedValues(fields, postedSchema(fields).parse({ name: '' }))).toEqual({
		name: '',
		slots: null,
		on: null,
		skip: null
	});
	const wrong = postedSchema(fields, 's.').safeParse({ 's.slots': 'many' });
	expect(wrong.error?.issues[0]).toMatchObject({ path: ['s.slots'], message: 'Give a number' });
});
