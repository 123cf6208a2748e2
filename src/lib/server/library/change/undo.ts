import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { desc, eq } from 'drizzle-orm';
import { rawDb, type Db } from '#server/platform/db.ts';
import { conflict, notFound } from '#server/platform/errors.ts';
import { createTrash } from '#server/platform/files.ts';
import { prepared } from '#server/platform/statements.ts';
import { refreshMovieTotals, refreshSeriesTotals } from '../items.ts';
import { undoSteps } from '../schema/undo.ts';
import { trashFolder } from '../tasks.ts';
import { moveFiles, type FileMove } from './move-files.ts';
import { putBack, type Snapshot } from './snapshot.ts';

export type UndoStep =
	| { do: 'restore'; root: string; trashId: string; path: string }
	| { do: 'rows'; snapshots: Snapshot[] }
	| { do: 'files'; files: { id: number; movieId: number | null; seriesId: number | null }[] }
	| {
			do: 'move';
			rootFolderId: number;
			root: string;
			moves: FileMove[];
			folders: { kind: 'movie' | 'series'; id: number; folder: string }[];
	  };

export function noteUndo(db: Db, title: string, steps: readonly UndoStep[], now: number): number {
	return db
		.insert(undoSteps)
		.values({ title, steps: [...steps], createdAt: now })
		.returning({ id: undoSteps.id })
		.get().id;
}

export const listUndo = (db: Db, limit = 50) =>
	db
		.select({
			id: undoSteps.id,
			title: undoSteps.title,
			createdAt: undoSteps.createdAt,
			undoneAt: undoSteps.undoneAt
		})
		.from(undoSteps)
		.orderBy(desc(undoSteps.id))
		.limit(limit)
		.all();

/** Takes back what was done, in the order it says; files first, so that rows never speak of what is not there. */
export async function undo(db: Db, id: number, now: number): Promise<{ title: string }> {
	const row = db.select().from(undoSteps).where(eq(undoSteps.id, id)).get();
	if (!row) throw notFound('step', id);
	if (row.undoneAt !== null) throw conflict('This was undone already.');
	for (const step of row.steps as UndoStep[]) await takeBack(db, step, now);
	db.update(undoSteps).set({ undoneAt: now }).where(eq(undoSteps.id, id)).run();
	return { title: row.title };
}

async function takeBack(db: Db, step: UndoStep, now: number): Promise<void> {
	switch (step.do) {
		case 'restore':
			return restore(step);
		case 'rows':
			return rawDb(db).transaction(() => putBack(db, step.snapshots))();
		case 'files':
			return rawDb(db).transaction(() => filesBack(db, step.files, now))();
		case 'move':
			await moveFiles(db, step.rootFolderId, step.root, step.moves);
			for (const { kind, id, folder } of step.folders)
				prepared(db, `UPDATE ${kind === 'movie' ? 'movies' : 'series'} SET folder = ? WHERE id = ?`).run(
					folder,
					id
				);
	}
}

/** One that is back already was restored by an undo that was interrupted. */
async function restore({ root, trashId, path }: Extract<UndoStep, { do: 'restore' }>): Promise<void> {
	const trash = createTrash({ folder: trashFolder(root) });
	await trash.restore(trashId).catch(async (error: unknown) => {
		const isBack =
			(error as { code?: string }).code === 'not_found' &&
			(await lstat(join(root, path)).catch(() => undefined));
		if (!isBack) throw error;
	});
}

function filesBack(
	db: Db,
	files: { id: number; movieId: number | null; seriesId: number | null }[],
	now: number
): void {
	for (const { id, movieId, seriesId } of files)
		prepared(
			db,
			`UPDATE files SET state = 'present', missingSince = NULL, movieId = ?, seriesId = ? WHERE id = ?`
		).run(movieId, seriesId, id);
	const ids = (column: 'movieId' | 'seriesId') => new Set(files.flatMap((file) => file[column] ?? []));
	for (const id of ids('movieId')) refreshMovieTotals(db, id);
	for (const id of ids('seriesId')) refreshSeriesTotals(db, id, new Date(now).toISOString().slice(0, 10));
}
