import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Companion } from '../../core/importing/companion.ts';
import type { Refusal } from '../../core/importing/refusal.ts';
import type { RowState } from '../../core/importing/row-standing.ts';
import type { Probe } from '../library/schema/files.ts';
import type { ItemKind } from '../library/schema/folders.ts';
import { movies, series } from '../library/schema/items.ts';

const id = () => integer().primaryKey({ autoIncrement: true });
const flag = (byDefault: boolean) => integer({ mode: 'boolean' }).notNull().default(byDefault);
const list = <T>() =>
	text({ mode: 'json' })
		.$type<T[]>()
		.notNull()
		.default(sql`'[]'`);

/** How files come: `link` shares the bytes where the file system can, else copies. */
export type ImportMode = 'move' | 'link' | 'copy';

/** What whoever offers a path knows of it. */
export interface Hint {
	source?: 'folder' | 'download' | undefined;
	mode?: ImportMode | undefined;
	/** What all of it belongs to. */
	kind?: ItemKind | undefined;
	itemId?: number | undefined;
	/** Whoever looks came from this one: the files that may be its own are meant, and no others. */
	for?: { kind: ItemKind; id: number } | undefined;
	/** What it was released as. */
	releaseName?: string | undefined;
	/** Bring in at once what is sure. */
	auto?: boolean | undefined;
}

export interface LookReport {
	folders: number;
	otherFiles: number;
	skipped: { path: string; reason: string }[];
	/** More was left out than is listed. */
	skippedCount: number;
	/** Sources that did not answer. */
	faults: string[];
}

/** One look into a folder, and what is to become of its files. */
export const importLooks = sqliteTable(
	'import_looks',
	{
		id: id(),
		path: text().notNull(),
		hint: text({ mode: 'json' }).$type<Hint>().notNull(),
		mode: text().$type<ImportMode>().notNull(),
		state: text().$type<'looking' | 'ready' | 'importing' | 'done' | 'failed'>().notNull(),
		message: text(),
		jobId: integer(),
		userId: text(),
		byName: text(),
		report: text({ mode: 'json' }).$type<LookReport>(),
		/** The step that takes back what was imported last. */
		undoId: integer(),
		createdAt: integer().notNull(),
		finishedAt: integer()
	},
	(table) => [index('import_looks_created').on(table.createdAt)]
);

export interface Guess {
	kind: ItemKind;
	/** In the library. */
	itemId?: number;
	source?: 'tmdb' | 'tvmaze';
	sourceId?: number;
	title: string;
	year?: number;
	posterPath?: string;
	confidence: number;
	reasons: string[];
}

export interface RowTarget {
	kind: ItemKind;
	itemId?: number | undefined;
	add?:
		| {
				source: 'tmdb' | 'tvmaze' | 'name';
				sourceId?: number | undefined;
				title: string;
				year?: number | undefined;
				posterPath?: string | undefined;
		  }
		| undefined;
}

export interface StandingFile {
	fileId: number | null;
	path: string;
	quality: string | null;
	sizeBytes: number;
	verdict: 'better' | 'same' | 'worse';
	reason: string;
}

/** What was begun for a file, step by step, so that a crash leaves nothing in doubt. */
export interface Journal {
	startedAt: number;
	from: string;
	root: string;
	rootFolderId: number;
	itemId: number;
	path: string;
	/** Where it arrives before it takes its place, below the root folder. */
	staged: string;
	placed?: { by: string; device: string; inode: string; sizeBytes: number; mtimeMs: number };
	replace: {
		fileId: number | null;
		path: string;
		trashId?: string;
		withIt: { path: string; trashId: string }[];
	}[];
	/** What comes along; `came` once it was begun to be brought. */
	companions: {
		from: string;
		path: string;
		kind: Companion['kind'];
		extraType?: string | undefined;
		came?: true;
	}[];
}

export const importRows = sqliteTable(
	'import_rows',
	{
		id: id(),
		lookId: integer()
			.notNull()
			.references(() => importLooks.id, { onDelete: 'cascade' }),
		/** Below the folder that was looked into. */
		path: text().notNull(),
		/** As far as it tells something: with the names of the folders around it. */
		told: text().notNull(),
		sizeBytes: integer().notNull(),
		mtimeMs: integer().notNull(),
		device: text().notNull(),
		inode: text().notNull(),
		refusal: text({ mode: 'json' }).$type<Refusal>(),
		overruled: flag(false),
		guesses: list<Guess>(),
		target: text({ mode: 'json' }).$type<RowTarget>(),
		/** Nobody has to look at it again. */
		sure: flag(false),
		confidence: integer().notNull().default(0),
		reasons: list<string>(),
		season: integer(),
		episodes: list<number>(),
		quality: text(),
		languages: list<string>(),
		group: text(),
		edition: text(),
		releaseName: text(),
		part: integer(),
		proper: flag(false),
		probe: text({ mode: 'json' }).$type<Probe>(),
		probeFault: text(),
		companions: list<Companion>(),
		rootFolderId: integer(),
		profileId: text(),
		existing: text().$type<'replace' | 'keep'>().notNull().default('replace'),
		/** What was worked out of all that. */
		title: text(),
		year: integer(),
		root: text(),
		destination: text(),
		destinationKey: text(),
		episodeTitles: list<string>(),
		standing: list<StandingFile>(),
		problem: text(),
		state: text().$type<RowState>().notNull(),
		message: text(),
		chosen: flag(false),
		outcome: text().$type<'imported' | 'failed'>(),
		fault: text(),
		journal: text({ mode: 'json' }).$type<Journal>(),
		/** Steps that take it back, until they become one with those of the others. */
		undo: list<unknown>(),
		fileId: integer(),
		itemId: integer(),
		/** The item came with it. */
		madeItem: flag(false)
	},
	(table) => [
		index('import_rows_look').on(table.lookId, table.id),
		index('import_rows_destination').on(table.lookId, table.destinationKey)
	]
);

/** Every file that came into the library, and those that did not. */
export const importHistory = sqliteTable(
	'import_history',
	{
		id: id(),
		at: integer().notNull(),
		userId: text(),
		byName: text(),
		jobId: integer(),
		outcome: text().$type<'imported' | 'failed'>().notNull(),
		fault: text(),
		fromPath: text().notNull(),
		toPath: text(),
		placedBy: text(),
		kind: text().$type<ItemKind>(),
		movieId: integer().references(() => movies.id, { onDelete: 'set null' }),
		seriesId: integer().references(() => series.id, { onDelete: 'set null' }),
		title: text(),
		episodes: list<string>(),
		fileId: integer(),
		quality: text(),
		sizeBytes: integer().notNull(),
		replaced: list<{ path: string; quality: string | null }>(),
		/** It was taken back. */
		undoneAt: integer()
	},
	(table) => [
		index('import_history_at').on(table.at),
		index('import_history_from').on(table.fromPath),
		index('import_history_file').on(table.fileId),
		index('import_history_movie').on(table.movieId),
		index('import_history_series').on(table.seriesId)
	]
);
