import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id } from './columns.ts';
import { rootFolders } from './folders.ts';
import { movies, series } from './items.ts';

/** Posters and backdrops that lie beside a film or a show. */
export const itemPictures = sqliteTable(
	'item_pictures',
	{
		id: id(),
		movieId: integer().references(() => movies.id, { onDelete: 'cascade' }),
		seriesId: integer().references(() => series.id, { onDelete: 'cascade' }),
		role: text().$type<'poster' | 'backdrop'>().notNull(),
		/** Of a season; of the whole item without one. */
		season: integer(),
		rank: integer().notNull(),
		rootFolderId: integer()
			.notNull()
			.references(() => rootFolders.id, { onDelete: 'cascade' }),
		path: text().notNull(),
		/** When it was changed: a new picture by the old name has a new address. */
		mtimeMs: real().notNull()
	},
	(table) => [
		index('item_pictures_movie').on(table.movieId),
		index('item_pictures_series').on(table.seriesId),
		index('item_pictures_root').on(table.rootFolderId)
	]
);
