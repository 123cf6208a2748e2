import { eq } from 'drizzle-orm';
import { inEnglish } from '#core/text/said.ts';
import type { Db } from '#server/platform/db.ts';
import { conflict, notFound } from '#server/platform/errors.ts';
import { undoSteps } from '../schema/undo.ts';
import { standingOf } from './change-list.ts';
import type { IntakeStep } from '../intake/take-back.ts';
import type { FileMove } from './move-files.ts';
import type { Snapshot } from './snapshot.ts';
import { takeBack } from './take-back.ts';

export { noteUndo } from './note-undo.ts';

export interface Owner {
	id: number;
	movieId: number | null;
	seriesId: number | null;
	heldBy?: string | null;
}

type Values = Record<string, string | number | null>;

export type UndoStep =
	| IntakeStep
	| { do: 'restore'; root: string; trashId: string; path: string }
	/** Rows that were deleted; what has come in their place meanwhile stays. */
	| { do: 'rows'; snapshots: Snapshot[] }
	/** Files that were deleted are present again. */
	| { do: 'files'; files: Owner[] }
	/** Whose the files were, and which episodes they held. */
	| { do: 'owners'; files: (Owner & { episodeIds: number[] })[] }
	/** An item with all that hangs on it, exactly as it was. */
	| { do: 'item'; kind: 'movie' | 'series'; id: number; snapshots: Snapshot[] }
	/** Fields that still are what the change made of them. */
	| {
			do: 'fields';
			table: 'movies' | 'series' | 'seasons' | 'episodes' | 'libraries' | 'collections';
			rows: { id: number; before: Values; after: Values }[];
	  }
	| { do: 'tags'; kind: 'movie' | 'series'; rows: { id: number; added: string[]; removed: string[] }[] }
	/** An item that came into being by it goes, unless it has files by now. */
	| { do: 'forget'; kind: 'movie' | 'series'; id: number }
	/** Waits for a person again, or no longer. */
	| { do: 'unmatched'; back: Values[]; gone: { rootFolderId: number; path: string }[] }
	| {
			do: 'move';
			rootFolderId: number;
			root: string;
			moves: FileMove[];
			folders: { kind: 'movie' | 'series'; id: number; folder: string }[];
	  };

export interface Undone {
	title: string;
	text: string;
	values: Record<string, string | number> | null;
}

/** Takes back what was done, in the order it says; files first, so that rows never speak of what is not there. */
export async function undo(db: Db, id: number, now: number, by?: string): Promise<Undone> {
	const row = db.select().from(undoSteps).where(eq(undoSteps.id, id)).get();
	if (!row) throw notFound('step', id);
	const standing = await standingOf(db, row);
	if (standing.why) throw conflict(standing.why.text, standing.why.values);
	for (const step of row.steps as UndoStep[]) await takeBack(db, step, now);
	db.update(undoSteps)
		.set({ undoneAt: now, undoneBy: by ?? null })
		.where(eq(undoSteps.id, id))
		.run();
	return { title: inEnglish({ text: row.title, values: row.values }), text: row.title, values: row.values };
}
