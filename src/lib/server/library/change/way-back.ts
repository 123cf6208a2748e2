import { said, type Said } from '#core/text/said.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { UndoStep } from './undo.ts';

type Step<D extends UndoStep['do']> = Extract<UndoStep, { do: D }>;

/** Why rows that were deleted have no place to come back to. */
export function whyNotBack(db: Db, { snapshots }: Step<'rows'>): Said | undefined {
	for (const { table, rows } of snapshots) {
		if (table !== 'movies' && table !== 'series') continue;
		for (const { id, tmdbId, rootFolderId, libraryId } of rows) {
			const other = prepared(db, `SELECT title FROM ${table} WHERE tmdbId = ? AND id <> ?`)
				.pluck()
				.get(tmdbId, id) as string | undefined;
			if (other !== undefined)
				return said('“{title}” is in the library again: delete that first.', { title: other });
			const isGone = (place: 'root_folders' | 'libraries', key: unknown) =>
				key !== null && !prepared(db, `SELECT 1 FROM ${place} WHERE id = ?`).get(key);
			if (isGone('root_folders', rootFolderId) || isGone('libraries', libraryId))
				return said('Its root folder was removed.');
		}
	}
	return undefined;
}

/** Nothing that it changed is still as it made it. */
export function isOverwritten(db: Db, steps: readonly UndoStep[]): boolean {
	const fields = steps.filter((step) => step.do === 'fields');
	if (fields.length === 0 || fields.length < steps.length) return false;
	return !fields.some(({ table, rows }) =>
		rows.some(({ id, after }) =>
			Object.entries(after).some(
				([name, value]) =>
					name !== 'lockedFields' &&
					prepared(db, `SELECT 1 FROM ${table} WHERE id = ? AND "${name}" IS ?`).get(id, value)
			)
		)
	);
}
