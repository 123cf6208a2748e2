import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const providers = sqliteTable(
	'providers',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		port: text().notNull(),
		kind: text().notNull(),
		name: text().notNull(),
		enabled: integer({ mode: 'boolean' }).notNull(),
		priority: integer().notNull(),
		tags: text({ mode: 'json' }).$type<string[]>().notNull(),
		/** Secret values in it are encrypted. */
		settings: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
		failures: integer().notNull().default(0),
		disabledUntil: integer(),
		lastError: text(),
		lastFailureAt: integer(),
		lastSuccessAt: integer(),
		createdAt: integer().notNull(),
		updatedAt: integer().notNull()
	},
	(table) => [index('providers_port').on(table.port, table.priority)]
);
