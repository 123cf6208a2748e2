import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DownloadState, Happening, Protocol } from '../../core/downloads/download.ts';
import { providers } from '../platform/providers/schema.ts';

const id = () => integer().primaryKey({ autoIncrement: true });
const provider = () => integer().references(() => providers.id, { onDelete: 'set null' });
const protocol = () => text().$type<Protocol>().notNull();

/** The item a download is for; the library keeps what it is. */
export interface ForItem {
	kind: 'movie' | 'series';
	id: number;
	season?: number | undefined;
	episodeIds?: number[] | undefined;
}

/** What was grabbed, and how it fares. Names stand beside ids, because indexers and clients come and go. */
export const downloads = sqliteTable(
	'downloads',
	{
		id: id(),
		title: text().notNull(),
		protocol: protocol(),
		/** Info hash of a torrent; of an NZB one over the names of its articles. */
		hash: text(),
		guid: text(),
		indexerId: provider(),
		indexer: text(),
		clientId: provider(),
		client: text().notNull(),
		/** As the client names it. */
		remoteId: text().notNull(),
		category: text(),
		itemKind: text().$type<ForItem['kind']>(),
		itemId: integer(),
		item: text({ mode: 'json' }).$type<ForItem>(),
		state: text().$type<DownloadState>().notNull(),
		message: text(),
		/** What the client calls it. */
		name: text(),
		sizeBytes: integer(),
		progress: real().notNull().default(0),
		bytesPerSecond: integer(),
		etaSeconds: integer(),
		/** Where Bijou finds it, once the client has said. */
		outputPath: text(),
		absentSince: integer(),
		movedAt: integer().notNull(),
		userId: text(),
		grabbedBy: text(),
		grabbedAt: integer().notNull(),
		changedAt: integer().notNull(),
		completedAt: integer()
	},
	(table) => [
		index('downloads_state').on(table.state, table.grabbedAt),
		index('downloads_hash').on(table.hash),
		index('downloads_item').on(table.itemKind, table.itemId)
	]
);

/** What became of each download, step by step. */
export const downloadHistory = sqliteTable(
	'download_history',
	{
		id: id(),
		downloadId: integer()
			.notNull()
			.references(() => downloads.id, { onDelete: 'cascade' }),
		what: text().$type<Happening>().notNull(),
		reason: text(),
		by: text(),
		at: integer().notNull()
	},
	(table) => [
		index('download_history_download').on(table.downloadId),
		index('download_history_at').on(table.at, table.id)
	]
);

/** Releases that are not taken again. */
export const blocklist = sqliteTable(
	'blocklist',
	{
		id: id(),
		title: text().notNull(),
		protocol: protocol(),
		hash: text(),
		guid: text(),
		indexerId: provider(),
		indexer: text(),
		sizeBytes: integer(),
		reason: text(),
		by: text(),
		at: integer().notNull()
	},
	(table) => [index('blocklist_hash').on(table.hash), index('blocklist_title').on(table.title)]
);
