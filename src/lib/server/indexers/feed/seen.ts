import { desc, gt, inArray, lt, sql } from 'drizzle-orm';
import type { Release } from '#core/torznab/release.ts';
import type { Db } from '#server/platform/db.ts';
import { seenReleases } from '../schema.ts';

export type SeenRelease = typeof seenReleases.$inferSelect;

/** Keeps those not seen before; tells how many. */
export function remember(db: Db, indexerId: number, releases: readonly Release[], seenAt: number): number {
	return db.transaction((tx) => {
		let count = 0;
		// Feeds list the newest first; the highest id should be the newest.
		for (const release of releases.toReversed()) {
			const { guid, title, protocol, categories, sizeBytes = null, publishedAt = null } = release;
			count += tx
				.insert(seenReleases)
				.values({ indexerId, guid, title, protocol, categories, sizeBytes, publishedAt, seenAt })
				.onConflictDoNothing()
				.run().changes;
		}
		return count;
	});
}

export const newest = (db: Db, limit: number): SeenRelease[] =>
	db.select().from(seenReleases).orderBy(desc(seenReleases.id)).limit(limit).all();

/** In the order they were seen, after this id. */
export const after = (db: Db, id: number, limit: number): SeenRelease[] =>
	db.select().from(seenReleases).where(gt(seenReleases.id, id)).orderBy(seenReleases.id).limit(limit).all();

/** Removes what is old, then what is over the count. */
export function forget(db: Db, { before, keep }: { before: number; keep: number }): number {
	const old = db.delete(seenReleases).where(lt(seenReleases.seenAt, before)).run().changes;
	const surplus = db
		.select({ id: seenReleases.id })
		.from(seenReleases)
		.orderBy(desc(seenReleases.id))
		// A negative limit, SQLite's word for none, is left out by drizzle.
		.limit(Number.MAX_SAFE_INTEGER)
		.offset(keep);
	const over = db
		.delete(seenReleases)
		.where(inArray(seenReleases.id, sql`(${surplus})`))
		.run().changes;
	return old + over;
}
