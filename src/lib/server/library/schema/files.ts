import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { flag, id, strings } from './columns.ts';
import { type ItemKind, rootFolders } from './folders.ts';
import { movies, series, episodes } from './items.ts';

export interface Probe {
	durationSeconds?: number;
	container?: string;
	bitrate?: number;
	video?: {
		codec: string;
		profile?: string;
		width: number;
		height: number;
		bitDepth?: number;
		hdr?: string;
		frameRate?: number;
	};
	audio: {
		codec: string;
		profile?: string;
		channels: number;
		language?: string;
		title?: string;
		isDefault: boolean;
	}[];
	subtitles: { codec: string; language?: string; title?: string; isDefault: boolean; isForced: boolean }[];
}

export type FileRole = 'main' | 'part' | 'extra' | 'sample';

export type FileState = 'present' | 'missing' | 'trashed';

/** Its identity is this row: a move or rename changes the path, never the id. */
export const files = sqliteTable(
	'files',
	{
		id: id(),
		rootFolderId: integer()
			.notNull()
			.references(() => rootFolders.id),
		path: text().notNull(),
		/** What it was found to belong to: the folder of a film or show, or a name standing alone. */
		unit: text().notNull().default(''),
		sizeBytes: integer().notNull(),
		mtimeMs: real().notNull(),
		device: text(),
		inode: text(),
		/** Hash over the size and samples of the content. */
		fingerprint: text(),
		state: text().$type<FileState>().notNull().default('present'),
		/** First scan that did not see it; a second one confirms. */
		missingSince: integer(),
		role: text().$type<FileRole>().notNull().default('main'),
		extraType: text(),
		part: integer(),
		movieId: integer().references(() => movies.id, { onDelete: 'set null' }),
		seriesId: integer().references(() => series.id, { onDelete: 'set null' }),
		quality: text(),
		resolution: text(),
		source: text(),
		group: text(),
		edition: text(),
		/** Whether these words were read from the name it bears now. */
		isNameRead: flag(false),
		/** The name it was released under, when that is known. */
		releaseName: text(),
		languages: strings(),
		probe: text({ mode: 'json' }).$type<Probe>(),
		probeFault: text(),
		/**
		 * Why a scan does not read anew what it holds: a person or an import said so, or it stayed when its show took another
		 * order.
		 */
		heldBy: text().$type<'person' | 'import' | 'order'>(),
		addedAt: integer().notNull()
	},
	(table) => [
		uniqueIndex('files_path').on(table.rootFolderId, table.path),
		index('files_unit').on(table.rootFolderId, table.unit),
		index('files_movie')
			.on(table.movieId)
			.where(sql`movieId IS NOT NULL`),
		index('files_series')
			.on(table.seriesId)
			.where(sql`seriesId IS NOT NULL`),
		index('files_inode').on(table.inode),
		index('files_unread')
			.on(table.rootFolderId)
			.where(sql`isNameRead = 0`),
		index('files_absent')
			.on(table.rootFolderId, table.missingSince)
			.where(sql`missingSince IS NOT NULL`)
	]
);

/** A file may hold several episodes, an episode may have several files. */
export const episodeFiles = sqliteTable(
	'episode_files',
	{
		episodeId: integer()
			.notNull()
			.references(() => episodes.id, { onDelete: 'cascade' }),
		fileId: integer()
			.notNull()
			.references(() => files.id, { onDelete: 'cascade' })
	},
	(table) => [
		primaryKey({ columns: [table.episodeId, table.fileId] }),
		index('episode_files_file').on(table.fileId)
	]
);

/** Subtitles, sound tracks and NFO files that lie beside a media file. */
export const sidecars = sqliteTable(
	'sidecars',
	{
		id: id(),
		fileId: integer()
			.notNull()
			.references(() => files.id, { onDelete: 'cascade' }),
		path: text().notNull(),
		kind: text().$type<'subtitle' | 'audio' | 'nfo' | 'image'>().notNull(),
		language: text(),
		isForced: flag(false),
		isHearingImpaired: flag(false)
	},
	(table) => [uniqueIndex('sidecars_path').on(table.fileId, table.path)]
);

export interface Suggestion {
	source: string;
	kind: ItemKind;
	tmdbId?: number;
	tvmazeId?: number;
	title: string;
	year?: number;
	posterPath?: string;
	confidence: number;
	reasons: string[];
}

/** A folder or file that could not be identified for sure, with what it might be. */
export const unmatched = sqliteTable(
	'unmatched',
	{
		id: id(),
		rootFolderId: integer()
			.notNull()
			.references(() => rootFolders.id, { onDelete: 'cascade' }),
		path: text().notNull(),
		title: text().notNull(),
		year: integer(),
		reason: text().$type<'no-match' | 'unsure' | 'several' | 'unreadable-name' | 'source-failed'>().notNull(),
		message: text().notNull(),
		suggestions: text({ mode: 'json' })
			.$type<Suggestion[]>()
			.notNull()
			.default(sql`'[]'`),
		fileCount: integer().notNull().default(0),
		ignored: flag(false),
		triedAt: integer().notNull()
	},
	(table) => [uniqueIndex('unmatched_path').on(table.rootFolderId, table.path)]
);
