import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { untilChange } from '#server/platform/until-change.ts';
import { encodeCursor, parseSort, type CursorPart, type Sort } from '#server/platform/web/lists.ts';
import { tableOf } from '../item-table.ts';
import {
	conditions,
	countItems,
	letters,
	rangesFrom,
	sortFields,
	type Bound,
	type ItemFilter,
	type Letter,
	type SortField
} from '../listing.ts';
import type { ItemKind } from '../schema/folders.ts';

export interface Marks {
	total: number;
	/** Where each page begins, save the first: what a scroll bar needs to land anywhere without walking there. */
	cursors: string[];
	/** Only of lists in the order of their titles. */
	letters: Letter[];
}

const byTitle = { field: 'title', descending: false } as const;

/** One walk over the index names every page of a list; each page then costs the same as the first. */
export const readMarks = (
	db: Db,
	kind: ItemKind,
	query: ItemFilter & { sort?: string | undefined },
	userId: string,
	every: number
): Marks =>
	untilChange(db, `marks ${JSON.stringify([kind, query, userId, every])}`, () =>
		walk(db, kind, query, userId, every)
	);

function walk(
	db: Db,
	kind: ItemKind,
	{ sort: wanted, ...filter }: ItemFilter & { sort?: string | undefined },
	userId: string,
	every: number
): Marks {
	const sort = parseSort(wanted, sortFields, byTitle);
	const where = conditions(kind, filter, userId);
	const total = countItems(db, kind, where);
	const jumps = sort.field === 'title' ? letters(db, kind, where) : [];
	return {
		total,
		cursors: pageEnds(db, kind, { ...sort, ...where }, every, total).map((row) => encodeCursor(row)),
		letters: sort.descending ? jumps.toReversed() : jumps
	};
}

type End = [sortKey: CursorPart, id: number];

/** The last row of every page but the last; stepping within SQLite is several times faster than seeing each row. */
function pageEnds(
	db: Db,
	kind: ItemKind,
	{ field, descending, sql, values }: Sort<SortField> & Bound,
	every: number,
	total: number
): End[] {
	const step = (after?: End) => {
		const { key, ranges } = rangesFrom({ field, descending }, after);
		const parts = ranges.map(
			(range) =>
				`SELECT * FROM (SELECT ${key} AS sortKey, i.id FROM ${tableOf[kind]} i INDEXED BY ${tableOf[kind]}_by_${field} ${sql || 'WHERE true'} ${range.sql})`
		);
		return prepared(db, `${parts.join(' UNION ALL ')} LIMIT 1 OFFSET ?`)
			.raw()
			.get(...ranges.flatMap((range) => [...values, ...range.values]), every - 1) as End | undefined;
	};
	const ends: End[] = [];
	for (let place = every; place < total; place += every) {
		const end = step(ends.at(-1));
		if (!end) break;
		ends.push(end);
	}
	return ends;
}
