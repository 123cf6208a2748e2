import { eq } from 'drizzle-orm';
import { rolePermissions } from '#core/access/permissions.ts';
import type { Actor, Permission } from '#core/access/permissions.ts';
import type { Db } from '#server/platform/db.ts';
import { rateLimited } from '#server/platform/errors.ts';
import { createRate } from '#server/platform/rate.ts';
import type { RateLimit } from '#server/platform/rate.ts';
import { apiKeys, users } from './schema.ts';
import { hashToken } from './tokens.ts';

export interface KeyDoor {
	/** Throws when the key is used more often than it may. */
	authenticate(key: string): Actor | undefined;
	/** Keys, roles or people changed. */
	forget(): void;
}

interface Known {
	actor: Actor;
	id: string;
	expiresAt: number;
	rate: RateLimit | undefined;
	seenAt: number;
	until: number;
}

/** Short, because another process (the command line) may change people too. */
const rememberMs = 5_000;
const most = 1_000;
const seenEveryMs = 60_000;

export function createKeyDoor({ db, now }: { db: Db; now(): number }): KeyDoor {
	const known = new Map<string, Known>();
	const rates = new Map<string, { perMinute: number; rate: RateLimit }>();

	function rateOf(id: string, perMinute: number | null): RateLimit | undefined {
		if (perMinute === null) return undefined;
		const kept = rates.get(id);
		if (kept?.perMinute === perMinute) return kept.rate;
		const rate = createRate({ max: perMinute, perSeconds: 60, now });
		rates.set(id, { perMinute, rate });
		return rate;
	}

	function read(hash: string): Known | undefined {
		const found = db
			.select({ key: apiKeys, user: users })
			.from(apiKeys)
			.innerJoin(users, eq(users.id, apiKeys.userId))
			.where(eq(apiKeys.hash, hash))
			.get();
		if (!found || found.user.disabled) return undefined;
		const { user, key } = found;
		const permissions = scoped(rolePermissions[user.role], key.scopes);
		const name = `${user.name} (${key.name})`;
		return {
			actor: { kind: 'key', userId: user.id, name, role: user.role, permissions, keyId: key.id },
			id: key.id,
			expiresAt: key.expiresAt ?? Infinity,
			rate: rateOf(key.id, key.perMinute),
			seenAt: key.lastUsedAt ?? 0,
			until: now() + rememberMs
		};
	}

	function find(key: string): Known | undefined {
		const hash = hashToken(key);
		const kept = known.get(hash);
		if (kept && kept.until > now()) return kept;
		const found = read(hash);
		if (known.size >= most) known.clear();
		if (found) known.set(hash, found);
		else known.delete(hash);
		return found;
	}

	return {
		authenticate(key) {
			const found = find(key);
			if (!found || found.expiresAt <= now()) return undefined;
			const wait = found.rate?.take(found.id) ?? 0;
			if (wait > 0) throw rateLimited(wait);
			if (now() - found.seenAt > seenEveryMs) {
				found.seenAt = now();
				db.update(apiKeys).set({ lastUsedAt: now() }).where(eq(apiKeys.id, found.id)).run();
			}
			return found.actor;
		},
		forget: () => known.clear()
	};
}

/** A key never opens more than its owner may, also after the owner's role shrank. */
const scoped = (owned: readonly Permission[], scopes: Permission[] | null) =>
	new Set(scopes === null ? owned : owned.filter((permission) => scopes.includes(permission)));
