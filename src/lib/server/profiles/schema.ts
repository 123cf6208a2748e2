import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Format } from '../../core/formats/format.ts';
import type { Profile } from '../../core/formats/profile.ts';

/** Own formats, and own versions of those that ship; a row with the id of a shipped one stands in its place. */
export const formats = sqliteTable('formats', {
	id: text().primaryKey(),
	definition: text({ mode: 'json' }).$type<Format>().notNull(),
	origin: text().$type<'own' | 'import'>().notNull().default('own'),
	updatedAt: integer().notNull()
});

export const profiles = sqliteTable('profiles', {
	id: text().primaryKey(),
	definition: text({ mode: 'json' }).$type<Profile>().notNull(),
	origin: text().$type<'own' | 'import'>().notNull().default('own'),
	updatedAt: integer().notNull()
});
