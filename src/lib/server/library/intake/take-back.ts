import { lstat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { rawDb, type Db } from '#server/platform/db.ts';
import { createTrash, place, placeTree } from '#server/platform/files.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from '../item-table.ts';
import { removeEmpty } from '../change/move-files.ts';
import type { ItemKind } from '../schema/folders.ts';
import { trashFolder } from '../tasks.ts';
import { refreshTotals } from './attach.ts';

/** What undoes an import, file by file. */
export type IntakeStep =
	| {
			do: 'unimport';
			root: string;
			fileId: number;
			kind: ItemKind;
			itemId: number;
			madeEpisodes: number[];
			/** Trailers and the like that came along. */
			extraIds: number[];
			/** Where it came from, whatever became of that. */
			from: string;
			/** Below the root folder, and where each came from; without that it goes to the trash. */
			files: { path: string; back?: string }[];
	  }
	/** Files that had made room: their rows get their paths again. */
	| { do: 'unreplace'; kind: ItemKind; itemId: number; files: { id: number; path: string }[] };

type Step<D extends IntakeStep['do']> = Extract<IntakeStep, { do: D }>;

/** Back to where they came from; one that is gone already was taken back by an undo that was interrupted. */
export async function unimport(db: Db, step: Step<'unimport'>, now: number): Promise<void> {
	const trash = createTrash({ folder: trashFolder(step.root), now: () => now });
	for (const { path, back } of step.files) {
		const at = join(step.root, path);
		const there = await lstat(at).catch(() => undefined);
		if (!there) continue;
		if (back === undefined) await trash.put(at);
		else if (there.isDirectory()) await placeTree(at, back, { mode: 'move' });
		else await place(at, back, { mode: 'move' });
	}
	for (const folder of new Set(step.files.map(({ path }) => dirname(path))))
		await removeEmpty(step.root, folder);
	rawDb(db).transaction(() => {
		for (const id of [step.fileId, ...step.extraIds]) prepared(db, 'DELETE FROM files WHERE id = ?').run(id);
		for (const id of step.madeEpisodes)
			prepared(
				db,
				'DELETE FROM episodes WHERE id = ? AND tmdbId IS NULL AND NOT EXISTS (SELECT 1 FROM episode_files WHERE episodeId = episodes.id)'
			).run(id);
		refreshStanding(db, step, now);
	})();
}

/** Runs in the caller's transaction. */
export function unreplace(db: Db, step: Step<'unreplace'>, now: number): void {
	for (const { id, path } of step.files)
		prepared(
			db,
			`UPDATE OR IGNORE files SET state = 'present', missingSince = NULL, path = ? WHERE id = ?`
		).run(path, id);
	refreshStanding(db, step, now);
}

function refreshStanding(db: Db, { kind, itemId }: IntakeStep, now: number): void {
	if (prepared(db, `SELECT 1 FROM ${tableOf[kind]} WHERE id = ?`).get(itemId))
		refreshTotals(db, kind, itemId, now);
}

/** An item that came for a file that did not: it goes, unless it has files by now. */
export const forget = (db: Db, kind: ItemKind, id: number): boolean =>
	prepared(
		db,
		`DELETE FROM ${tableOf[kind]} WHERE id = ? AND NOT EXISTS (SELECT 1 FROM files f WHERE f.${kind}Id = ${tableOf[kind]}.id)`
	).run(id).changes > 0;

/** Where in the trash of its root folder a thing lies, below that root folder. */
export const pathInTrash = (trashId: string, path: string): string =>
	`${basename(trashFolder('/'))}/${trashId}/item/${basename(path)}`;
