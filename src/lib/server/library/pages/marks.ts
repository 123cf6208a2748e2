import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { encodeCursor, parseSort, type CursorPart } from '#server/platform/web/lists.ts';
import { conditions, sortFields, sortKeys, tableOf, type ItemFilter, type Letter } from '../listing.ts';
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
export function readMarks(
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
	const rows = prepared(
		db,
		`SELECT ${key} AS sortKey, i.id FROM ${tableOf[kind]} i ${where.sql} ORDER BY ${key} ${direction}, i.id ${direction}`
	)
		.raw()
		.iterate(...where.values) as Iterable<[CursorPart, number]>;
	const cursors: string[] = [];
	let total = 0;
	let last: [CursorPart, number] | undefined;
	for (const row of rows) {
		if (last && total % every === 0) cursors.push(encodeCursor(last));
		last = row;
		total++;
	}
	const letters = sort.field === 'title' ? lettersOf(db, kind, where) : [];
	return { total, cursors, letters: sort.descending ? letters.toReversed() : letters };
}

function lettersOf(db: Db, kind: ItemKind, where: { sql: string; values: CursorPart[] }): Letter[] {
	return prepared(
		db,
		`SELECT CASE WHEN i.sortTitle < 'a' THEN '#' ELSE substr(i.sortTitle, 1, 1) END AS letter, count(*) AS count
		FROM ${tableOf[kind]} i ${where.sql} GROUP BY 1 ORDER BY min(i.sortTitle)`
	).all(...where.values) as Letter[];
}
