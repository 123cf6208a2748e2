import { said } from '#core/text/said.ts';
import type { Db } from '#server/platform/db.ts';
import { conflict } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from '../item-table.ts';
import type { ItemKind } from '../schema/folders.ts';
import { moveFiles, type FileMove } from './move-files.ts';
import { noteUndo, titleOf } from './note-undo.ts';
import { planRename, type ItemRef, type Naming, type Planned } from './rename-plan.ts';
import type { UndoStep } from './undo.ts';

export type { Naming } from './rename-plan.ts';

export interface RenameWork {
	signal: AbortSignal;
	progress(fraction: number, note?: string): void;
	now: number;
	by?: string | undefined;
}

/** Renames and answers the step that undoes it; a collision or fault keeps that item's files, the others go on. */
export async function renameItems(
	db: Db,
	items: readonly ItemRef[],
	naming: Naming,
	{ signal, progress, now, by }: RenameWork
): Promise<{ renamed: number; undoId: number | undefined }> {
	const steps: UndoStep[] = [];
	const touched: ItemRef[] = [];
	const faults: string[] = [];
	let renamed = 0;
	const ids = (kind: ItemKind) => touched.filter((item) => item.kind === kind).map(({ id }) => id);
	const words = () =>
		touched.length === 1
			? said('Renamed the files of {title}', { title: titleOf(db, touched[0]!.kind, touched[0]!.id) })
			: said('Renamed the files of {count} titles', { count: touched.length });
	const close = () =>
		steps.length > 0
			? noteUndo(db, words(), steps, now, {
					kind: 'renamed',
					by,
					subjects: (['movie', 'series'] as const).map((kind) => ({ kind, ids: ids(kind) }))
				})
			: undefined;
	try {
		for (const [index, item] of items.entries()) {
			signal.throwIfAborted();
			const planned = await planRename(db, item, naming);
			if (!planned || planned.blocked !== undefined || planned.moves.length === 0) continue;
			try {
				await renameOne(db, planned, signal, (step, count) => {
					steps.unshift(step);
					touched.push(item);
					renamed += count;
				});
			} catch (error) {
				signal.throwIfAborted();
				faults.push(`${planned.title}: ${error instanceof Error ? error.message : String(error)}`);
			}
			progress((index + 1) / items.length, planned.title);
		}
	} catch (error) {
		// What was done before the fault can be undone as well.
		close();
		throw error;
	}
	const undoId = close();
	if (faults.length > 0)
		throw conflict(
			`${faults.length} of ${items.length} could not be renamed. ${faults.slice(0, 5).join(' ')}`
		);
	return { renamed, undoId };
}

async function renameOne(
	db: Db,
	planned: Planned,
	signal: AbortSignal,
	told: (step: UndoStep, count: number) => void
): Promise<void> {
	const { kind, id, root, rootFolderId, moves, folder } = planned;
	const units = new Map(
		moves.flatMap(({ fileId }) => (fileId === undefined ? [] : [[fileId, unitOf(db, fileId)] as const]))
	);
	const done: FileMove[] = [];
	try {
		await moveFiles(db, rootFolderId, root, moves, (move) => done.push(move), signal);
		prepared(db, `UPDATE ${tableOf[kind]} SET folder = ? WHERE id = ?`).run(folder.to, id);
	} finally {
		const back = done.toReversed().map((move) => ({
			...move,
			from: move.to,
			to: move.from,
			...(move.fileId !== undefined && { unit: units.get(move.fileId)! })
		}));
		const folders = folder.from === null ? [] : [{ kind, id, folder: folder.from }];
		if (done.length > 0) told({ do: 'move', rootFolderId, root, moves: back, folders }, done.length);
	}
}

const unitOf = (db: Db, fileId: number) =>
	prepared(db, 'SELECT unit FROM files WHERE id = ?').pluck().get(fileId) as string;
