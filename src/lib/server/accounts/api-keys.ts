import { and, desc, eq } from 'drizzle-orm';
import type { Permission } from '#core/access/permissions.ts';
import type { Db } from '#server/platform/db.ts';
import { forbidden, invalid, notFound } from '#server/platform/errors.ts';
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
}

export function createApiKeys(deps: { db: Db; audit: Audit; changed(): void; now(): number }): ApiKeys {
	const { db, audit, now } = deps;

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

	return {
		list: read,
		create(userId, wish) {
			refuseWeakKeys();
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
			refuseWeakKeys();
			const where = and(eq(apiKeys.id, id), userId === undefined ? undefined : eq(apiKeys.userId, userId));
			const gone = db.delete(apiKeys).where(where).returning({ name: apiKeys.name }).get();
			if (!gone) throw notFound('API key', id);
			deps.changed();
			audit.record({ action: 'key.removed', target: gone.name });
		}
	};
}

/** A key in a program's hands must not be able to make itself at home in its owner's account. */
function refuseWeakKeys(): void {
	const actor = whoActs()?.actor;
	if (actor?.kind === 'key' && !actor.permissions.has('users.manage'))
		throw forbidden('This key may not make or remove keys.');
}

/** A key that makes another one hands on no more than it has itself. */
function grantable(scopes: Permission[] | null): Permission[] | null {
	const actor = whoActs()?.actor;
	if (actor?.kind !== 'key') return scopes;
	return [...actor.permissions].filter((permission) => scopes?.includes(permission) ?? true);
}
