import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { untilChange } from '#server/platform/until-change.ts';
import { encodeCursor } from '#server/platform/web/lists.ts';
import { readSort, stretchesOf, type Bound, type Key, type Listed, type Profiles } from '../list-order.ts';
import { conditions, countItems, letters, type ItemFilter, type Letter } from '../listing.ts';
import type { ItemKind } from '../schema/folders.ts';

export interface Marks {
	total: number;
	/** Where each page begins, save the first: what a scroll bar needs to land anywhere without walking there. */
	cursors: string[];
	/** Only of lists in the order of their titles. */
	letters: Letter[];
}

type MarksQuery = ItemFilter & { sort?: string | undefined };

interface Asked {
	userId: string;
	/** How long a page is. */
	every: number;
	profiles: Profiles;
}

/** One walk over the index names every page of a list; each page then costs the same as the first. */
export const readMarks = (db: Db, kind: ItemKind, query: MarksQuery, asked: Asked): Marks =>
	untilChange(db, `marks ${JSON.stringify([kind, query, asked])}`, () => walk(db, kind, query, asked));

function walk(
	db: Db,
	kind: ItemKind,
	{ sort: wanted, ...filter }: MarksQuery,
	{ userId, every, profiles }: Asked
): Marks {
	const sort = readSort(wanted);
	const where = conditions(kind, filter, userId, profiles.usual);
	const total = countItems(db, kind, where);
	const jumps = sort.field === 'title' ? letters(db, kind, where) : [];
	return {
		total,
		cursors: pageEnds(db, kind, { ...profiles, sort, where }, every, total).map((key) => encodeCursor(key)),
		letters: sort.descending ? jumps.toReversed() : jumps
	};
}

/** The last row of every page but the last; stepping within SQLite is several times faster than seeing each row. */
function pageEnds(db: Db, kind: ItemKind, list: Listed, every: number, total: number): Key[] {
	const behind = stretchesOf(db, kind, list);
	const nth = (parts: readonly Bound[]) => {
		const sql = parts.map((keys) => `SELECT * FROM (${keys.sql})`).join(' UNION ALL ');
		const values = parts.flatMap((keys) => keys.values);
		return prepared(db, `${sql} LIMIT 1 OFFSET ?`)
			.raw()
			.get(...values, every - 1) as Key | undefined;
	};
	const step = (after?: Key) => {
		const parts = behind(after);
		// A page rarely reaches further, and a short question is sooner answered.
		return nth(parts.slice(0, 2)) ?? (parts.length > 2 ? nth(parts) : undefined);
	};
	const ends: Key[] = [];
	for (let place = every; place < total; place += every) {
		const end = step(ends.at(-1));
		if (!end) break;
		ends.push(end);
	}
	return ends;
}
