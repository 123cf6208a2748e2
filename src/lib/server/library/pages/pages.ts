import type { Db } from '#server/platform/db.ts';
import type { ItemFilter } from '../listing.ts';
import type { ItemKind } from '../schema/folders.ts';
import { calendar } from './calendar.ts';
import { collection, collections } from './collections.ts';
import { facetsOf } from './facets.ts';
import { begun, recent, upNext } from './home.ts';
import { readMarks } from './marks.ts';
import { owned } from './owned.ts';
import { person } from './people.ts';
import { wanted, type WantedQuery } from './wanted.ts';

/** What the pages of the library read besides the items themselves. */
export const createPages = ({ db, now = Date.now }: { db: Db; now?: () => number }) => ({
	marks: (kind: ItemKind, query: ItemFilter & { sort?: string | undefined }, userId: string, every: number) =>
		readMarks(db, kind, query, userId, every),
	facets: (kind: ItemKind) => facetsOf(db, kind, now()),
	begun: (userId: string, limit: number) => begun(db, userId, limit),
	upNext: (userId: string, limit: number) => upNext(db, userId, limit),
	recent: (limit: number) => recent(db, limit),
	calendar: (from: string, until: string) => calendar(db, from, until),
	person: (id: number) => person(db, id),
	collections: () => collections(db),
	collection: (id: number) => collection(db, id),
	wanted: (query: WantedQuery) => wanted(db, query),
	owned: (kind: ItemKind, tmdbIds: readonly number[]) => owned(db, kind, tmdbIds)
});
export type Pages = ReturnType<typeof createPages>;
