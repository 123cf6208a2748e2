import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { providers } from '../platform/providers/schema.ts';
import type { DefinitionSummary, Origin } from './definitions/summary.ts';
import type { Fault } from '../../core/definition/faults.ts';
import type { Caps } from '../../core/torznab/caps.ts';

const indexerId = () =>
	integer()
		.notNull()
		.references(() => providers.id, { onDelete: 'cascade' });

/** Every definition file known, with what lists and forms need of it. */
export const indexerDefinitions = sqliteTable(
	'indexer_definitions',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		origin: text().$type<Origin>().notNull(),
		file: text().notNull(),
		/** The id it gives itself; the file's name when it cannot be read. */
		definitionId: text().notNull(),
		sha256: text().notNull(),
		/** Of files that lie nowhere else. */
		text: text(),
		/** Absent when it cannot be used. */
		summary: text({ mode: 'json' }).$type<DefinitionSummary>(),
		faults: text({ mode: 'json' }).$type<Fault[]>().notNull(),
		updatedAt: integer().notNull()
	},
	(table) => [uniqueIndex('indexer_definitions_file').on(table.origin, table.file)]
);

/** Each time an indexer was asked something: limits and statistics are counted from here. */
export const indexerAsks = sqliteTable(
	'indexer_asks',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		indexerId: indexerId(),
		at: integer().notNull(),
		purpose: text({ enum: ['search', 'feed', 'grab'] }).notNull(),
		/** Requests that count against a limit. */
		requests: integer().notNull(),
		ok: integer({ mode: 'boolean' }).notNull(),
		ms: integer().notNull(),
		found: integer().notNull()
	},
	(table) => [
		index('indexer_asks_indexer').on(table.indexerId, table.at),
		index('indexer_asks_at').on(table.at)
	]
);

/** What the feeds have shown; the newest have the highest ids. */
export const seenReleases = sqliteTable(
	'seen_releases',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		indexerId: indexerId(),
		guid: text().notNull(),
		title: text().notNull(),
		protocol: text({ enum: ['torrent', 'usenet'] }).notNull(),
		categories: text({ mode: 'json' }).$type<number[]>().notNull(),
		sizeBytes: integer(),
		publishedAt: integer(),
		seenAt: integer().notNull()
	},
	(table) => [
		uniqueIndex('seen_releases_guid').on(table.indexerId, table.guid),
		index('seen_releases_seen').on(table.seenAt)
	]
);

/** What each Newznab or Torznab address says it can do. */
export const indexerCaps = sqliteTable('indexer_caps', {
	indexerId: indexerId().primaryKey(),
	caps: text({ mode: 'json' }).$type<Caps>().notNull(),
	askedAt: integer().notNull()
});

/** Cookies that sites gave, encrypted. */
export const indexerSessions = sqliteTable('indexer_sessions', {
	indexerId: indexerId().primaryKey(),
	cookies: text().notNull()
});

/** Indexers that stand for one of a connected Prowlarr or Jackett. */
export const indexerLinks = sqliteTable(
	'indexer_links',
	{
		sourceId: integer()
			.notNull()
			.references(() => providers.id, { onDelete: 'cascade' }),
		remoteId: text().notNull(),
		indexerId: indexerId(),
		/** What the source called it the last time. */
		name: text().notNull(),
		/** A digest of how it was asked the last time; the key in it is sealed elsewhere. */
		feed: text().notNull(),
		/** False when the source no longer lists it, or has it switched off. */
		present: integer({ mode: 'boolean' }).notNull()
	},
	(table) => [primaryKey({ columns: [table.sourceId, table.remoteId] })]
);
