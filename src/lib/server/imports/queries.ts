import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { RowState } from '#core/importing/row-standing.ts';
import type { Db } from '#server/platform/db.ts';
import { notFound } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import { decodeCursor, pageOf } from '#server/platform/web/lists.ts';
import { importHistory, importLooks, importRows } from './schema.ts';

export type LookRow = typeof importLooks.$inferSelect;
export type ImportRow = typeof importRows.$inferSelect;

export function getLook(db: Db, id: number): LookRow {
	const row = db.select().from(importLooks).where(eq(importLooks.id, id)).get();
	if (!row) throw notFound('look', id);
	return row;
}

export const patchLook = (db: Db, id: number, set: Partial<typeof importLooks.$inferInsert>) =>
	db.update(importLooks).set(set).where(eq(importLooks.id, id)).run();

export function getRow(db: Db, id: number): ImportRow {
	const row = db.select().from(importRows).where(eq(importRows.id, id)).get();
	if (!row) throw notFound('file', id);
	return row;
}

type RowSet = Partial<typeof importRows.$inferInsert>;

const stored = (value: unknown) =>
	typeof value === 'boolean'
		? Number(value)
		: typeof value === 'object' && value !== null
			? JSON.stringify(value)
			: value;

const told = (set: RowSet) => Object.entries(set).filter(([, value]) => value !== undefined);

/** Thousands are written in a row, and building such a statement takes longer than running it. */
export function patchRow(db: Db, id: number, set: RowSet): void {
	const columns = told(set);
	if (columns.length === 0) return;
	prepared(
		db,
		`UPDATE import_rows SET ${columns.map(([name]) => `"${name}" = ?`).join(', ')} WHERE id = ?`
	).run(...columns.map(([, value]) => stored(value)), id);
}

export function insertRow(db: Db, set: typeof importRows.$inferInsert): number {
	const columns = told(set);
	const names = columns.map(([name]) => `"${name}"`).join(', ');
	return Number(
		prepared(db, `INSERT INTO import_rows (${names}) VALUES (${columns.map(() => '?').join(', ')})`).run(
			...columns.map(([, value]) => stored(value))
		).lastInsertRowid
	);
}

/** Chooses those that may be chosen, or lets go of all of them. */
export const chooseRows = (db: Db, lookId: number, ids: readonly number[], chosen: boolean) =>
	prepared(
		db,
		`UPDATE import_rows SET chosen = ? WHERE lookId = ? AND outcome IS NOT 'imported' AND id IN (SELECT value FROM json_each(?))
		AND (? = 0 OR refusal IS NULL OR (refusal ->> 'soft' AND overruled = 1))`
	).run(Number(chosen), lookId, JSON.stringify(ids), Number(chosen));

