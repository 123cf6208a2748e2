import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One row a key that someone changed; what is not here has its default. */
export const settings = sqliteTable(
	'settings',
	{
		section: text().notNull(),
		key: text().notNull(),
		/** JSON, encrypted when the key is secret. */
		value: text().notNull(),
		updatedAt: integer().notNull()
	},
	(table) => [primaryKey({ columns: [table.section, table.key] })]
);
