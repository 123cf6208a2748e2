import { pageOf, type CursorPart } from '#server/platform/web/lists.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { untilChange } from '#server/platform/until-change.ts';
import { tableOf } from './item-table.ts';
import { followedSql, followsSql } from './following.ts';
import { readCursor, readSort, stretchesOf, type Bound, type Key, type Profiles } from './list-order.ts';
import type { ItemKind } from './schema/folders.ts';

export interface ItemFilter {
	library?: number | undefined;
	monitored?: boolean | undefined;
	/** 'have' at least one file, 'missing' none. */
	files?: 'have' | 'missing' | undefined;
	resolution?: string | undefined;
	genre?: string | undefined;
	yearFrom?: number | undefined;
	yearTo?: number | undefined;
	collection?: number | undefined;
	tag?: number | undefined;
	/** Followed, be it by the word of the library or of the house. */
	profile?: string | undefined;
	/** Of the asking person. */
	watched?: boolean | undefined;
	/** First letter, '#' for all that is none. */
	letter?: string | undefined;
}

export interface ItemQuery extends ItemFilter {
	limit: number;
	cursor?: string | undefined;
	sort?: string | undefined;
}

export interface ListedItem {
	id: number;
	title: string;
	sortTitle: string;
	year: number | null;
	posterPath: string | null;
	rating: number | null;
	genres: string[];
	monitored: boolean;
	fileCount: number;
	sizeBytes: number;
	addedAt: number;
	/** The one it follows; nothing when that is the usual one of the house. */
	profileId: string | null;
	/** Films: the best quality there is. */
	quality: string | null;
	/** Series: how many aired episodes there are. */
	episodeCount: number;
	episodeFileCount: number;
	status: string | null;
	watched: boolean;
	/** Share that the asking person has seen, 0 to 1. */
	progress: number;
}

const seen: Record<ItemKind, string> = {
	movie: 'EXISTS (SELECT 1 FROM progress p WHERE p.userId = ? AND p.movieId = i.id AND p.watched = 1)',
	series:
		'i.episodeFileCount > 0 AND (SELECT count(*) FROM progress p WHERE p.userId = ? AND p.seriesId = i.id AND p.watched = 1) >= i.episodeFileCount'
};

