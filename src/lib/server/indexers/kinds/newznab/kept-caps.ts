import { eq } from 'drizzle-orm';
import type { Caps } from '#core/torznab/caps.ts';
import type { Db } from '#server/platform/db.ts';
import { indexerCaps } from '../../schema.ts';

export interface KeptCaps {
	caps: Caps;
	askedAt: number;
}
export interface CapsStore {
	read(): KeptCaps | undefined;
	save(kept: KeptCaps): void;
}

/** What an indexer said it can do outlives a restart, so that the first search need not ask it again. */
export const openCaps = (db: Db, indexerId: number): CapsStore => ({
	read: () =>
		db
			.select({ caps: indexerCaps.caps, askedAt: indexerCaps.askedAt })
			.from(indexerCaps)
			.where(eq(indexerCaps.indexerId, indexerId))
			.get(),
	save({ caps, askedAt }) {
		try {
			db.insert(indexerCaps)
				.values({ indexerId, caps, askedAt })
				.onConflictDoUpdate({ target: indexerCaps.indexerId, set: { caps, askedAt } })
				.run();
		} catch (error) {
			// It may have been removed while it was asked.
			if ((error as { code?: string }).code !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw error;
		}
	}
});

/** Somebody set the indexer up anew: what was known may be of another. */
export const forgetCaps = (db: Db, indexerId: number) =>
	db.delete(indexerCaps).where(eq(indexerCaps.indexerId, indexerId)).run();
