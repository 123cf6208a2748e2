import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createTrash, place } from '#server/platform/files.ts';
import type { Road } from './deps.ts';
import { found, isOurs } from './import-row.ts';
import { patchRow } from './queries.ts';
import type { ImportMode, Journal } from './schema.ts';

/** As if it had never been begun: what came goes back, what made room returns. */
export async function rollBack(
	{ db, library, now }: Pick<Road, 'db' | 'library' | 'now'>,
	mode: ImportMode,
	rowId: number,
	journal: Journal
): Promise<void> {
	const { root, path, staged, from, placed } = journal;
	const at = [...(placed && (await isOurs(journal)) ? [path] : []), staged];
	for (const each of at) await giveBack(join(root, each), from, mode);
	if (placed)
		for (const sidecar of journal.sidecars)
			await giveBack(join(root, sidecar.path), sidecar.from, mode, journal.startedAt);
	const trash = createTrash({ folder: library.intake.trashFolder(root), now });
	for (const old of journal.replace) {
		for (const { trashId } of [...(old.trashId ? [{ trashId: old.trashId }] : []), ...old.withIt])
			await trash.restore(trashId).catch((error: unknown) => {
				if ((error as { code?: string }).code !== 'not_found') throw error;
			});
	}
	await library.intake.removeEmpty(root, dirname(path));
	patchRow(db, rowId, { journal: null });
}

/** What was shared or copied goes, what was moved goes home; what stood there before stays. */
async function giveBack(at: string, from: string, mode: ImportMode, since = 0): Promise<void> {
	const there = await found(at);
	if (!there || there.ctimeMs < since) return;
	const source = await found(from);
	if (mode === 'move' && !source) await place(at, from, { mode: 'move' });
	else if (source) await rm(at);
}
