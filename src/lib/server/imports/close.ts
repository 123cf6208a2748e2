import { said } from '#core/text/said.ts';
import { prepared } from '#server/platform/statements.ts';
import { basename } from 'node:path';
import type { Road } from './deps.ts';
import { getLook, patchLook } from './queries.ts';
import { rollBack } from './roll-back.ts';
import type { Journal } from './schema.ts';

type UndoSteps = Parameters<Road['library']['intake']['noteUndo']>[1];

interface DoneRow {
	id: number;
	undo: string;
	kind: 'movie' | 'series';
	itemId: number;
	title: string | null;
	madeItem: number;
}

/** Ends an import, however it went: what came in becomes one step that can be undone. Does nothing when done twice. */
export async function closeImport(road: Road, lookId: number): Promise<number | null> {
	const { db, library, bus, now } = road;
	const look = getLook(db, lookId);
	const begun = prepared(
		db,
		'SELECT id, journal FROM import_rows WHERE lookId = ? AND journal IS NOT NULL'
	).all(lookId) as { id: number; journal: string }[];
	for (const { id, journal } of begun) await rollBack(road, look.mode, id, JSON.parse(journal) as Journal);
	const undoId = library.intake.inTransaction(() => {
		const done = prepared(
			db,
			`SELECT id, undo, json_extract(target, '$.kind') AS kind, itemId, title, madeItem FROM import_rows WHERE lookId = ? AND undo <> '[]' ORDER BY id DESC`
		).all(lookId) as DoneRow[];
		forgetEmpty(road, lookId);
		const step = done.length > 0 ? noteUndo(road, look, done) : null;
		prepared(db, `UPDATE import_rows SET undo = '[]' WHERE lookId = ?`).run(lookId);
		patchLook(db, lookId, { state: 'done', finishedAt: now(), ...(step !== null && { undoId: step }) });
		return step;
	});
	bus.emit('import.changed', { id: lookId });
	return undoId;
}

/** Items that were made for files that then did not come. */
function forgetEmpty({ db, library }: Road, lookId: number): void {
	const made = prepared(
		db,
		`SELECT DISTINCT json_extract(target, '$.kind') AS kind, itemId FROM import_rows WHERE lookId = ? AND madeItem = 1 AND outcome IS NOT 'imported' AND itemId IS NOT NULL`
	).all(lookId) as { kind: 'movie' | 'series'; itemId: number }[];
	for (const { kind, itemId } of made) library.intake.forget(kind, itemId);
	prepared(
		db,
		`UPDATE import_rows SET itemId = NULL, madeItem = 0 WHERE lookId = ? AND outcome IS NOT 'imported'`
	).run(lookId);
}

function noteUndo(
	{ library }: Road,
	look: { path: string; byName: string | null },
	done: readonly DoneRow[]
): number {
	const unique = (rows: readonly DoneRow[]) => [
		...new Map(rows.map((row) => [`${row.kind} ${row.itemId}`, row])).values()
	];
	const items = unique(done);
	const forget = unique(done.filter(({ madeItem }) => madeItem === 1)).map(({ kind, itemId }) => ({
		do: 'forget' as const,
		kind,
		id: itemId
	}));
	const steps = done.flatMap(({ undo }) => JSON.parse(undo) as UndoSteps[number][]);
	const ids = (kind: 'movie' | 'series') =>
		items.filter((row) => row.kind === kind).map(({ itemId }) => itemId);
	const [only] = items;
	const what =
		items.length === 1 && only?.title
			? said('Imported {title}', { title: only.title })
			: said('Imported {count} files from {folder}', { count: done.length, folder: basename(look.path) });
	return library.intake.noteUndo(what, [...steps, ...forget], {
		kind: 'imported',
		by: look.byName ?? undefined,
		subjects: (['movie', 'series'] as const).map((kind) => ({ kind, ids: ids(kind) }))
	});
}
