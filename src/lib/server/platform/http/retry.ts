import type { AppError } from '../errors.ts';

const idempotent = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);
const passing = new Set([408, 429, 502, 503, 504]);
/** A server that wants more patience than this is left to the caller. */
const longestWaitMs = 30_000;

/** Seconds from `Retry-After`, which holds seconds or a date. */
export function retryAfterSeconds(header: string | null, now: number): number | undefined {
	if (!header) return undefined;
	if (/^\s*\d+\s*$/.test(header)) return Number(header);
	const at = Date.parse(header);
	return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}

interface FaultDetails {
	status?: number;
	retryAfter?: number;
	temporary?: boolean;
}

/** How long to wait before trying again, or nothing when trying again is pointless. */
export function waitBeforeRetry(
	fault: AppError,
	{ method, attempt, backoffMs }: { method: string; attempt: number; backoffMs: number }
): number | undefined {
	if (!idempotent.has(method)) return undefined;
	const { status, retryAfter, temporary } = (fault.details ?? {}) as FaultDetails;
	const hope =
		fault.code === 'timeout' ||
		fault.code === 'connection' ||
		(fault.code === 'dns' && temporary) ||
		(fault.code === 'status' && passing.has(status!));
	if (!hope) return undefined;
	const jittered = backoffMs * 2 ** attempt * (0.5 + Math.random());
	const waitMs = Math.max(jittered, (retryAfter ?? 0) * 1000);
	return waitMs > longestWaitMs ? undefined : waitMs;
}
