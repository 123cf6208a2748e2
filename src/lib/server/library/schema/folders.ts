import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { flag, id, strings } from './columns.ts';

export type ItemKind = 'movie' | 'series';

export type SeriesType = 'standard' | 'anime' | 'daily';

/** A shelf that people see: "Films", "Children's films", "Anime". It gathers one or more root folders. */
export const libraries = sqliteTable('libraries', {
	id: id(),
	name: text().notNull(),
	kind: text().$type<ItemKind>().notNull(),
	seriesType: text().$type<SeriesType>().notNull().default('standard'),
	/** For its items that have none of their own; the usual one of the house when unset. */
	profileId: text(),
	monitorNew: flag(true),
	position: integer().notNull().default(0)
});

/** What the last scan of a root folder found and left out. */
export interface ScanReport {
	finishedAt: number;
	tookMs: number;
	folders: number;
	unchangedFolders: number;
	added: number;
	changed: number;
	moved: number;
	missing: number;
	returned: number;
	growing: number;
	skippedCount: number;
	skipped: { path: string; reason: string }[];
	/** Why nothing was changed although files are gone. */
	held?: string;
}

export const rootFolders = sqliteTable('root_folders', {
	id: id(),
	libraryId: integer()
		.notNull()
		.references(() => libraries.id),
	path: text().notNull().unique(),
	readOnly: flag(false),
	skipPatterns: strings(),
	/** What the last look at it found; an unmounted or suddenly empty root changes nothing else. */
	state: text()
		.$type<'new' | 'ready' | 'missing' | 'suddenly-empty' | 'unreadable'>()
		.notNull()
		.default('new'),
	/** Was it a mount of its own when last seen? One that is none any more is not mounted. */
	isMount: integer({ mode: 'boolean' }),
	freeBytes: integer(),
	scannedAt: integer(),
	report: text({ mode: 'json' }).$type<ScanReport>(),
	addedAt: integer().notNull()
});

/** One row a folder that was walked, so that an unchanged one is not read again. */
export const folders = sqliteTable(
	'folders',
	{
		rootFolderId: integer()
			.notNull()
			.references(() => rootFolders.id, { onDelete: 'cascade' }),
		path: text().notNull(),
		mtimeMs: real().notNull(),
		subfolders: strings()
	},
	(table) => [primaryKey({ columns: [table.rootFolderId, table.path] })]
);
