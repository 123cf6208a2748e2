import { prepared } from '#server/platform/statements.ts';
import type { Road } from './deps.ts';
import { patchLook } from './queries.ts';
import { settleRows } from './settle.ts';

/** An import was undone: its files lie where they were and can be imported again. */
export async function reopen(
	road: Road,
	files: readonly { fileId: number }[],
	signal: AbortSignal
): Promise<void> {
	const { db, bus, library, now } = road;
	const ids = JSON.stringify(files.map(({ fileId }) => fileId));
	const rows = prepared(
		db,
		`SELECT id, lookId FROM import_rows WHERE outcome = 'imported' AND fileId IN (SELECT value FROM json_each(?))`
	).all(ids) as { id: number; lookId: number }[];
	const looks = Map.groupBy(rows, ({ lookId }) => lookId);
	library.intake.inTransaction(() => {
		prepared(
			db,
			`UPDATE import_history SET undoneAt = ? WHERE undoneAt IS NULL AND outcome = 'imported' AND fileId IN (SELECT value FROM json_each(?))`
		).run(now(), ids);
		prepared(
			db,
			`UPDATE import_rows SET outcome = NULL, fileId = NULL, itemId = CASE WHEN madeItem = 1 THEN NULL ELSE itemId END, madeItem = 0
			WHERE id IN (SELECT value FROM json_each(?))`
		).run(JSON.stringify(rows.map(({ id }) => id)));
		for (const lookId of looks.keys()) patchLook(db, lookId, { state: 'ready', undoId: null });
	});
	for (const lookId of looks.keys()) bus.emit('import.changed', { id: lookId });
	for (const [lookId, own] of looks) {
		await settleRows(
			road,
			lookId,
			own.map(({ id }) => id),
			{ signal }
		);
		bus.emit('import.changed', { id: lookId });
	}
}
