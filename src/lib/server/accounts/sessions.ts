import { and, desc, eq, gt, lt, ne } from 'drizzle-orm';
import type { Actor } from '#core/access/permissions.ts';
import type { Db } from '#server/platform/db.ts';
import { notFound } from '#server/platform/errors.ts';
import type { Audit } from './audit.ts';
import { sessions, verifications } from './schema.ts';
import type { SessionView } from './types.ts';

export interface Sessions {
	/** Of one's own account, newest first. */
	list(actor: Actor): SessionView[];
	end(actor: Actor, sessionId: string): void;
	/** Everywhere but here; without `exceptId` really everywhere. */
	endAll(userId: string, exceptId?: string): number;
	prune(): number;
}

export function createSessions(deps: { db: Db; audit: Audit; changed(): void; now(): number }): Sessions {
	const { db, audit, changed, now } = deps;
	return {
		list: (actor) =>
			db
				.select()
				.from(sessions)
				.where(and(eq(sessions.userId, actor.userId), gt(sessions.expiresAt, new Date(now()))))
				.orderBy(desc(sessions.updatedAt))
				.all()
				.map((row) => ({
					id: row.id,
					current: row.id === actor.sessionId,
					ip: row.ipAddress,
					userAgent: row.userAgent,
					createdAt: row.createdAt.getTime(),
					lastSeenAt: row.updatedAt.getTime(),
					expiresAt: row.expiresAt.getTime()
				})),
		end(actor, sessionId) {
			const where = and(eq(sessions.id, sessionId), eq(sessions.userId, actor.userId));
			if (db.delete(sessions).where(where).run().changes === 0) throw notFound('session', sessionId);
			changed();
			audit.record({ action: 'session.ended', target: actor.name });
		},
		endAll(userId, exceptId) {
			const others = exceptId === undefined ? undefined : ne(sessions.id, exceptId);
			const where = and(eq(sessions.userId, userId), others);
			const ended = db.delete(sessions).where(where).run().changes;
			changed();
			if (ended > 0) audit.record({ action: 'session.ended-all', details: { sessions: ended } });
			return ended;
		},
		prune() {
			const past = new Date(now());
			db.delete(verifications).where(lt(verifications.expiresAt, past)).run();
			return db.delete(sessions).where(lt(sessions.expiresAt, past)).run().changes;
		}
	};
}
