import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id } from './columns.ts';
import { movies, series } from './items.ts';

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
