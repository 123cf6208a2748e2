export interface Attempts {
	failures: number;
	lastFailureAt: number;
	lockedUntil: number;
}

export interface LockoutRule {
	/** Failures that are let pass before the first wait. */
	free: number;
	firstWaitMs: number;
	longestWaitMs: number;
	/** After so long without a failure everything is forgotten. */
	forgetAfterMs: number;
}

const minute = 60_000;

export const accountRule: LockoutRule = {
	free: 5,
	firstWaitMs: 30_000,
	longestWaitMs: 15 * minute,
	forgetAfterMs: 24 * 60 * minute
};

/** A household shares one address, so it may fail more often than one account. */
export const addressRule: LockoutRule = {
	free: 20,
	firstWaitMs: minute,
	longestWaitMs: 60 * minute,
	forgetAfterMs: 24 * 60 * minute
};

export const noAttempts: Attempts = { failures: 0, lastFailureAt: 0, lockedUntil: 0 };

/** Milliseconds still to wait. */
export const waitOf = (attempts: Attempts, now: number): number => Math.max(0, attempts.lockedUntil - now);

/** Each failure past the free ones doubles the wait. */
export function afterFailure(attempts: Attempts, now: number, rule: LockoutRule): Attempts {
	const forgotten = now - attempts.lastFailureAt > rule.forgetAfterMs;
	const failures = (forgotten ? 0 : attempts.failures) + 1;
	const past = failures - rule.free;
	const wait = past < 0 ? 0 : Math.min(rule.longestWaitMs, rule.firstWaitMs * 2 ** Math.min(past, 30));
	return { failures, lastFailureAt: now, lockedUntil: wait === 0 ? 0 : now + wait };
}
