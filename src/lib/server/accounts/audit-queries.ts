import { and, count, desc, eq, gte, like, lt, lte, or, sql } from 'drizzle-orm';
import type { Db } from '#server/platform/db.ts';
import { decodeCursor, encodeCursor } from '#server/platform/web/lists.ts';
import { auditLog } from './schema.ts';
import type { AuditEntry, AuditQuery } from './types.ts';

export const insertEntry = (db: Db, entry: Omit<AuditEntry, 'id'>): void => {
	db.insert(auditLog).values(entry).run();
};

export const purgeBefore = (db: Db, before: number): number =>
	db.delete(auditLog).where(lt(auditLog.at, before)).run().changes;

const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');
const contains = (column: typeof auditLog.target | typeof auditLog.actorName, text: string) =>
	sql`${column} like ${`%${literal(text)}%`} escape '\\'`;

function filter({ action, actorId, text, from, to }: AuditQuery) {
	return and(
		action ? or(eq(auditLog.action, action), like(auditLog.action, `${action}.%`)) : undefined,
		actorId ? eq(auditLog.actorId, actorId) : undefined,
		text
			? or(contains(auditLog.actorName, text), contains(auditLog.target, text), eq(auditLog.ip, text))
			: undefined,
		from === undefined ? undefined : gte(auditLog.at, from),
		to === undefined ? undefined : lte(auditLog.at, to)
	);
}

/** Newest first; the cursor is the id of the last entry seen. */
export function listEntries(db: Db, query: AuditQuery) {
	const where = filter(query);
	const limit = query.limit ?? 50;
	const after = query.cursor === undefined ? undefined : Number(decodeCursor(query.cursor, 1)[0]);
	const rows = db
		.select()
		.from(auditLog)
		.where(and(where, after === undefined ? undefined : lt(auditLog.id, after)))
		.orderBy(desc(auditLog.id))
		.limit(limit + 1)
		.all();
	const items = rows.slice(0, limit);
	const total = db.select({ n: count() }).from(auditLog).where(where).get()?.n ?? 0;
	const last = items.at(-1);
	return { items, total, ...(rows.length > limit && last ? { next: encodeCursor([last.id]) } : {}) };
}
