import { expect, test } from 'vitest';
import { fieldErrors } from './field-errors.ts';

test('each detail finds its field, the first one speaks', () => {
	const details = [
		{ path: 'port', message: 'Too big' },
		{ path: 'port', message: 'Not whole' },
		{ path: 'hosts.2', message: 'Not a host' }
	];
	expect(fieldErrors({ message: 'Look again', details })).toEqual({ port: 'Too big', hosts: 'Not a host' });
});

test('a prefix is taken off', () => {
	const details = [{ path: 'settings.url', message: 'Not an address' }];
	expect(fieldErrors({ message: '', details }, 'settings.')).toEqual({ url: 'Not an address' });
});

test('faults without details, or with other details, name no field', () => {
	expect(fieldErrors(undefined)).toEqual({});
	expect(fieldErrors({ message: 'No', details: { retryAfter: 3 } })).toEqual({});
});
