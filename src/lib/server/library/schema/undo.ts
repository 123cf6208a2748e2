import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ChangeKind } from '../../../core/library/change-kinds.ts';
import { id } from './columns.ts';
import type { ItemKind } from './folders.ts';

export type { ChangeKind };

/** What an edit, a match, a renaming or a deletion did, so that it can be undone. */
export const undoSteps = sqliteTable(
	'undo_steps',
	{
		id: id(),
		kind: text().$type<ChangeKind>().notNull().default('other'),
		/** In English, with slots. */
		title: text().notNull(),
		values: text({ mode: 'json' }).$type<Record<string, string | number>>(),
		/** Who did it; nobody when the house did it itself. */
		by: text(),
		steps: text({ mode: 'json' }).$type<unknown[]>().notNull(),
		undoneAt: integer(),
		undoneBy: text(),
		createdAt: integer().notNull()
	},
	(table) => [index('undo_steps_created').on(table.createdAt)]
);

/** What a change touched, by the name it had; the item may be gone since. */
export const undoSubjects = sqliteTable(
	'undo_subjects',
	{
		stepId: integer()
			.notNull()
			.references(() => undoSteps.id, { onDelete: 'cascade' }),
		kind: text().$type<ItemKind>().notNull(),
		itemId: integer().notNull(),
		title: text().notNull()
	},
	(table) => [
		index('undo_subjects_step').on(table.stepId),
		index('undo_subjects_item').on(table.kind, table.itemId)
	]
);
