import { z } from 'zod';

export interface AppErrorOptions {
	status?: number;
	details?: unknown;
	cause?: unknown;
}

/** A fault with a code for programs and a message for people. */
export class AppError extends Error {
	override readonly name = 'AppError';
	readonly code: string;
	readonly status: number;
	readonly details?: unknown;

	constructor(code: string, message: string, options: AppErrorOptions = {}) {
		super(message, options.cause === undefined ? undefined : { cause: options.cause });
		this.code = code;
		this.status = options.status ?? 500;
		if (options.details !== undefined) this.details = options.details;
	}
}

export const invalid = (message: string, details?: unknown) =>
	new AppError('invalid', message, { status: 400, details });

export const unauthorized = (message = 'Sign in to do this.') =>
	new AppError('unauthorized', message, { status: 401 });

export const forbidden = (message = 'Your account may not do this.') =>
	new AppError('forbidden', message, { status: 403 });

export const notFound = (what: string, id?: string | number) =>
	new AppError('not_found', id === undefined ? `There is no such ${what}.` : `There is no ${what} ${id}.`, {
		status: 404
	});

export const conflict = (message: string, details?: unknown) =>
	new AppError('conflict', message, { status: 409, details });

export const tooLarge = (message: string) => new AppError('too_large', message, { status: 413 });

export const rateLimited = (retryAfterSeconds: number) =>
	new AppError('rate_limited', `Too many requests. Try again in ${Math.ceil(retryAfterSeconds)} s.`, {
		status: 429,
		details: { retryAfter: Math.ceil(retryAfterSeconds) }
	});

export const unavailable = (message: string) => new AppError('unavailable', message, { status: 503 });

export const upstream = (message: string, cause?: unknown) =>
	new AppError('upstream', message, { status: 502, cause });

export const needsConfiguration = (message: string) =>
	new AppError('needs_configuration', message, { status: 503 });

export const diskFull = (cause?: unknown) =>
	new AppError('disk_full', 'The disk is full. Free some space and try again.', { status: 507, cause });

/** What the operating system and SQLite report by code, and what it means to a person. */
const systemFaults: Record<string, (cause: unknown) => AppError> = {
	ENOSPC: diskFull,
	EDQUOT: diskFull,
	SQLITE_FULL: diskFull,
	SQLITE_BUSY: (cause) =>
		new AppError('unavailable', 'The database is busy. Try again in a moment.', { status: 503, cause }),
	SQLITE_CORRUPT: (cause) =>
		new AppError('database_corrupt', 'The database file is damaged. Restore a backup.', { cause }),
	SQLITE_READONLY: (cause) =>
		new AppError('unavailable', 'The data folder cannot be written to.', { status: 503, cause }),
	SQLITE_CONSTRAINT_UNIQUE: (cause) =>
		new AppError('conflict', 'Something with the same name or key exists already.', { status: 409, cause })
};

export function toAppError(error: unknown): AppError {
	// Libraries (drizzle, undici) wrap what really happened, so the chain of causes is searched.
	for (let fault = error, depth = 0; fault instanceof Error && depth < 6; fault = fault.cause, depth++) {
		if (fault instanceof AppError) return fault;
		if (fault instanceof z.core.$ZodError) return invalidInput(fault);
		const meaning = systemFaults[(fault as NodeJS.ErrnoException).code ?? ''];
		if (meaning) return meaning(error);
	}
	return new AppError('internal', 'Something went wrong on our side.', { cause: error });
}

function invalidInput(error: z.core.$ZodError): AppError {
	const details = error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
	const first = details[0];
	const message = first
		? `${first.path ? `${first.path}: ` : ''}${first.message}`
		: 'The input is not valid.';
	return new AppError('invalid', message, { status: 400, details, cause: error });
}
