import { and, count, desc, eq, max, ne } from 'drizzle-orm';
import type { Role } from '#core/access/permissions.ts';
import { normalizeUsername, usernameFrom } from '#core/access/username.ts';
import type { Db } from '#server/platform/db.ts';
import { credentials, passkeys, sessions, users } from './schema.ts';
import { newId } from './tokens.ts';
import type { Person } from './types.ts';

export type UserRow = typeof users.$inferSelect;

export const countPeople = (db: Db): number => db.select({ n: count() }).from(users).get()?.n ?? 0;

export const findPerson = (db: Db, id: string): UserRow | undefined =>
	db.select().from(users).where(eq(users.id, id)).get();

export const findByUsername = (db: Db, username: string): UserRow | undefined =>
	db
		.select()
		.from(users)
		.where(eq(users.username, normalizeUsername(username)))
		.get();

export const isDisabled = (db: Db, id: string): boolean => findPerson(db, id)?.disabled ?? true;

export function freeUsername(db: Db, wish: string): string {
	const base = usernameFrom(wish);
	for (let n = 1; ; n++) {
		const name = n === 1 ? base : `${base}-${n}`;
		if (!findByUsername(db, name)) return name;
	}
}

const lastSeen = (db: Db) =>
	db
		.select({ userId: sessions.userId, at: max(sessions.updatedAt).as('last_seen_at') })
		.from(sessions)
		.groupBy(sessions.userId)
		.as('seen');

export function listPeople(db: Db): Person[] {
	const seen = lastSeen(db);
	const rows = db
		.select({ user: users, at: seen.at })
		.from(users)
		.leftJoin(seen, eq(seen.userId, users.id))
		.orderBy(users.createdAt, users.id)
		.all();
	return rows.map(({ user, at }) => toPerson(user, at));
}

export const toPerson = (user: UserRow, seenAt: Date | number | null = null): Person => ({
	id: user.id,
	username: user.displayUsername ?? user.username,
	name: user.name,
	role: user.role,
	disabled: user.disabled,
	twoFactor: user.twoFactorEnabled,
	createdAt: user.createdAt.getTime(),
	lastSeenAt: seenAt === null ? null : Number(seenAt)
});

/** Admins who could still come in if this person could not. */
export const countOtherAdmins = (db: Db, id: string): number =>
	db
		.select({ n: count() })
		.from(users)
		.where(and(eq(users.role, 'admin'), eq(users.disabled, false), ne(users.id, id)))
		.get()?.n ?? 0;

export interface NewUser {
	username: string;
	name: string;
	role: Role;
	passwordHash: string;
	at: number;
}

export function insertUser(db: Db, { username, name, role, passwordHash, at }: NewUser): UserRow {
	const id = newId();
	const times = { createdAt: new Date(at), updatedAt: new Date(at) };
	const plain = normalizeUsername(username);
	const user = db
		.insert(users)
		.values({
			id,
			username: plain,
			displayUsername: username.trim(),
			name,
			role,
			email: `${encodeURIComponent(plain)}@people.invalid`,
			...times
		})
		.returning()
		.get();
	setPassword(db, { userId: id, passwordHash, at });
	return user;
}

export function setPassword(db: Db, given: { userId: string; passwordHash: string; at: number }): void {
	const { userId, passwordHash: password, at } = given;
	const where = and(eq(credentials.userId, userId), eq(credentials.providerId, 'credential'));
	const updatedAt = new Date(at);
	if (db.update(credentials).set({ password, updatedAt }).where(where).run().changes > 0) return;
	db.insert(credentials)
		.values({
			id: newId(),
			accountId: userId,
			providerId: 'credential',
			userId,
			password,
			createdAt: updatedAt,
			updatedAt
		})
		.run();
}

export const passwordOf = (db: Db, userId: string): string | null =>
	db
		.select({ password: credentials.password })
		.from(credentials)
		.where(and(eq(credentials.userId, userId), eq(credentials.providerId, 'credential')))
		.get()?.password ?? null;

export const listPasskeys = (db: Db, userId: string) =>
	db
		.select()
		.from(passkeys)
		.where(eq(passkeys.userId, userId))
		.orderBy(desc(passkeys.createdAt))
		.all()
		.map(({ id, name, createdAt, backedUp }) => ({
			id,
			name: name ?? '',
			createdAt: createdAt?.getTime() ?? null,
			backedUp
		}));
