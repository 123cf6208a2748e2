import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { rawDb, type Db } from '#server/platform/db.ts';
import { createTrash } from '#server/platform/files.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from '../item-table.ts';
import { refreshMovieTotals, refreshSeriesTotals } from '../items.ts';
import { trashFolder } from '../tasks.ts';
import { unimport, unreplace } from '../intake/take-back.ts';
import { tagItems } from './edit.ts';
import { moveFiles } from './move-files.ts';
import { restoreItem } from './restore-item.ts';
import { putBack } from './snapshot.ts';
import type { Owner, UndoStep } from './undo.ts';

type Step<D extends UndoStep['do']> = Extract<UndoStep, { do: D }>;

const ways: { [D in UndoStep['do']]: (db: Db, step: Step<D>, now: number) => void | Promise<void> } = {
	restore: (_, step) => restore(step),
	rows: (db, { snapshots }) => putBack(db, snapshots),
	files: (db, { files }, now) => filesBack(db, files, now),
	owners: (db, { files }, now) => ownersBack(db, files, now),
	item: (db, { kind, id, snapshots }, now) => restoreItem(db, kind, id, snapshots, now),
	fields: fieldsBack,
	tags(db, { kind, rows }) {
		for (const { id, added, removed } of rows) tagItems(db, kind, id, { add: removed, remove: added });
	},
	forget(db, { kind, id }) {
		prepared(
			db,
			`DELETE FROM ${tableOf[kind]} WHERE id = ? AND NOT EXISTS (SELECT 1 FROM files WHERE ${kind}Id = ?)`
		).run(id, id);
	},
	unmatched: unmatchedBack,
	unimport,
	unreplace,
	async move(db, { rootFolderId, root, moves, folders }) {
		await moveFiles(db, rootFolderId, root, moves);
		for (const { kind, id, folder } of folders)
			prepared(db, `UPDATE ${tableOf[kind]} SET folder = ? WHERE id = ?`).run(folder, id);
	}
};

/** What touches files waits for the disk; everything else is one transaction. */
export async function takeBack(db: Db, step: UndoStep, now: number): Promise<void> {
	const way = ways[step.do] as (db: Db, step: UndoStep, now: number) => void | Promise<void>;
	if (step.do === 'restore' || step.do === 'move' || step.do === 'unimport') await way(db, step, now);
	else rawDb(db).transaction(() => void way(db, step, now))();
}

/** One that is back already was restored by an undo that was interrupted. */
async function restore({ root, trashId, path }: Step<'restore'>): Promise<void> {
	const trash = createTrash({ folder: trashFolder(root) });
	await trash.restore(trashId).catch(async (error: unknown) => {
		const isBack =
			(error as { code?: string }).code === 'not_found' &&
			(await lstat(join(root, path)).catch(() => undefined));
		if (!isBack) throw error;
	});
}

function filesBack(db: Db, files: readonly Owner[], now: number): void {
	for (const { id, movieId, seriesId } of files)
		prepared(
			db,
			`UPDATE files SET state = 'present', missingSince = NULL, movieId = ?, seriesId = ? WHERE id = ?`
		).run(movieId, seriesId, id);
	refreshOwners(db, files, now);
}

export function refreshOwners(
	db: Db,
	files: readonly Pick<Owner, 'movieId' | 'seriesId'>[],
	now: number
): void {
	const ids = (column: 'movieId' | 'seriesId') => new Set(files.flatMap((file) => file[column] ?? []));
	for (const id of ids('movieId')) refreshMovieTotals(db, id);
	for (const id of ids('seriesId')) refreshSeriesTotals(db, id, new Date(now).toISOString().slice(0, 10));
}

const ownerNow = 'SELECT id, movieId, seriesId FROM files WHERE id = ?';

function ownersBack(db: Db, files: Step<'owners'>['files'], now: number): void {
	const between = files.flatMap(({ id }) => (prepared(db, ownerNow).get(id) as Owner | undefined) ?? []);
	for (const { id, movieId, seriesId, heldBy = null, episodeIds } of files) {
		prepared(db, 'UPDATE files SET movieId = ?, seriesId = ?, heldBy = ? WHERE id = ?').run(
			movieId,
			seriesId,
			heldBy,
			id
		);
		prepared(db, 'DELETE FROM episode_files WHERE fileId = ?').run(id);
		for (const episode of episodeIds)
			prepared(
				db,
				`INSERT OR IGNORE INTO episode_files (episodeId, fileId)
				SELECT e.id, f.id FROM episodes e, files f WHERE e.id = ? AND f.id = ?`
			).run(episode, id);
	}
	refreshOwners(db, [...between, ...files], now);
}

/** A field that was changed again since keeps what it has, and its lock. */
function fieldsBack(db: Db, { table, rows }: Step<'fields'>): void {
	for (const { id, before, after } of rows) {
		const goesBack = (name: string, value: string | number | null) =>
			prepared(db, `UPDATE ${table} SET "${name}" = ? WHERE id = ? AND "${name}" IS ?`).run(
				value,
				id,
				after[name] ?? null
			).changes > 0;
		const { lockedFields, ...values } = before;
		const kept = Object.entries(values).flatMap(([name, value]) => (goesBack(name, value) ? [] : [name]));
		if (lockedFields == null) continue;
		const wereLocked = namesIn(lockedFields);
		const stay = namesIn(after['lockedFields']).filter((name) => kept.includes(name));
		goesBack('lockedFields', JSON.stringify([...new Set([...wereLocked, ...stay])]));
	}
}

const namesIn = (list: string | number | null | undefined) => JSON.parse(String(list ?? '[]')) as string[];

function unmatchedBack(db: Db, { back, gone }: Step<'unmatched'>): void {
	for (const { rootFolderId, path } of gone)
		prepared(db, 'DELETE FROM unmatched WHERE rootFolderId = ? AND path = ?').run(rootFolderId, path);
	putBack(db, [{ table: 'unmatched', rows: back }]);
}
