import { join } from 'node:path';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { IntakeStep } from '../intake/take-back.ts';

type Taken = Extract<IntakeStep, { do: 'unimport' }>;

/** The imported files that undoing this has taken out of the library. */
export const takenOut = (db: Db, undoId: number): { fileId: number; path: string; from: string }[] =>
	(
		prepared(
			db,
			`SELECT s.value FROM undo_steps u, json_each(u.steps) s WHERE u.id = ? AND s.value ->> 'do' = 'unimport'`
		)
			.pluck()
			.all(undoId) as string[]
	).map((text) => {
		const { fileId, from, root, files } = JSON.parse(text) as Taken;
		return { fileId, path: join(root, files[0]!.path), from };
	});