export function conditions(kind: ItemKind, filter: ItemFilter, userId: string, usual: string): Bound {
	const parts: string[] = [];
	const values: CursorPart[] = [];
	const also = (sql: string, ...bound: CursorPart[]) => {
		parts.push(sql);
		values.push(...bound);
	};
	if (filter.library !== undefined) also('i.libraryId = ?', filter.library);
	if (filter.monitored !== undefined) also('i.monitored = ?', Number(filter.monitored));
	if (filter.files) also(filter.files === 'have' ? 'i.fileCount > 0' : 'i.fileCount = 0');
	if (filter.resolution && kind === 'movie') also('i.resolution = ?', filter.resolution);
	if (filter.genre) also('instr(i.genres, ?) > 0', JSON.stringify(filter.genre));
	if (filter.yearFrom !== undefined) also('i.year >= ?', filter.yearFrom);
	if (filter.yearTo !== undefined) also('i.year <= ?', filter.yearTo);
	if (filter.collection !== undefined && kind === 'movie') also('i.collectionId = ?', filter.collection);
	if (filter.profile !== undefined) also(followsSql('i', '?', '?'), filter.profile, usual, filter.profile);
	if (filter.tag !== undefined)
		also(`i.id IN (SELECT t.${kind}Id FROM item_tags t WHERE t.tagId = ?)`, filter.tag);
	if (filter.watched !== undefined) also(`${filter.watched ? '' : 'NOT '}(${seen[kind]})`, userId);
	const letter = filter.letter?.toLowerCase();
	if (letter === '#') also(`i.sortTitle < 'a'`);
	else if (letter) also('i.sortTitle >= ? AND i.sortTitle < ?', letter, `${letter}\u{10ffff}`);
	return { sql: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', values };
}

const columns: Record<ItemKind, string> = {
	movie: `i.quality, 0 AS episodeCount, 0 AS episodeFileCount, i.status, coalesce(seen.watched, 0) AS watched,
		coalesce(seen.positionSeconds / nullif(seen.durationSeconds, 0), 0) AS progress`,
	series: `NULL AS quality, i.episodeCount, i.episodeFileCount, i.status,
		i.episodeFileCount > 0 AND coalesce(seen.episodes, 0) >= i.episodeFileCount AS watched,
		coalesce(seen.episodes * 1.0 / nullif(i.episodeFileCount, 0), 0) AS progress`
};

/** What the asking person has seen, read once a list. */
const seenBy: Record<ItemKind, string> = {
	movie: 'LEFT JOIN progress seen ON seen.userId = ? AND seen.movieId = i.id',
	series: `LEFT JOIN (SELECT seriesId, count(*) AS episodes FROM progress WHERE userId = ? AND watched = 1 AND seriesId IS NOT NULL GROUP BY seriesId) seen
		ON seen.seriesId = i.id`
};

interface Row extends Omit<ListedItem, 'genres' | 'monitored' | 'watched'> {
	genres: string;
	monitored: number;
	watched: number;
	place: CursorPart;
	sortKey: CursorPart;
}

const toItem = ({ sortKey: _, place: __, ...row }: Row): ListedItem => ({
	...row,
	genres: JSON.parse(row.genres) as string[],
	monitored: row.monitored === 1,
	watched: row.watched === 1,
	progress: Math.min(1, row.progress)
});

/** A page of films or series; every page costs the same, however far into the list. */
export const listItems = (db: Db, kind: ItemKind, query: ItemQuery, userId: string, profiles: Profiles) =>
	untilChange(db, JSON.stringify([kind, query, userId, profiles]), () =>
		readItems(db, kind, query, userId, profiles)
	);

function readItems(db: Db, kind: ItemKind, query: ItemQuery, userId: string, profiles: Profiles) {
	const where = conditions(kind, query, userId, profiles.usual);
	const total = countItems(db, kind, where);
	const list = { ...profiles, sort: readSort(query.sort), where };
	const rows: Row[] = [];
	for (const keys of stretchesOf(db, kind, list)(readCursor(query.cursor))) {
		if (rows.length > query.limit || total === 0) break;
		const statement = prepared(
			db,
			`SELECT i.id, i.title, i.sortTitle, i.year, i.posterPath, i.rating, i.genres, i.monitored, i.fileCount, i.sizeBytes, i.addedAt, ${followedSql('i').replace('?', 'NULL')} AS profileId,
				${columns[kind]}, k.place, k.sortKey
			FROM (${keys.sql} LIMIT ?) k CROSS JOIN ${tableOf[kind]} i ON i.id = k.id ${seenBy[kind]}`
		);
		rows.push(...(statement.all(...keys.values, query.limit + 1 - rows.length, userId) as Row[]));
	}
	const page = pageOf(rows, query.limit, total, ({ place, sortKey, id }): Key => [place, sortKey, id]);
	return { ...page, items: page.items.map(toItem) };
}

/** Counting is what costs at 50,000 rows. */
export function countItems(db: Db, kind: ItemKind, where: Bound): number {
	const sql = `SELECT count(*) FROM ${tableOf[kind]} i ${where.sql}`;
	const count = () =>
		prepared(db, sql)
			.pluck()
			.get(...where.values) as number;
	return untilChange(db, `${sql} ${JSON.stringify(where.values)}`, count);
}

export interface Letter {
	letter: string;
	count: number;
}

/** How many items stand under each first letter, for the jump bar: from letter to letter, not from row to row. */
export function letters(db: Db, kind: ItemKind, where: Bound = { sql: '', values: [] }): Letter[] {
	const from = `FROM ${tableOf[kind]} i INDEXED BY ${tableOf[kind]}_by_title ${where.sql ? `${where.sql} AND` : 'WHERE'} i.sortTitle >= ?`;
	const next = prepared(db, `SELECT i.sortTitle ${from} ORDER BY i.sortTitle LIMIT 1`).pluck();
	const count = prepared(db, `SELECT count(*) ${from} AND i.sortTitle < ?`).pluck();
	const found: Letter[] = [];
	for (let at = ''; ;) {
		const title = next.get(...where.values, at) as string | undefined;
		if (title === undefined) return found;
		const letter = title < 'a' ? '#' : String.fromCodePoint(title.codePointAt(0)!);
		const end = letter === '#' ? 'a' : `${letter}\u{10ffff}`;
		found.push({ letter, count: count.get(...where.values, at, end) as number });
		at = end;
	}
}
