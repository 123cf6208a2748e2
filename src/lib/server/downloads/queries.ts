import { and, count, desc, eq, inArray, like, lt, or, type SQL, sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { type DownloadState, type Happening, openStates, type Protocol } from '#core/downloads/download.ts';
import type { Db } from '#server/platform/db.ts';
import { notFound } from '#server/platform/errors.ts';
import { decodeCursor, pageOf } from '#server/platform/web/lists.ts';
import { blocklist, downloadHistory, downloads, type ForItem } from './schema.ts';

export type DownloadRow = typeof downloads.$inferSelect;
export type NewDownloadRow = typeof downloads.$inferInsert;
export type BlockedRow = typeof blocklist.$inferSelect;
export type NewBlockedRow = typeof blocklist.$inferInsert;

export interface Page {
	limit: number;
	cursor?: string | undefined;
}

/** Those that a page of the queue shows: all that nobody has cleared away. */
const inQueue = sql`${downloads.state} not in ('removed')`;

export const insert = (db: Db, row: NewDownloadRow): DownloadRow =>
	db.insert(downloads).values(row).returning().get();

export function byId(db: Db, id: number): DownloadRow {
	const row = db.select().from(downloads).where(eq(downloads.id, id)).get();
	if (!row) throw notFound('download', id);
	return row;
}

export const update = (db: Db, id: number, patch: Partial<NewDownloadRow>): DownloadRow =>
	db.update(downloads).set(patch).where(eq(downloads.id, id)).returning().get() ?? byId(db, id);

/** Downloads that a path is of, or in, as long as they stand so. */
export const downloadsAt = (db: Db, path: string, state: 'completed' | 'imported'): DownloadRow[] =>
	db
		.select()
		.from(downloads)
		.where(
			and(
				eq(downloads.state, state),
				sql`(${downloads.outputPath} = ${path} or substr(${path}, 1, length(${downloads.outputPath}) + 1) = ${downloads.outputPath} || '/')`
			)
		)
		.all();

export const open = (db: Db): DownloadRow[] =>
	db
		.select()
		.from(downloads)
		.where(inArray(downloads.state, [...openStates]))
		.all();

/** Grabbed before, and neither failed nor cleared away since. */
export const standing = (db: Db, hashes: readonly string[]): DownloadRow | undefined =>
	hashes.length === 0
		? undefined
		: db
				.select()
				.from(downloads)
				.where(
					and(
						inArray(downloads.hash, [...hashes]),
						sql`${downloads.state} not in ('failed', 'missing', 'removed')`
					)
				)
				.orderBy(desc(downloads.id))
				.get();

export const forItem = (db: Db, kind: ForItem['kind'], id: number): DownloadRow[] =>
	db
		.select()
		.from(downloads)
		.where(and(eq(downloads.itemKind, kind), eq(downloads.itemId, id)))
		.orderBy(desc(downloads.id))
		.all();

export interface QueueQuery extends Page {
	states?: readonly DownloadState[] | undefined;
	protocol?: Protocol | undefined;
}

/** Newest first. */
export function queue(db: Db, { limit, cursor, states, protocol }: QueueQuery) {
	const wanted = and(
		states?.length ? inArray(downloads.state, [...states]) : inQueue,
		protocol && eq(downloads.protocol, protocol)
	);
	const rows = db
		.select()
		.from(downloads)
		.where(and(wanted, before(downloads.id, cursor)))
		.orderBy(desc(downloads.id))
		.limit(limit + 1)
		.all();
	return pageOf(rows, limit, countOf(db, downloads, wanted), (last) => [last.id]);
}

export const counts = (db: Db): Partial<Record<DownloadState, number>> =>
	Object.fromEntries(
		db
			.select({ state: downloads.state, count: count() })
			.from(downloads)
			.where(inQueue)
			.groupBy(downloads.state)
			.all()
			.map((row) => [row.state, row.count])
	);

export const happened = (
	db: Db,
	fact: { downloadId: number; what: Happening; at: number; reason?: string | null; by?: string | undefined }
) => void db.insert(downloadHistory).values(fact).run();

export interface HistoryQuery extends Page {
	what?: Happening | undefined;
	/** Part of the title. */
	q?: string | undefined;
	downloadId?: number | undefined;
}

export function history(db: Db, { limit, cursor, what, q, downloadId }: HistoryQuery) {
	const { id, reason, by, at } = downloadHistory;
	const wanted = and(
		what && eq(downloadHistory.what, what),
		downloadId !== undefined ? eq(downloadHistory.downloadId, downloadId) : undefined,
		q ? like(downloads.title, `%${q.replaceAll(/[%_]/g, ' ')}%`) : undefined
	);
	const joined = eq(downloads.id, downloadHistory.downloadId);
	const rows = db
		.select({
			id,
			what: downloadHistory.what,
			reason,
			by,
			at,
			downloadId: downloadHistory.downloadId,
			title: downloads.title,
			protocol: downloads.protocol,
			sizeBytes: downloads.sizeBytes,
			indexer: downloads.indexer,
			client: downloads.client,
			state: downloads.state,
			outputPath: downloads.outputPath,
			item: downloads.item
		})
		.from(downloadHistory)
		.innerJoin(downloads, joined)
		.where(and(wanted, before(id, cursor)))
		.orderBy(desc(id))
		.limit(limit + 1)
		.all();
	const total = db
		.select({ n: count() })
		.from(downloadHistory)
		.innerJoin(downloads, joined)
		.where(wanted)
		.get();
	return pageOf(rows, limit, total?.n ?? 0, (last) => [last.id]);
}

export const block = (db: Db, row: NewBlockedRow): BlockedRow =>
	db.insert(blocklist).values(row).returning().get();

export function unblock(db: Db, ids: readonly number[]): number {
	return db
		.delete(blocklist)
		.where(inArray(blocklist.id, [...ids]))
		.run().changes;
}

export function blocked(db: Db, { limit, cursor, q }: Page & { q?: string | undefined }) {
	const wanted = q ? like(blocklist.title, `%${q.replaceAll(/[%_]/g, ' ')}%`) : undefined;
	const rows = db
		.select()
		.from(blocklist)
		.where(and(wanted, before(blocklist.id, cursor)))
		.orderBy(desc(blocklist.id))
		.limit(limit + 1)
		.all();
	return pageOf(rows, limit, countOf(db, blocklist, wanted), (last) => [last.id]);
}

/** The same torrent or articles; or the same title at the same indexer, where no hash is known. */
export const isBlocked = (
	db: Db,
	{ hashes, title, indexerId }: { hashes: readonly string[]; title: string; indexerId?: number | undefined }
): BlockedRow | undefined =>
	db
		.select()
		.from(blocklist)
		.where(
			or(
				hashes.length ? inArray(blocklist.hash, [...hashes]) : undefined,
				indexerId === undefined
					? undefined
					: and(eq(blocklist.title, title), eq(blocklist.indexerId, indexerId))
			) ?? sql`false`
		)
		.get();

/** What is over and done with, and older than this. */
export const forgetBefore = (db: Db, at: number): number =>
	db
		.delete(downloads)
		.where(and(inArray(downloads.state, ['removed', 'failed', 'missing']), lt(downloads.changedAt, at)))
		.run().changes;

const before = (column: AnySQLiteColumn, cursor: string | undefined): SQL | undefined =>
	cursor === undefined ? undefined : lt(column, Number(decodeCursor(cursor, 1)[0]));

const countOf = (db: Db, table: typeof downloads | typeof blocklist, wanted: SQL | undefined): number =>
	db.select({ n: count() }).from(table).where(wanted).get()?.n ?? 0;
