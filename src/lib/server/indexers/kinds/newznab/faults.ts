import type { TorznabFault } from '#core/torznab/torznab-fault.ts';
import { AppError, upstream } from '#server/platform/errors.ts';

const hour = 3600;

/** What an indexer reported, as a fault that says what to do and how long to wait. */
export function indexerFault(name: string, fault: TorznabFault): AppError {
	if (fault.isCredential) {
		return new AppError('login_failed', `${name} refuses the API key: ${fault.message}.`, {
			status: 502,
			details: { code: fault.code }
		});
	}
	if (fault.isLimit) return limitReached(name, fault.message);
	return upstream(`${name} reports an error: ${fault.message} (code ${fault.code}).`);
}

export const limitReached = (name: string, message: string): AppError =>
	new AppError('rate_limited', `${name} allows no more requests for now: ${message}.`, {
		status: 502,
		details: { retryAfter: hour }
	});

/** Statuses tell the same as codes do, in other words. */
export function statusFault(name: string, error: unknown): unknown {
	if (!(error instanceof AppError) || error.code !== 'status') return error;
	const { status, retryAfter = hour } = (error.details ?? {}) as { status?: number; retryAfter?: number };
	if (status === 401 || status === 403) {
		return new AppError('login_failed', `${name} refuses the API key (status ${status}).`, {
			status: 502,
			cause: error
		});
	}
	if (status === 429) {
		return new AppError('rate_limited', `${name} allows no more requests for now.`, {
			status: 502,
			details: { retryAfter },
			cause: error
		});
	}
	return upstream(`${name} answered with status ${status}.`, error);
}
