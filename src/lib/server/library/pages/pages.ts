import type { Db } from '#server/platform/db.ts';
import type { Profiles } from '../list-order.ts';
import type { ItemFilter } from '../listing.ts';
import type { ItemKind } from '../schema/folders.ts';
import { calendar } from './calendar.ts';
import { collection, collections } from './collections.ts';
import { facetsOf } from './facets.ts';
import { begun, recent, upNext } from './home.ts';
import { readMarks } from './marks.ts';
import { known, owned } from './owned.ts';
import { person } from './people.ts';
import { wanted, type WantedQuery, type Wishes } from './wanted.ts';

interface Deps {
	db: Db;
	wishes: Wishes & { choices(): { id: string; name: string }[]; order(): Profiles };
	now?: () => number;
}

/** What the pages of the library read besides the items themselves. */
export const createPages = ({ db, wishes, now = Date.now }: Deps) => ({
	marks: (kind: ItemKind, query: ItemFilter & { sort?: string | undefined }, userId: string, every: number) =>
		readMarks(db, kind, query, { userId, every, profiles: wishes.order() }),
	facets: (kind: ItemKind) => ({
		...facetsOf(db, kind, now()),
		profiles: wishes.choices(),
		usual: wishes.usual()
	}),
	begun: (userId: string, limit: number) => begun(db, userId, limit),
	upNext: (userId: string, limit: number) => upNext(db, userId, limit),
	recent: (limit: number) => recent(db, limit),
	calendar: (from: string, until: string) => calendar(db, from, until),
	person: (id: number) => person(db, id),
	collections: () => collections(db),
	collection: (id: number) => collection(db, id),
	wanted: (query: WantedQuery) => wanted(db, wishes, query),
	owned: (kind: ItemKind, tmdbIds: readonly number[]) => owned(db, kind, tmdbIds),
	known: (kind: ItemKind, ids: { tmdb?: number; tvmaze?: number }) => known(db, kind, ids)
});
export type Pages = ReturnType<typeof createPages>;
