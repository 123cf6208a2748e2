import type { Db } from '#server/platform/db.ts';
import { whoActs } from './acting.ts';
import { insertEntry, listEntries, purgeBefore } from './audit-queries.ts';
import type { AuditEntry, AuditNote, AuditQuery } from './types.ts';

export interface Audit {
	record(note: AuditNote): void;
	list(query: AuditQuery): { items: AuditEntry[]; total: number; next?: string };
	/** Returns how many entries went. */
	purge(before: number): number;
}

export function createAudit({ db, now }: { db: Db; now: () => number }): Audit {
	return {
		record({ action, target, details, actor = whoActs()?.actor, ip = whoActs()?.ip }) {
			insertEntry(db, {
				at: now(),
				actorId: actor?.userId ?? null,
				actorName: actor?.name ?? '',
				via: actor ? (actor.kind === 'key' ? 'key' : 'session') : 'system',
				action,
				target: target ?? null,
				ip: ip ?? null,
				details: details ?? null
			});
		},
		list: (query) => listEntries(db, query),
		purge: (before) => purgeBefore(db, before)
	};
}
