import { and, desc, eq } from 'drizzle-orm';
import { rolePermissions } from '#core/access/permissions.ts';
import type { Actor, Permission } from '#core/access/permissions.ts';
import type { Db } from '#server/platform/db.ts';
import { invalid, notFound, rateLimited } from '#server/platform/errors.ts';
import { createRate } from '#server/platform/rate.ts';
import type { RateLimit } from '#server/platform/rate.ts';
import { whoActs } from './acting.ts';
import type { Audit } from './audit.ts';
import { apiKeys, users } from './schema.ts';
import { hashToken, newId, newToken } from './tokens.ts';
import type { ApiKeyView, NewApiKey } from './types.ts';

export interface ApiKeys {
	/** Of one person, or of everyone. */
	list(userId?: string): ApiKeyView[];
	/** The key itself is in this answer and nowhere else. */
	create(userId: string, key: NewApiKey): { key: string; view: ApiKeyView };
	/** A key that was chosen outside, as `INIT_API_KEY` is. */
	adopt(userId: string, key: string, name: string): void;
	remove(id: string, userId?: string): void;
	authenticate(key: string): Actor | undefined;
}

const seenEveryMs = 60_000;

export function createApiKeys(deps: { db: Db; audit: Audit; now(): number }): ApiKeys {
	const { db, audit, now } = deps;
	const rates = new Map<string, { perMinute: number; rate: RateLimit }>();

	const read = (userId?: string) =>
		db
			.select({ key: apiKeys, owner: users.name })
			.from(apiKeys)
			.innerJoin(users, eq(users.id, apiKeys.userId))
			.where(userId === undefined ? undefined : eq(apiKeys.userId, userId))
			.orderBy(desc(apiKeys.createdAt))
			.all()
			.map(({ key: { hash: _, ...key }, owner }) => ({ ...key, owner }));

	const insert = (userId: string, key: string, { name, scopes, perMinute, expiresAt }: NewApiKey) => {
		const id = newId();
		db.insert(apiKeys)
			.values({
				id,
				userId,
				name: name.trim().slice(0, 80),
				start: key.slice(0, 8),
				hash: hashToken(key),
				scopes: grantable(scopes ?? null),
				perMinute: perMinute ?? null,
				expiresAt: expiresAt ?? null,
				createdAt: now()
			})
			.run();
		audit.record({ action: 'key.created', target: name, details: { scopes: scopes ?? 'all' } });
		return id;
	};

	const limited = (id: string, perMinute: number): number => {
		const known = rates.get(id);
		const rate =
			known?.perMinute === perMinute ? known.rate : createRate({ max: perMinute, perSeconds: 60, now });
		rates.set(id, { perMinute, rate });
		return rate.take(id);
	};

	return {
		list: read,
		create(userId, wish) {
			if (wish.expiresAt && wish.expiresAt <= now()) throw invalid('The key would expire in the past.');
			const key = newToken('bijou_');
			const id = insert(userId, key, wish);
			return { key, view: read(userId).find((view) => view.id === id)! };
		},
		adopt(userId, key, name) {
			const known = db
				.select({ id: apiKeys.id })
				.from(apiKeys)
				.where(eq(apiKeys.hash, hashToken(key)))
				.get();
			if (!known) insert(userId, key, { name });
		},
		remove(id, userId) {
			const where = and(eq(apiKeys.id, id), userId === undefined ? undefined : eq(apiKeys.userId, userId));
			const gone = db.delete(apiKeys).where(where).returning({ name: apiKeys.name }).get();
			if (!gone) throw notFound('API key', id);
			rates.delete(id);
			audit.record({ action: 'key.removed', target: gone.name });
		},
		authenticate(key) {
			const found = db
				.select({ key: apiKeys, user: users })
				.from(apiKeys)
				.innerJoin(users, eq(users.id, apiKeys.userId))
				.where(eq(apiKeys.hash, hashToken(key)))
				.get();
			if (!found || found.user.disabled) return undefined;
			const { id, name, scopes, perMinute, expiresAt, lastUsedAt } = found.key;
			if (expiresAt !== null && expiresAt <= now()) return undefined;
			const wait = perMinute === null ? 0 : limited(id, perMinute);
			if (wait > 0) throw rateLimited(wait);
			if (now() - (lastUsedAt ?? 0) > seenEveryMs)
				db.update(apiKeys).set({ lastUsedAt: now() }).where(eq(apiKeys.id, id)).run();
			const { user } = found;
			const permissions = scoped(rolePermissions[user.role], scopes);
			return {
				kind: 'key',
				userId: user.id,
				name: `${user.name} (${name})`,
				role: user.role,
				permissions,
				keyId: id
			};
		}
	};
}

/** A key that makes another one hands on no more than it has itself. */
function grantable(scopes: Permission[] | null): Permission[] | null {
	const actor = whoActs()?.actor;
	if (actor?.kind !== 'key') return scopes;
	return [...actor.permissions].filter((permission) => scopes?.includes(permission) ?? true);
}

/** A key never opens more than its owner may, also after the owner's role shrank. */
const scoped = (owned: readonly Permission[], scopes: Permission[] | null) =>
	new Set(scopes === null ? owned : owned.filter((permission) => scopes.includes(permission)));
