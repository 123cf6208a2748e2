import { sql } from 'drizzle-orm';
import {
	type AnySQLiteColumn,
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';

const id = () => integer().primaryKey({ autoIncrement: true });
const flag = (byDefault: boolean) => integer({ mode: 'boolean' }).notNull().default(byDefault);
const strings = () =>
	text({ mode: 'json' })
		.$type<string[]>()
		.notNull()
		.default(sql`'[]'`);

export type ItemKind = 'movie' | 'series';
export type SeriesType = 'standard' | 'anime' | 'daily';

/** A shelf that people see: "Films", "Children's films", "Anime". It gathers one or more root folders. */
export const libraries = sqliteTable('libraries', {
	id: id(),
	name: text().notNull(),
	kind: text().$type<ItemKind>().notNull(),
	seriesType: text().$type<SeriesType>().notNull().default('standard'),
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

export const collections = sqliteTable('collections', {
	id: id(),
	tmdbId: integer().unique(),
	name: text().notNull(),
	sortName: text().notNull(),
	overview: text(),
	posterPath: text(),
	backdropPath: text(),
	monitored: flag(false)
});

/** What films and series have in common. */
const itemColumns = () => ({
	id: id(),
	libraryId: integer()
		.notNull()
		.references((): AnySQLiteColumn => libraries.id),
	rootFolderId: integer().references((): AnySQLiteColumn => rootFolders.id),
	/** Its own folder, relative to the root folder. */
	folder: text(),
	tmdbId: integer(),
	imdbId: text(),
	title: text().notNull(),
	sortTitle: text().notNull(),
	originalTitle: text(),
	originalLanguage: text(),
	year: integer(),
	overview: text(),
	tagline: text(),
	genres: strings(),
	studios: strings(),
	certification: text(),
	runtimeMinutes: integer(),
	rating: real(),
	votes: integer(),
	posterPath: text(),
	backdropPath: text(),
	/** A colour taken from the artwork, for the page's tint. */
	tint: text(),
	trailerUrl: text(),
	monitored: flag(true),
	profileId: text(),
	/** Fields a person edited by hand; a refresh leaves them alone. */
	lockedFields: strings(),
	/** How it was identified: 'tmdb', 'tvmaze', 'nfo', 'name', and how sure. */
	source: text().notNull().default('name'),
	confidence: real().notNull().default(0),
	reasons: strings(),
	fileCount: integer().notNull().default(0),
	sizeBytes: integer().notNull().default(0),
	addedAt: integer().notNull(),
	refreshedAt: integer()
});

export const movies = sqliteTable(
	'movies',
	{
		...itemColumns(),
		status: text(),
		inCinemas: text(),
		digitalRelease: text(),
		physicalRelease: text(),
		minimumAvailability: text()
			.$type<'announced' | 'in-cinemas' | 'released'>()
			.notNull()
			.default('released'),
		collectionId: integer().references(() => collections.id),
		/** The best of its files, for lists and filters. */
		quality: text(),
		resolution: text()
	},
	(table) => [
		uniqueIndex('movies_tmdb').on(table.tmdbId),
		index('movies_imdb').on(table.imdbId),
		index('movies_title').on(table.sortTitle, table.id),
		index('movies_added').on(table.addedAt, table.id),
		index('movies_size').on(table.sizeBytes, table.id),
		index('movies_collection').on(table.collectionId),
		index('movies_folder').on(table.rootFolderId, table.folder)
	]
);

export const series = sqliteTable(
	'series',
	{
		...itemColumns(),
		tvdbId: integer(),
		tvmazeId: integer(),
		seriesType: text().$type<SeriesType>().notNull().default('standard'),
		status: text().$type<'continuing' | 'ended' | 'upcoming' | 'unknown'>().notNull().default('unknown'),
		network: text(),
		firstAired: text(),
		lastAired: text(),
		nextAired: text(),
		/** The order of its episodes: aired unless a TMDB episode group was chosen. */
		episodeGroup: text(),
		monitorNew: flag(true),
		seasonFolders: flag(true),
		episodeCount: integer().notNull().default(0),
		episodeFileCount: integer().notNull().default(0)
	},
	(table) => [
		uniqueIndex('series_tmdb').on(table.tmdbId),
		index('series_tvmaze').on(table.tvmazeId),
		index('series_tvdb').on(table.tvdbId),
		index('series_imdb').on(table.imdbId),
		index('series_title').on(table.sortTitle, table.id),
		index('series_added').on(table.addedAt, table.id),
		index('series_size').on(table.sizeBytes, table.id),
		index('series_next').on(table.nextAired, table.id),
		index('series_folder').on(table.rootFolderId, table.folder)
	]
);

export const seasons = sqliteTable(
	'seasons',
	{
		id: id(),
		seriesId: integer()
			.notNull()
			.references(() => series.id, { onDelete: 'cascade' }),
		number: integer().notNull(),
		title: text(),
		overview: text(),
		posterPath: text(),
		monitored: flag(true)
	},
	(table) => [uniqueIndex('seasons_number').on(table.seriesId, table.number)]
);

export const episodes = sqliteTable(
	'episodes',
	{
		id: id(),
		seriesId: integer()
			.notNull()
			.references(() => series.id, { onDelete: 'cascade' }),
		seasonNumber: integer().notNull(),
		number: integer().notNull(),
		absoluteNumber: integer(),
		tmdbId: integer(),
		tvdbId: integer(),
		title: text(),
		overview: text(),
		airDate: text(),
		runtimeMinutes: integer(),
		stillPath: text(),
		monitored: flag(true),
		fileCount: integer().notNull().default(0)
	},
	(table) => [
		uniqueIndex('episodes_number').on(table.seriesId, table.seasonNumber, table.number),
		index('episodes_absolute').on(table.seriesId, table.absoluteNumber),
		index('episodes_air').on(table.airDate, table.id)
	]
);

export const people = sqliteTable('people', {
	id: id(),
	tmdbId: integer().unique(),
	name: text().notNull(),
	biography: text(),
	born: text(),
	died: text(),
	photoPath: text()
});

export const credits = sqliteTable(
	'credits',
	{
		id: id(),
		personId: integer()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		movieId: integer().references(() => movies.id, { onDelete: 'cascade' }),
		seriesId: integer().references(() => series.id, { onDelete: 'cascade' }),
		department: text().$type<'cast' | 'directing' | 'writing' | 'creator'>().notNull(),
		role: text(),
		position: integer().notNull().default(0)
	},
	(table) => [
		index('credits_person').on(table.personId),
		index('credits_movie').on(table.movieId, table.position),
		index('credits_series').on(table.seriesId, table.position)
	]
);

/** Other names of an item: from metadata, from a person. Searched and matched like its title. */
export const aliases = sqliteTable(
	'aliases',
	{
		id: id(),
		movieId: integer().references(() => movies.id, { onDelete: 'cascade' }),
		seriesId: integer().references(() => series.id, { onDelete: 'cascade' }),
		title: text().notNull(),
		language: text(),
		season: integer(),
		byHand: flag(false)
	},
	(table) => [index('aliases_movie').on(table.movieId), index('aliases_series').on(table.seriesId)]
);

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
		/** The name it was released under, when that is known. */
		releaseName: text(),
		languages: strings(),
		probe: text({ mode: 'json' }).$type<Probe>(),
		probeFault: text(),
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

export const tags = sqliteTable('tags', { id: id(), name: text().notNull().unique() });

export const itemTags = sqliteTable(
	'item_tags',
	{
		tagId: integer()
			.notNull()
			.references(() => tags.id, { onDelete: 'cascade' }),
		movieId: integer().references(() => movies.id, { onDelete: 'cascade' }),
		seriesId: integer().references(() => series.id, { onDelete: 'cascade' })
	},
	(table) => [
		uniqueIndex('item_tags_movie').on(table.movieId, table.tagId),
		uniqueIndex('item_tags_series').on(table.seriesId, table.tagId)
	]
);

/** Where a person is in a film or an episode. It belongs to the item, so it survives a better file. */
export const progress = sqliteTable(
	'progress',
	{
		id: id(),
		userId: text().notNull(),
		movieId: integer().references(() => movies.id, { onDelete: 'cascade' }),
		episodeId: integer().references(() => episodes.id, { onDelete: 'cascade' }),
		seriesId: integer().references(() => series.id, { onDelete: 'cascade' }),
		positionSeconds: real().notNull().default(0),
		durationSeconds: real(),
		watched: flag(false),
		playCount: integer().notNull().default(0),
		updatedAt: integer().notNull()
	},
	(table) => [
		uniqueIndex('progress_movie').on(table.userId, table.movieId),
		uniqueIndex('progress_episode').on(table.userId, table.episodeId),
		index('progress_recent').on(table.userId, table.updatedAt)
	]
);

/** What a scan, an edit or a rename did, so that it can be undone. */
export const undoSteps = sqliteTable('undo_steps', {
	id: id(),
	title: text().notNull(),
	steps: text({ mode: 'json' }).$type<unknown[]>().notNull(),
	undoneAt: integer(),
	createdAt: integer().notNull()
});