export const rowsById = (db: Db, lookId: number, ids: readonly number[]): ImportRow[] =>
	db
		.select()
		.from(importRows)
		.where(
			and(
				eq(importRows.lookId, lookId),
				sql`${importRows.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
			)
		)
		.orderBy(asc(importRows.id))
		.all();

const collides = `EXISTS (SELECT 1 FROM import_rows o WHERE o.lookId = r.lookId AND o.destinationKey = r.destinationKey AND o.id <> r.id AND o.chosen = 1 AND o.outcome IS NOT 'imported')`;

/** Rows that people would look at together. */
export const rowFilters = {
	all: '1',
	chosen: 'r.chosen = 1',
	ready: `r.outcome IS NULL AND r.state = 'ready'`,
	attention: `r.outcome IS NOT 'imported' AND (r.state IN ('there', 'unsure', 'unknown', 'blocked') OR r.outcome = 'failed')`,
	refused: `r.state = 'refused'`,
	imported: `r.outcome = 'imported'`
} as const;
export type RowFilter = keyof typeof rowFilters;

export interface RowQuery {
	limit: number;
	cursor?: string | undefined;
	filter?: RowFilter | undefined;
}

export interface ListedRow extends ImportRow {
	/** Another chosen file would come to the same place. */
	collides: boolean;
}

/** A page of what was found, in the order of the folder. */
export function listRows(db: Db, lookId: number, { limit, cursor, filter = 'all' }: RowQuery) {
	const where = `r.lookId = ? AND ${rowFilters[filter]}`;
	const total = prepared(db, `SELECT count(*) FROM import_rows r WHERE ${where}`)
		.pluck()
		.get(lookId) as number;
	const after = cursor ? (decodeCursor(cursor, 1)[0] as number) : 0;
	const found = prepared(
		db,
		`SELECT r.id, r.destinationKey IS NOT NULL AND r.outcome IS NULL AND ${collides} AS collides FROM import_rows r WHERE ${where} AND r.id > ? ORDER BY r.id LIMIT ?`
	).all(lookId, after, limit + 1) as { id: number; collides: number }[];
	return pageOf(withCollisions(db, lookId, found), limit, total, (last) => [last.id]);
}

/** These rows, with what they run into. */
export function listedRows(db: Db, lookId: number, ids: readonly number[]): ListedRow[] {
	const found = prepared(
		db,
		`SELECT r.id, r.destinationKey IS NOT NULL AND r.outcome IS NULL AND ${collides} AS collides FROM import_rows r WHERE r.lookId = ? AND r.id IN (SELECT value FROM json_each(?)) ORDER BY r.id`
	).all(lookId, JSON.stringify(ids)) as { id: number; collides: number }[];
	return withCollisions(db, lookId, found);
}

function withCollisions(
	db: Db,
	lookId: number,
	found: readonly { id: number; collides: number }[]
): ListedRow[] {
	const runs = new Map(found.map((row) => [row.id, row.collides === 1]));
	return rowsById(db, lookId, [...runs.keys()]).map((row) => ({ ...row, collides: runs.get(row.id)! }));
}

export interface LookCounts {
	files: number;
	chosen: number;
	chosenBytes: number;
	/** Chosen, and nothing stands in the way. */
	importable: number;
	colliding: number;
	imported: number;
	failed: number;
	states: Partial<Record<RowState, number>>;
}

export function countRows(db: Db, lookId: number): LookCounts {
	const sums = prepared(
		db,
		`SELECT count(*) AS files, coalesce(sum(r.chosen = 1 AND r.outcome IS NOT 'imported'), 0) AS chosen,
		coalesce(sum(CASE WHEN r.chosen = 1 AND r.outcome IS NOT 'imported' THEN r.sizeBytes END), 0) AS chosenBytes,
		coalesce(sum(r.chosen = 1 AND r.outcome IS NOT 'imported' AND r.state IN ('ready', 'there', 'unsure')), 0) AS importable,
		coalesce(sum(r.outcome = 'imported'), 0) AS imported, coalesce(sum(r.outcome = 'failed'), 0) AS failed,
		coalesce(sum(r.chosen = 1 AND r.outcome IS NULL AND r.destinationKey IS NOT NULL AND ${collides}), 0) AS colliding
		FROM import_rows r WHERE r.lookId = ?`
	).get(lookId) as Omit<LookCounts, 'states'>;
	const states = prepared(
		db,
		`SELECT state, count(*) FROM import_rows WHERE lookId = ? AND outcome IS NOT 'imported' GROUP BY state`
	)
		.raw()
		.all(lookId) as [RowState, number][];
	return { ...sums, states: Object.fromEntries(states) };
}

/** What is to be imported: chosen, settled, and not yet done; what a crash interrupted goes first. */
export const rowsToImport = (db: Db, lookId: number): number[] =>
	prepared(
		db,
		`SELECT id FROM import_rows WHERE lookId = ? AND outcome IS NULL AND ((chosen = 1 AND state IN ('ready', 'there', 'unsure')) OR journal IS NOT NULL) ORDER BY journal IS NULL, id`
	)
		.pluck()
		.all(lookId) as number[];

export function sizesOf(db: Db, ids: readonly number[]): number[] {
	const size = prepared(db, 'SELECT sizeBytes FROM import_rows WHERE id = ?').pluck();
	return ids.map((id) => size.get(id) as number);
}

export const idsOf = (db: Db, lookId: number, filter: RowFilter): number[] =>
	prepared(db, `SELECT r.id FROM import_rows r WHERE r.lookId = ? AND ${rowFilters[filter]} ORDER BY r.id`)
		.pluck()
		.all(lookId) as number[];

export interface RecentLook {
	id: number;
	path: string;
	at: number;
	state: LookRow['state'];
	files: number;
	imported: number;
	/** Ready or to be settled. */
	waiting: number;
}

/** Folders looked into lately, each once, with what the newest look found. */
export const recentLooks = (db: Db, limit: number): RecentLook[] =>
	prepared(
		db,
		`SELECT l.id, l.path, l.createdAt AS at, l.state, count(r.id) AS files, coalesce(sum(r.outcome = 'imported'), 0) AS imported,
		coalesce(sum(r.outcome IS NOT 'imported' AND r.state <> 'refused'), 0) AS waiting
		FROM (SELECT max(id) AS id FROM import_looks GROUP BY path ORDER BY 1 DESC LIMIT ?) newest
		JOIN import_looks l ON l.id = newest.id LEFT JOIN import_rows r ON r.lookId = l.id GROUP BY l.id ORDER BY l.id DESC`
	).all(limit) as RecentLook[];

export interface HistoryQuery {
	limit: number;
	cursor?: string | undefined;
	movie?: number | undefined;
	series?: number | undefined;
	outcome?: 'imported' | 'failed' | undefined;
}

export function listHistory(db: Db, { limit, cursor, movie, series, outcome }: HistoryQuery) {
	const before = cursor ? (decodeCursor(cursor, 1)[0] as number) : Number.MAX_SAFE_INTEGER;
	const where = and(
		movie === undefined ? undefined : eq(importHistory.movieId, movie),
		series === undefined ? undefined : eq(importHistory.seriesId, series),
		outcome === undefined ? undefined : eq(importHistory.outcome, outcome)
	);
	const total = db
		.select({ count: sql<number>`count(*)` })
		.from(importHistory)
		.where(where)
		.get()!.count;
	const rows = db
		.select()
		.from(importHistory)
		.where(and(where, sql`${importHistory.id} < ${before}`))
		.orderBy(desc(importHistory.id))
		.limit(limit + 1)
		.all();
	return pageOf(rows, limit, total, (last) => [last.id]);
}

/** Items that came into the library with this look. */
export const madeItems = (db: Db, lookId: number) =>
	prepared(
		db,
		`SELECT DISTINCT json_extract(target, '$.kind') AS kind, itemId AS id FROM import_rows WHERE lookId = ? AND madeItem = 1 AND outcome = 'imported'`
	).all(lookId) as { kind: 'movie' | 'series'; id: number }[];

/** Items that files of this look became part of. */
export const importedItems = (db: Db, lookId: number) =>
	prepared(
		db,
		`SELECT json_extract(target, '$.kind') AS kind, itemId AS id, max(title) AS title, count(*) AS files FROM import_rows
		WHERE lookId = ? AND outcome = 'imported' AND itemId IS NOT NULL GROUP BY 1, 2 ORDER BY 3 LIMIT 100`
	).all(lookId) as { kind: 'movie' | 'series'; id: number; title: string; files: number }[];

/** Folders that files of this look came from, the innermost first. */
export function foldersImported(db: Db, lookId: number): string[] {
	const paths = prepared(
		db,
		`SELECT path FROM import_rows WHERE lookId = ? AND outcome = 'imported'
		UNION SELECT c.value ->> 'path' FROM import_rows r, json_each(r.companions) c WHERE r.lookId = ? AND r.outcome = 'imported'`
	)
		.pluck()
		.all(lookId, lookId) as string[];
	const folders = new Set(
		paths.flatMap((path) => (path.includes('/') ? [path.slice(0, path.lastIndexOf('/'))] : []))
	);
	return [...folders].toSorted((a, b) => b.split('/').length - a.split('/').length);
}
