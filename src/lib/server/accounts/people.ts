import { and, eq } from 'drizzle-orm';
import { passwordFault } from '#core/access/password.ts';
import type { Role } from '#core/access/permissions.ts';
import { usernameFault } from '#core/access/username.ts';
import type { Db } from '#server/platform/db.ts';
import { conflict, invalid, notFound, rateLimited } from '#server/platform/errors.ts';
import { whoActs } from './acting.ts';
import type { Audit } from './audit.ts';
import type { Lockout } from './lockout.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import * as rows from './people-queries.ts';
import { passkeys, twoFactors, users } from './schema.ts';
import type { NewPerson, PasskeyView, Person } from './types.ts';

export interface PersonChange {
	name?: string | undefined;
	role?: Role | undefined;
	disabled?: boolean | undefined;
}

export interface People {
	list(): Person[];
	get(id: string): Person;
	find(username: string): Person | undefined;
	add(person: NewPerson): Promise<Person>;
	change(id: string, change: PersonChange): Person;
	remove(id: string): void;
	/** Also signs the person out everywhere and lets them try again after a lock-out. */
	resetPassword(id: string, password: string): Promise<void>;
	/** One's own; the other sessions end. */
	changePassword(id: string, change: PasswordChange): Promise<void>;
	hasPassword(id: string): boolean;
	/** For somebody who lost the telephone and the recovery codes. */
	removeTwoFactor(id: string): void;
	passkeys(id: string): PasskeyView[];
	removePasskey(id: string, passkeyId: string): void;
}

export interface PasswordChange {
	current?: string | undefined;
	next: string;
	keepSessionId?: string | undefined;
}

export interface PeopleDeps {
	db: Db;
	audit: Audit;
	lockout: Lockout;
	changed(): void;
	endSessions(userId: string, exceptId?: string): number;
	now(): number;
}

const reservedForLast = 'This is the last admin. Make somebody else an admin first.';

export function checkedPassword(password: string, username: string): string {
	const fault = passwordFault(password, username);
	if (fault) throw invalid(fault, [{ path: 'password', message: fault }]);
	return password;
}

export function checkedUsername(username: string): string {
	const fault = usernameFault(username);
	if (fault) throw invalid(fault, [{ path: 'username', message: fault }]);
	return username.trim().normalize('NFKC');
}

export const nameOf = (person: Pick<NewPerson, 'name' | 'username'>): string =>
	(person.name?.trim() || person.username.trim()).slice(0, 80);

export function insertPerson(
	db: Db,
	{ person, role, passwordHash, at }: { person: NewPerson; role: Role; passwordHash: string; at: number }
) {
	const username = checkedUsername(person.username);
	if (rows.findByUsername(db, username)) throw conflict(`The user name ${username} is taken.`);
	return rows.insertUser(db, { username, name: nameOf(person), role, passwordHash, at });
}

export function createPeople(deps: PeopleDeps): People {
	const { db, audit, lockout, now } = deps;

	const must = (id: string) => {
		const found = rows.findPerson(db, id);
		if (!found) throw notFound('person', id);
		return found;
	};
	const keepAnAdmin = (user: rows.UserRow) => {
		if (user.role === 'admin' && !user.disabled && rows.countOtherAdmins(db, user.id) === 0)
			throw conflict(reservedForLast);
	};
	const store = async (user: rows.UserRow, password: string) => {
		const passwordHash = await hashPassword(checkedPassword(password, user.username));
		rows.setPassword(db, { userId: user.id, passwordHash, at: now() });
	};

	return {
		list: () => rows.listPeople(db),
		get: (id) => rows.toPerson(must(id)),
		find(username) {
			const found = rows.findByUsername(db, username);
			return found && rows.toPerson(found);
		},
		async add(person) {
			checkedUsername(person.username);
			const passwordHash = await hashPassword(checkedPassword(person.password, person.username));
			const role = person.role ?? 'member';
			const user = db.transaction((tx) => insertPerson(tx, { person, role, passwordHash, at: now() }));
			audit.record({ action: 'person.added', target: user.username, details: { role } });
			return rows.toPerson(user);
		},
		change(id, change) {
			const user = db.transaction((tx) => {
				const before = must(id);
				if ((change.role ?? 'admin') !== 'admin' || change.disabled) keepAnAdmin(before);
				const name = change.name?.trim() ? change.name.trim().slice(0, 80) : before.name;
				const { role = before.role, disabled = before.disabled } = change;
				const set = { name, role, disabled, updatedAt: new Date(now()) };
				return tx.update(users).set(set).where(eq(users.id, id)).returning().get()!;
			});
			if (change.disabled) deps.endSessions(id);
			deps.changed();
			audit.record({ action: 'person.changed', target: user.username, details: { ...change } });
			return rows.toPerson(user);
		},
		remove(id) {
			const user = must(id);
			db.transaction((tx) => {
				keepAnAdmin(user);
				tx.delete(users).where(eq(users.id, id)).run();
			});
			deps.changed();
			audit.record({ action: 'person.removed', target: user.username });
		},
		async resetPassword(id, password) {
			const user = must(id);
			await store(user, password);
			deps.endSessions(id);
			lockout.release(user.username);
			audit.record({ action: 'person.password-reset', target: user.username });
		},
		async changePassword(id, { current, next, keepSessionId }) {
			const user = must(id);
			const kept = rows.passwordOf(db, id);
			if (kept) {
				const attempt = { username: user.username, ip: whoActs()?.ip ?? 'unknown' };
				const wait = lockout.enter(attempt);
				if (wait > 0) throw rateLimited(wait);
				if (!(await verifyPassword(kept, current ?? ''))) {
					const message = 'The current password is not right.';
					throw invalid(message, [{ path: 'current', message }]);
				}
				lockout.succeeded(attempt);
			}
			await store(user, next);
			deps.endSessions(id, keepSessionId);
			audit.record({ action: 'person.password-changed', target: user.username });
		},
		hasPassword: (id) => rows.passwordOf(db, id) !== null,
		removeTwoFactor(id) {
			const user = must(id);
			db.transaction((tx) => {
				tx.delete(twoFactors).where(eq(twoFactors.userId, id)).run();
				tx.update(users).set({ twoFactorEnabled: false }).where(eq(users.id, id)).run();
			});
			deps.changed();
			audit.record({ action: 'person.two-factor-removed', target: user.username });
		},
		passkeys: (id) => rows.listPasskeys(db, id),
		removePasskey(id, passkeyId) {
			const where = and(eq(passkeys.id, passkeyId), eq(passkeys.userId, id));
			if (db.delete(passkeys).where(where).run().changes === 0) throw notFound('passkey', passkeyId);
			audit.record({ action: 'person.passkey-removed', target: must(id).username });
		}
	};
}
