import { eq, lt, sql } from 'drizzle-orm';
import { addressKey } from '#core/access/address-key.ts';
import { accountRule, addressRule, afterFailure, noAttempts, waitOf } from '#core/access/lockout.ts';
import type { LockoutRule } from '#core/access/lockout.ts';
import { normalizeUsername } from '#core/access/username.ts';
import type { Db } from '#server/platform/db.ts';
import { lockouts } from './schema.ts';

export interface Attempt {
	username?: string | undefined;
	ip: string;
}

export interface Lockout {
	/**
	 * Seconds to wait before another try, 0 when this one may go on. It then counts as failed until `succeeded`
	 * says otherwise, so that many tries sent at once cannot slip past the count together.
	 */
	enter(attempt: Attempt): number;
	/** Seconds that the next try would have to wait. */
	waitOf(attempt: Attempt): number;
	succeeded(attempt: Attempt): void;
	/** An admin lets somebody in again. */
	release(username: string): void;
	prune(): number;
}

const keysOf = ({ username, ip }: Attempt): [string, LockoutRule][] => [
	...(username === undefined
		? []
		: [[`user:${normalizeUsername(username).slice(0, 64)}`, accountRule] as [string, LockoutRule]]),
	[`address:${addressKey(ip)}`, addressRule]
];

export function createLockout({ db, now }: { db: Db; now: () => number }): Lockout {
	const find = (key: string) => db.select().from(lockouts).where(eq(lockouts.key, key)).get() ?? noAttempts;

	const longest = (attempt: Attempt) =>
		Math.ceil(Math.max(...keysOf(attempt).map(([key]) => waitOf(find(key), now()))) / 1000);

	return {
		waitOf: longest,
		enter: (attempt) =>
			db.transaction(() => {
				const at = now();
				const wait = longest(attempt);
				if (wait > 0) return wait;
				for (const [key, rule] of keysOf(attempt)) {
					const values = { key, ...afterFailure(find(key), at, rule) };
					db.insert(lockouts).values(values).onConflictDoUpdate({ target: lockouts.key, set: values }).run();
				}
				return 0;
			}),
		succeeded(attempt) {
			const [address, account] = keysOf(attempt)
				.map(([key]) => key)
				.reverse();
			if (account) db.delete(lockouts).where(eq(lockouts.key, account)).run();
			// Only this attempt is taken back: one's own account must not wash an address clean.
			db.update(lockouts)
				.set({ failures: sql`max(0, ${lockouts.failures} - 1)`, lockedUntil: 0 })
				.where(eq(lockouts.key, address!))
				.run();
		},
		release: (username) =>
			void db
				.delete(lockouts)
				.where(eq(lockouts.key, `user:${normalizeUsername(username)}`))
				.run(),
		prune: () =>
			db
				.delete(lockouts)
				.where(lt(lockouts.lastFailureAt, now() - accountRule.forgetAfterMs))
				.run().changes
	};
}
