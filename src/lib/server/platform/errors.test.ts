import { expect, test } from 'vitest';
import { z } from 'zod';
import { AppError, notFound, rateLimited, toAppError, upstream } from './errors.ts';

const systemError = (code: string) => Object.assign(new Error('boom'), { code });

test.each<[unknown, string, number]>([
	[notFound('film', 3), 'not_found', 404],
	[upstream('TMDB is away', new Error('reset')), 'upstream', 502],
	[systemError('ENOSPC'), 'disk_full', 507],
	[systemError('SQLITE_FULL'), 'disk_full', 507],
	[systemError('SQLITE_BUSY'), 'unavailable', 503],
	[systemError('SQLITE_CONSTRAINT_UNIQUE'), 'conflict', 409],
	[new Error('query failed', { cause: systemError('SQLITE_FULL') }), 'disk_full', 507],
	[new Error('wrapped', { cause: notFound('series') }), 'not_found', 404],
	[new Error('secret inner words'), 'internal', 500],
	['a thrown string', 'internal', 500],
	[undefined, 'internal', 500]
])('%s becomes %s with status %i', (error, code, status) => {
	expect(toAppError(error)).toMatchObject({ code, status });
});

test('an unknown error keeps its words to itself and its cause for the log', () => {
	const cause = new Error('secret inner words');
	expect(toAppError(cause).message).not.toContain('secret');
	expect(toAppError(cause).cause).toBe(cause);
});

test('input that zod refuses says where and why', () => {
	const { error } = z.object({ film: z.object({ year: z.number() }) }).safeParse({ film: { year: 'x' } });
	const fault = toAppError(error);
	expect(fault).toBeInstanceOf(AppError);
	expect(fault).toMatchObject({ code: 'invalid', status: 400, details: [{ path: 'film.year' }] });
	expect(fault.message).toContain('film.year: ');
});

test('a circle of causes ends', () => {
	const error = new Error('round');
	error.cause = error;
	expect(toAppError(error).code).toBe('internal');
});

test('who asks too often learns when to come back', () => {
	expect(rateLimited(2.2)).toMatchObject({ status: 429, details: { retryAfter: 3 } });
});
