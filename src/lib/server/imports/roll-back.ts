import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { clearRemains, createTrash } from '#server/platform/files.ts';
import type { Road } from './deps.ts';
import { bringTo, found } from './bring-to.ts';
import { isOurs } from './import-row.ts';
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
	for (const companion of journal.companions)
		if (companion.came) await giveBack(join(root, companion.path), companion.from, mode);
	const trash = createTrash({ folder: library.intake.trashFolder(root), now });
	for (const old of journal.replace) {
		for (const { trashId } of [...(old.trashId ? [{ trashId: old.trashId }] : []), ...old.withIt])
			await trash.restore(trashId).catch((error: unknown) => {
				if ((error as { code?: string }).code !== 'not_found') throw error;
			});
	}
	for (const folder of new Set(
		[path, ...journal.companions.map((each) => each.path)].map((each) => dirname(each))
	))
		await library.intake.removeEmpty(root, folder);
	patchRow(db, rowId, { journal: null });
}

/** What was shared or copied goes, what was moved goes home; what stood there before stays. */
async function giveBack(at: string, from: string, mode: ImportMode): Promise<void> {
	if (await found(at)) {
		const source = await found(from);
		if (mode === 'move' && !source) await bringTo(at, from, { mode: 'move' });
		else if (source) await rm(at, { recursive: true });
	}
	// A folder may have been on its way.
	await clearRemains(from, at);
}
