import { expect, test } from 'vitest';
import { fieldsOf, type Field } from './fields.ts';
import { schemaOf } from './schema-of.ts';

test('a schema made of fields draws the same fields again', () => {
	const fields: Field[] = [
		{ key: 'user', type: 'text', title: 'User', required: false },
		{ key: 'pass', type: 'password', title: 'Password', required: false, secret: true },
		{ key: 'free', type: 'boolean', title: 'Free only', required: false, default: false },
		{
			key: 'sort',
			type: 'select',
			title: 'Sort by',
			required: false,
			default: '4',
			options: [
				{ value: '4', title: 'created' },
				{ value: '7', title: 'seeders' }
			]
		},
		{
			key: 'cats',
			type: 'multiselect',
			title: 'Kinds',
			required: false,
			default: ['1'],
			options: [{ value: '1', title: 'Films' }]
		}
	];
	expect(fieldsOf(schemaOf(fields))).toEqual(fields);
	expect(schemaOf(fields).parse({ user: 'ada' })).toEqual({
		user: 'ada',
		free: false,
		sort: '4',
		cats: ['1']
	});
	expect(schemaOf(fields).safeParse({ sort: '9' }).success).toBe(false);
});
