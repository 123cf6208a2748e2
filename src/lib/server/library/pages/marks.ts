import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { untilChange } from '#server/platform/until-change.ts';
import { encodeCursor, parseSort, type CursorPart } from '#server/platform/web/lists.ts';
import { sortKeys } from '../derived.ts';
import { conditions, countItems, sortFields, tableOf, type ItemFilter, type Letter } from '../listing.ts';
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
	const key = sortKeys[sort.field];
	const direction = sort.descending ? 'DESC' : 'ASC';
	const total = countItems(db, kind, where);
	const last = prepared(
		db,
		`SELECT sortKey, id FROM (SELECT ${key} AS sortKey, i.id, row_number() OVER (ORDER BY ${key} ${direction}, i.id ${direction}) AS place
			FROM ${tableOf[kind]} i INDEXED BY ${tableOf[kind]}_by_${sort.field} ${where.sql}) WHERE place % ? = 0 AND place < ?`
	)
		.raw()
		.all(...where.values, every, total) as [CursorPart, number][];
	const letters = sort.field === 'title' ? lettersOf(db, kind, where) : [];
	return {
		total,
		cursors: last.map((row) => encodeCursor(row)),
		letters: sort.descending ? letters.toReversed() : letters
	};
}

function lettersOf(db: Db, kind: ItemKind, where: { sql: string; values: CursorPart[] }): Letter[] {
	return prepared(
		db,
		`SELECT CASE WHEN i.sortTitle < 'a' THEN '#' ELSE substr(i.sortTitle, 1, 1) END AS letter, count(*) AS count
		FROM ${tableOf[kind]} i ${where.sql} GROUP BY 1 ORDER BY min(i.sortTitle)`
	).all(...where.values) as Letter[];
}
