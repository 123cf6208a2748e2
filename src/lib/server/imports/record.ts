import { basename } from 'node:path';
import { importHistory, type Journal } from './schema.ts';
import type { Road } from './deps.ts';
import { found, siblingsOf } from './import-row.ts';
import { patchRow, type ImportRow, type LookRow } from './queries.ts';
import { fileOf } from './settle.ts';
import { join } from 'node:path';

interface Recording {
	look: LookRow;
	row: ImportRow;
	journal: Journal;
	jobId: number;
}

type UndoSteps = Parameters<Road['library']['intake']['noteUndo']>[1];

/** One transaction: the library knows the file, the history tells of it, and the row is done. */
export async function recordImport(road: Road, { look, row, journal, jobId }: Recording): Promise<void> {
	const { db, library, bus, now } = road;
	const { itemId, path, rootFolderId, root } = journal;
	const placed = journal.placed!;
	const { kind } = row.target!;
	const came: string[] = [];
	for (const sidecar of journal.sidecars) if (await found(join(root, sidecar.path))) came.push(sidecar.path);
	const siblings = await siblingsOf(journal);
	const gone = journal.replace.filter(({ trashId }) => trashId !== undefined);
	const { words, probe, season, episodes } = fileOf(row);
	const { inTransaction, attach, pathInTrash } = library.intake;
	const fileId = inTransaction(() => {
		const attached = attach({
			kind,
			itemId,
			rootFolderId,
			path,
			stat: placed,
			words,
			probe,
			season,
			episodes,
			sidecars: came,
			replaced: gone.flatMap(({ fileId, path: old, trashId }) =>
				fileId === null ? [] : [{ fileId, path: pathInTrash(trashId!, old) }]
			),
			siblings,
			now: now()
		});
		const undo = undoOf({ look, row, journal, jobId }, attached, came);
		patchRow(db, row.id, {
			outcome: 'imported',
			fault: null,
			journal: null,
			chosen: false,
			fileId: attached.fileId,
			undo: [...undo]
		});
		db.insert(importHistory)
			.values({
				at: now(),
				userId: look.userId,
				byName: look.byName,
				jobId,
				outcome: 'imported',
				fromPath: journal.from,
				toPath: join(root, path),
				placedBy: placed.by,
				kind,
				...(kind === 'movie' ? { movieId: itemId } : { seriesId: itemId }),
				title: row.title,
				episodes: row.episodeTitles,
				fileId: attached.fileId,
				quality: row.quality,
				sizeBytes: row.sizeBytes,
				replaced: gone.map((old) => ({
					path: old.path,
					quality: row.standing.find((standing) => standing.path === old.path)?.quality ?? null
				}))
			})
			.run();
		return attached.fileId;
	});
	bus.emit('media.imported', {
		fileId,
		kind,
		itemId,
		title: row.title ?? basename(path),
		path: join(root, path),
		from: journal.from
	});
	bus.emit('library.changed', { kind, id: itemId });
}

/** What takes it back, in the order it has to be done. */
function undoOf(
	{ look, row, journal }: Recording,
	{ fileId, madeEpisodes }: { fileId: number; madeEpisodes: number[] },
	came: readonly string[]
): UndoSteps {
	const { root, itemId, from, path } = journal;
	const { kind } = row.target!;
	const home = (at: string, source: string) =>
		look.mode === 'move' ? { path: at, back: source } : { path: at };
	const gone = journal.replace.filter(({ trashId }) => trashId !== undefined);
	const restore = (trashId: string, old: string) => ({ do: 'restore' as const, root, trashId, path: old });
	return [
		{
			do: 'unimport',
			root,
			fileId,
			kind,
			itemId,
			madeEpisodes,
			files: [
				home(path, from),
				...journal.sidecars
					.filter((each) => came.includes(each.path))
					.map((each) => home(each.path, each.from))
			]
		},
		...gone.flatMap((old) => [
			restore(old.trashId!, old.path),
			...old.withIt.map((each) => restore(each.trashId, each.path))
		]),
		{
			do: 'unreplace',
			kind,
			itemId,
			files: gone.flatMap((old) => (old.fileId === null ? [] : [{ id: old.fileId, path: old.path }]))
		}
	];
}
