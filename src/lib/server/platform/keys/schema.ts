import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Random keys of our own, sealed: they outlive a change of BIJOU_SECRET. */
export const keys = sqliteTable('keys', {
	name: text('name').primaryKey(),
	sealed: text('sealed').notNull(),
	createdAt: integer('created_at').notNull()
});
