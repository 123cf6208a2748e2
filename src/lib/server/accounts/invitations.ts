import { and, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Role } from '#core/access/permissions.ts';
import type { Db } from '#server/platform/db.ts';
import { AppError, invalid, notFound } from '#server/platform/errors.ts';
import type { Actor } from '#core/access/permissions.ts';
import type { Audit } from './audit.ts';
import { hashPassword } from './passwords.ts';
import { checkedPassword, checkedUsername, insertPerson } from './people.ts';
import { toPerson } from './people-queries.ts';
import { invitations, users } from './schema.ts';
import { hashToken, newToken } from './tokens.ts';
import type { InvitationView, NewInvitation, NewPerson, Person } from './types.ts';

export interface Invitations {
	list(): InvitationView[];
	/** The token belongs into the link `/invite/<token>`; it is not kept. */
	create(actor: Actor, wish: NewInvitation): { token: string; view: InvitationView };
	remove(id: number): void;
	/** What an open invitation offers, or undefined when the link leads nowhere (any more). */
	look(token: string): { role: Role; note: string | null } | undefined;
	accept(token: string, person: NewPerson): Promise<Person>;
	prune(): number;
}

const day = 24 * 3600_000;

export function createInvitations({ db, audit, now }: { db: Db; audit: Audit; now(): number }): Invitations {
	const read = () =>
		db
			.select({ row: invitations, createdBy: users.name })
			.from(invitations)
			.leftJoin(users, eq(users.id, invitations.createdBy))
			.orderBy(desc(invitations.id))
			.all()
			.map(({ row: { hash: _, ...row }, createdBy }) => ({ ...row, createdBy, state: stateOf(row, now()) }));

	const open = (token: string) =>
		db
			.select()
			.from(invitations)
			.where(
				and(
					eq(invitations.hash, hashToken(token)),
					gt(invitations.expiresAt, now()),
					lt(invitations.uses, invitations.maxUses)
				)
			)
			.get();

	const use = (tx: Db, token: string, person: NewPerson, passwordHash: string) => {
		const found = open(token);
		if (!found) throw gone();
		const user = insertPerson(tx, { person, role: found.role, passwordHash, at: now() });
		tx.update(invitations)
			.set({ uses: sql`${invitations.uses} + 1` })
			.where(eq(invitations.id, found.id))
			.run();
		return user;
	};

	return {
		list: read,
		create(actor, { role, note, expiresAt = now() + 7 * day, maxUses = 1 }) {
			if (expiresAt <= now()) throw invalid('The invitation would expire in the past.');
			const token = newToken();
			const { id } = db
				.insert(invitations)
				.values({
					hash: hashToken(token),
					role,
					note: note?.trim().slice(0, 200) || null,
					createdBy: actor.userId,
					createdAt: now(),
					expiresAt,
					maxUses
				})
				.returning({ id: invitations.id })
				.get();
			audit.record({ action: 'invitation.created', target: note, details: { role, maxUses } });
			return { token, view: read().find((view) => view.id === id)! };
		},
		remove(id) {
			if (db.delete(invitations).where(eq(invitations.id, id)).run().changes === 0)
				throw notFound('invitation', id);
			audit.record({ action: 'invitation.removed', target: String(id) });
		},
		look(token) {
			const found = open(token);
			return found && { role: found.role, note: found.note };
		},
		async accept(token, person) {
			if (!open(token)) throw gone();
			checkedUsername(person.username);
			const passwordHash = await hashPassword(checkedPassword(person.password, person.username));
			const user = db.transaction((tx) => use(tx, token, person, passwordHash), { behavior: 'immediate' });
			const actor = { userId: user.id, name: user.name, kind: 'user' as const };
			audit.record({
				action: 'invitation.accepted',
				target: user.username,
				actor,
				details: { role: user.role }
			});
			return toPerson(user);
		},
		prune: () =>
			db
				.delete(invitations)
				.where(lt(invitations.expiresAt, now() - 30 * day))
				.run().changes
	};
}

const gone = () =>
	new AppError('invitation_gone', 'This invitation was used or has expired. Ask for a new one.', {
		status: 410
	});

function stateOf(row: { expiresAt: number; uses: number; maxUses: number }, now: number) {
	if (row.uses >= row.maxUses) return 'used' as const;
	return row.expiresAt <= now ? ('expired' as const) : ('open' as const);
}
