import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Owner, UndoStep } from './undo.ts';

/** Whose files are, and what they hold, to put it back one day. */
export const ownersOf = (
	db: Db,
	files: readonly { id: number }[]
): Extract<UndoStep, { do: 'owners' }>['files'] =>
	files.map(({ id }) => ({
		...(prepared(db, 'SELECT id, movieId, seriesId, heldBy FROM files WHERE id = ?').get(id) as Owner),
		episodeIds: prepared(db, 'SELECT episodeId FROM episode_files WHERE fileId = ? ORDER BY episodeId')
			.pluck()
			.all(id) as number[]
	}));
