import { setImmediate as turn } from 'node:timers/promises';
import type { Parsed } from '#core/release/types.ts';
import { rawDb, type Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Workers } from '#server/platform/workers.ts';
import { refreshMovieTotals } from '../items.ts';
import { addWords } from '../name-words.ts';
import type { ItemKind } from '../schema/folders.ts';
import type { ParseRequest } from './parse-paths.worker.ts';

interface Unread {
	id: number;
	path: string;
	kind: ItemKind;
	movieId: number | null;
}

const atOnce = 250;

/** Reads the names that nobody has read since a scan found them: of files that moved, extras, and what fits nothing. */
export async function readNames(
	db: Db,
	workers: Workers,
	signal: AbortSignal,
	/** Only of files that belong to something: the others are read as they are identified. */
	which: 'owned' | 'all'
): Promise<number> {
	let read = 0;
	const owned = which === 'owned' ? 'AND (f.movieId IS NOT NULL OR f.seriesId IS NOT NULL)' : '';
	const next = prepared(
		db,
		`SELECT f.id, f.path, l.kind, f.movieId FROM files f JOIN root_folders r ON r.id = f.rootFolderId JOIN libraries l ON l.id = r.libraryId
		WHERE f.isNameRead = 0 AND f.id > ? ${owned} ORDER BY f.id LIMIT ?`
	);
	for (let last = 0; ;) {
		const rows = next.all(last, atOnce) as Unread[];
		if (rows.length === 0) return read;
		read += rows.length;
		last = rows.at(-1)!.id;
		for (const [kind, some] of Map.groupBy(rows, (row) => row.kind)) {
			const input: ParseRequest = { kind, paths: some.map(({ path }) => path) };
			const parsed = await workers.run<ParseRequest, Parsed[]>('parse-paths', input, { signal });
			rawDb(db).transaction(() => {
				for (const [index, { id }] of some.entries()) addWords(db, id, parsed[index]!);
				for (const id of new Set(some.flatMap(({ movieId }) => movieId ?? []))) refreshMovieTotals(db, id);
			})();
		}
		await turn();
	}
}
