import { lstat, mkdir, readdir, rename, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { rawDb, type Db } from '#server/platform/db.ts';
import { conflict } from '#server/platform/errors.ts';
import { place, safeJoin } from '#server/platform/files.ts';
import { prepared } from '#server/platform/statements.ts';

/** Paths below one root folder. */
export interface FileMove {
	from: string;
	to: string;
	/** The row that follows; other files only move along. */
	fileId?: number;
	unit?: string;
	sidecarOf?: number;
}

/** Moves one after the other, each with its row; what cannot be moved ends it. */
export async function moveFiles(
	db: Db,
	rootFolderId: number,
	root: string,
	moves: readonly FileMove[],
	told: (move: FileMove) => void = () => undefined,
	signal?: AbortSignal
): Promise<void> {
	for (const move of moves) {
		signal?.throwIfAborted();
		await moveOne(safeJoin(root, move.from), safeJoin(root, move.to));
		rawDb(db).transaction(() => follow(db, rootFolderId, move))();
		told(move);
	}
	for (const folder of new Set(moves.map(({ from }) => dirname(from)))) await removeEmpty(root, folder);
}

async function moveOne(from: string, to: string): Promise<void> {
	const found = await lstat(from);
	if (found.isFile()) {
		await place(from, to, { mode: 'move' });
		return;
	}
	if (await lstat(to).catch(() => undefined)) throw conflict(`${to} exists already.`, { path: to });
	await mkdir(dirname(to), { recursive: true });
	await rename(from, to);
}

function follow(db: Db, rootFolderId: number, { to, from, fileId, unit, sidecarOf }: FileMove): void {
	if (fileId !== undefined)
		prepared(db, 'UPDATE files SET path = ?, unit = coalesce(?, unit) WHERE id = ? AND rootFolderId = ?').run(
			to,
			unit ?? null,
			fileId,
			rootFolderId
		);
	if (sidecarOf !== undefined)
		prepared(db, 'UPDATE sidecars SET path = ? WHERE fileId = ? AND path = ?').run(to, sidecarOf, from);
}

/** Folders that were emptied go, up to the root folder. */
export async function removeEmpty(root: string, folder: string): Promise<void> {
	for (let at = folder; at !== '.' && at !== ''; at = dirname(at)) {
		const path = join(root, at);
		const left = await readdir(path).catch(() => ['?']);
		if (left.length > 0) return;
		await rmdir(path).catch(() => undefined);
	}
}
