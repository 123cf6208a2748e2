import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id } from './columns.ts';

/** What a scan, an edit or a rename did, so that it can be undone. */
export const undoSteps = sqliteTable('undo_steps', {
	id: id(),
	title: text().notNull(),
	steps: text({ mode: 'json' }).$type<unknown[]>().notNull(),
	undoneAt: integer(),
	createdAt: integer().notNull()
});
