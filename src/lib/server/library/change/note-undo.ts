import type { Said } from '#core/text/said.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from '../item-table.ts';
import type { ItemKind } from '../schema/folders.ts';
import { undoSteps, undoSubjects, type ChangeKind } from '../schema/undo.ts';
import type { UndoStep } from './undo.ts';

export interface About {
	kind: ChangeKind;
	/** The name of who did it. */
	by?: string | undefined;
	subjects: readonly { kind: ItemKind; ids: readonly number[] }[];
}

/** Keeps the way back; answers its number. */
export function noteUndo(
	db: Db,
	what: string | Said,
	steps: readonly UndoStep[],
	now: number,
	about: About = { kind: 'other', subjects: [] }
): number {
	const { text, values } = typeof what === 'string' ? { text: what, values: undefined } : what;
	const { id } = db
		.insert(undoSteps)
		.values({
			kind: about.kind,
			title: text,
			...(values && { values }),
			by: about.by ?? null,
			steps: [...steps],
			createdAt: now
		})
		.returning({ id: undoSteps.id })
		.get();
	for (const { kind, ids } of about.subjects)
		for (const itemId of ids)
			db.insert(undoSubjects)
				.values({ stepId: id, kind, itemId, title: titleOf(db, kind, itemId) })
				.run();
	return id;
}

export const titleOf = (db: Db, kind: ItemKind, id: number): string =>
	(prepared(db, `SELECT title FROM ${tableOf[kind]} WHERE id = ?`).pluck().get(id) as string | undefined) ??
	`#${id}`;
