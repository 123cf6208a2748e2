import {
	type AnySQLiteColumn,
	index,
	integer,
	real,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { flag, id, strings } from './columns.ts';
import { type SeriesType, libraries, rootFolders } from './folders.ts';

export const collections = sqliteTable('collections', {
	id: id(),
	tmdbId: integer().unique(),
	name: text().notNull(),
	sortName: text().notNull(),
	overview: text(),
	posterPath: text(),
	backdropPath: text(),
	/** Films that come to it later are added by themselves. */
	monitored: flag(false),
	/** For what is added to it; the words of the library and the house when unset. */
	profileId: text(),
	rootFolderId: integer().references((): AnySQLiteColumn => rootFolders.id, { onDelete: 'set null' }),
	minimumAvailability: text().$type<'announced' | 'in-cinemas' | 'released'>(),
	/** TMDB ids of all its films as last told; missing until TMDB was asked. */
	knownParts: text({ mode: 'json' }).$type<number[]>(),
	refreshedAt: integer()
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
	/** What the source shows; what the item shows may lie beside it, or be chosen by a person. */
	sourcePosterPath: text(),
	sourceBackdropPath: text(),
	trailerUrl: text(),
	monitored: flag(true),
	/** Of the domain `profiles`, which ships most of them in files; that of the library when unset. */
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
		sourcePosterPath: text(),
		/** As of its series: chosen by a person, kept against refreshes. */
		lockedFields: strings(),
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
		fileCount: integer().notNull().default(0),
		/** Of its newest file. */
		quality: text()
	},
	(table) => [
		uniqueIndex('episodes_number').on(table.seriesId, table.seasonNumber, table.number),
		index('episodes_absolute').on(table.seriesId, table.absoluteNumber),
		index('episodes_air').on(table.airDate, table.id)
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
