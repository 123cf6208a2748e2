import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { flag, id } from './columns.ts';
import { movies, series, episodes } from './items.ts';

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
