import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Answers of metadata sources, so that a restart or a second scan asks nobody. */
export const metadataCache = sqliteTable(
	'metadata_cache',
	{
		key: text().primaryKey(),
		body: text().notNull(),
		fetchedAt: integer().notNull(),
		expiresAt: integer().notNull()
	},
	(table) => [index('metadata_cache_expiry').on(table.expiresAt)]
);

/** What to show of a picture before it is there. */
export const artwork = sqliteTable('artwork', {
	ref: text().primaryKey(),
	tint: text().notNull(),
	blur: text().notNull(),
	fetchedAt: integer().notNull()
});

/** Pictures that people brought: they cannot be fetched again, and as rows they are in every backup. */
export const keptPictures = sqliteTable('kept_pictures', {
	/** By what is in it. */
	name: text().primaryKey(),
	body: blob({ mode: 'buffer' }).notNull(),
	keptAt: integer().notNull()
});
