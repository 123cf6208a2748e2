import { type CursorPart, decodeCursor, parseSort, type Sort } from '#server/platform/web/lists.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { sortKeys } from './derived.ts';
import { tableOf } from './item-table.ts';
import type { ItemKind } from './schema/folders.ts';

export type Bound = { sql: string; values: CursorPart[] };
type SortField = keyof typeof sortKeys | 'profile';

/** A page begins behind one of these. `place` is the profile in the order of profiles, else nothing. */
export type Key = [place: CursorPart, sortKey: CursorPart, id: CursorPart];

/** What an order is made of besides the rows. */
export interface Profiles {
	/** In the order of their names. */
	profiles: readonly string[];
	/** The profile of the house. */
	usual: string;
}

const fields = [...Object.keys(sortKeys), 'profile'] as SortField[];

export const readSort = (text: string | undefined): Sort<SortField> =>
	parseSort(text, fields, { field: 'title', descending: false });

export const readCursor = (cursor: string | undefined): Key | undefined =>
	cursor === undefined ? undefined : (decodeCursor(cursor, 3) as Key);

export interface Listed extends Profiles {
	sort: Sort<SortField>;
	/** What the list is narrowed by. */
	where: Bound;
}

/**
 * The keys of a list behind one of them, as stretches of an index one after the other, each in order by itself: however far
 * into the list, nothing is walked that is not shown, and nothing is sorted.
 */
export function stretchesOf(db: Db, kind: ItemKind, list: Listed): (after?: Key) => Bound[] {
	const { field } = list.sort;
	if (field !== 'profile') return (after) => byColumn(kind, field, list, after);
	const compare = inOrder(list);
	const groups = followers(db, kind, list).sort((a, b) => compare(a.profile, b.profile));
	return (after) =>
		groups
			.filter(({ profile }) => !after || compare(profile, String(after[0])) >= 0)
			.map((group) => merged(kind, list, group, after?.[0] === group.profile ? after : undefined));
}

const from = (kind: ItemKind, field: SortField, { where }: Listed) =>
	`FROM ${tableOf[kind]} i INDEXED BY ${tableOf[kind]}_by_${field} ${where.sql || 'WHERE true'}`;

/**
 * First those equal to the key, then all beyond. Asked for as one comparison of pairs, SQLite would walk all that are equal,
 * and thousands of films have no size.
 */
function byColumn(kind: ItemKind, field: keyof typeof sortKeys, list: Listed, after?: Key): Bound[] {
	const key = sortKeys[field];
	const [direction, beyond] = list.sort.descending ? ['DESC', '<'] : ['ASC', '>'];
	const stretch = (sql: string, values: CursorPart[] = []) => ({
		sql: `SELECT NULL AS place, ${key} AS sortKey, i.id ${from(kind, field, list)} ${sql}`,
		values: [...list.where.values, ...values]
	});
	const inOrder = `ORDER BY ${key} ${direction}, i.id ${direction}`;
	if (!after) return [stretch(inOrder)];
	const [, sortKey, id] = after;
	return [
		stretch(`AND ${key} = ? AND i.id ${beyond} ? ORDER BY i.id ${direction}`, [sortKey, id]),
		stretch(`AND ${key} ${beyond} ? ${inOrder}`, [sortKey])
	];
}

/** An own word or none, in one library: one stretch of the index. */
type Pair = [own: string | null, library: number];

/** What is no profile any more stands last. */
function inOrder({ profiles, sort }: Listed) {
	const place = (id: string) => (profiles.includes(id) ? profiles.indexOf(id) : profiles.length);
	const turn = sort.descending ? -1 : 1;
	return (a: string, b: string) => turn * (place(a) - place(b) || Number(a > b) - Number(a < b));
}

interface Group {
	profile: string;
	pairs: Pair[];
}

/** By title: what follows a profile by its own word and by that of its library. */
function merged(kind: ItemKind, list: Listed, { profile, pairs }: Group, after?: Key): Bound {
	const [direction, beyond] = list.sort.descending ? ['DESC', '<'] : ['ASC', '>'];
	const legs = pairs.map(([own, library]): Bound => {
		const behind = after ? `AND (i.sortTitle, i.id) ${beyond} (?, ?)` : '';
		const word = own === null ? 'i.profileId IS NULL' : 'i.profileId = ?';
		return {
			sql: `SELECT ? AS place, i.sortTitle AS sortKey, i.id ${from(kind, 'profile', list)} AND ${word} AND i.libraryId = ? ${behind}`,
			values: [
				profile,
				...list.where.values,
				...(own === null ? [] : [own]),
				library,
				...(after ? after.slice(1) : [])
			]
		};
	});
	return {
		sql: `${legs.map(({ sql }) => sql).join(' UNION ALL ')} ORDER BY sortKey ${direction}, id ${direction}`,
		values: legs.flatMap(({ values }) => values)
	};
}

/** Every profile that is followed, with whose words lead to it. */
function followers(db: Db, kind: ItemKind, { usual }: Profiles): Group[] {
	const libraries = prepared(db, 'SELECT id, profileId FROM libraries').raw().all() as [
		number,
		string | null
	][];
	const shared = new Map(libraries);
	const groups = Map.groupBy(pairsOf(db, kind), ([own, library]) => own ?? shared.get(library) ?? usual);
	return [...groups].map(([profile, pairs]) => ({ profile, pairs }));
}

/** From pair to pair of the index, not from row to row. */
function pairsOf(db: Db, kind: ItemKind): Pair[] {
	const select = `SELECT profileId, libraryId FROM ${tableOf[kind]} INDEXED BY ${tableOf[kind]}_by_profile`;
	const order = 'ORDER BY profileId, libraryId LIMIT 1';
	const next = (where: string, ...values: CursorPart[]) =>
		prepared(db, `${select} WHERE ${where} ${order}`)
			.raw()
			.get(...values) as Pair | undefined;
	const within = ([own, library]: Pair) =>
		own === null
			? next('profileId IS NULL AND libraryId > ?', library)
			: next('profileId = ? AND libraryId > ?', own, library);
	const beyond = ([own]: Pair) => (own === null ? next('profileId IS NOT NULL') : next('profileId > ?', own));
	const found: Pair[] = [];
	for (let pair = next('true'); pair; pair = within(pair) ?? beyond(pair)) found.push(pair);
	return found;
}
