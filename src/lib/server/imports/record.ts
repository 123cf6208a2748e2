import { basename, dirname, join } from 'node:path';
import { importHistory, type Journal } from './schema.ts';
import type { Road } from './deps.ts';
import { namesIn } from './import-row.ts';
import { patchRow, type ImportRow, type LookRow } from './queries.ts';
import { fileOf } from './settle.ts';
import { weightOf } from './weight-of.ts';

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
	const came = journal.companions.filter((companion) => companion.came);
	const extras = await extrasOf(root, came);
	const siblings = await namesIn(join(root, dirname(path)));
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
			extras,
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

/** Extras are files of the library as well. */
async function extrasOf(root: string, came: Journal['companions']) {
	const extras = came.filter(({ kind }) => kind === 'extra');
	return Promise.all(
		extras.map(async ({ path, extraType }) => ({
			path,
			extraType: extraType ?? 'unknown',
			stat: await weightOf(join(root, path)),
			siblings: await namesIn(join(root, dirname(path)))
		}))
	);
}

/** What takes it back, in the order it has to be done. */
function undoOf(
	{ look, row, journal }: Recording,
	{ fileId, extraIds, madeEpisodes }: { fileId: number; extraIds: number[]; madeEpisodes: number[] },
	came: Journal['companions']
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
			extraIds,
			from,
			files: [home(path, from), ...came.map((each) => home(each.path, each.from))]
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
