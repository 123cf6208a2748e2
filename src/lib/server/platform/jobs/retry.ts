import { AppError, toAppError } from '../errors.ts';

const firstDelayMs = 10_000;
const longestDelayMs = 3_600_000;

/** Wait before the next try: 10 s, 20 s, 40 s ... an hour, a fifth of it random; longer when the other side says so. */
export function retryDelay(error: unknown, attempt: number, random: () => number): number {
	const wait = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1)) * (0.9 + random() / 5);
	return Math.round(Math.max(wait, askedFor(error)));
}

function askedFor(error: unknown): number {
	const details =
		error instanceof AppError ? (error.details as { retryAfter?: unknown } | undefined) : undefined;
	return typeof details?.retryAfter === 'number' ? details.retryAfter * 1_000 : 0;
}

/** Wrong input does not get better by waiting; the world outside may. */
export function worthRetrying(error: unknown): boolean {
	const { status } = toAppError(error);
	return status >= 500 || status === 408 || status === 429;
}

/** The sentence kept with the row: ours when we wrote one, else what was thrown. */
export const faultText = (error: unknown): string => {
	const known = toAppError(error);
	if (known.code !== 'internal') return known.message;
	return error instanceof Error && error.message ? error.message : String(error);
};
