import { setImmediate as turn } from 'node:timers/promises';
import type { NameWords } from '#core/library/name-words.ts';
import { rawDb, type Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Workers } from '#server/platform/workers.ts';
import { refreshMovieTotals } from '../items.ts';
import type { ItemKind } from '../schema/folders.ts';
import { addWords } from '../write-words.ts';
import type { ParseRequest } from './parse-paths.worker.ts';

interface Unread {
	id: number;
	path: string;
	kind: ItemKind;
	movieId: number | null;
}

const atOnce = 500;

/** Reads the names that nobody has read since a scan found them: of files that moved, extras, and what fits nothing. */
export async function readNames(
	db: Db,
	workers: Workers,
	signal: AbortSignal,
	/** Only of files that belong to something: the others are read as they are identified. */
	which: 'owned' | 'all'
): Promise<number> {
	let read = 0;
	let writing: (() => void) | undefined;
	for (const rows of unread(db, which)) {
		const asked = ask(workers, rows, signal);
		// The last ones are written while these are read.
		writing?.();
		const words = await asked;
		writing = () => write(db, rows, words);
		read += rows.length;
		await turn();
	}
	writing?.();
	return read;
}

/** Some of one kind at a time. */
function* unread(db: Db, which: 'owned' | 'all'): Iterable<Unread[]> {
	const owned = which === 'owned' ? 'AND (f.movieId IS NOT NULL OR f.seriesId IS NOT NULL)' : '';
	const next = prepared(
		db,
		`SELECT f.id, f.path, l.kind, f.movieId FROM files f JOIN root_folders r ON r.id = f.rootFolderId JOIN libraries l ON l.id = r.libraryId
		WHERE f.isNameRead = 0 AND f.id > ? ${owned} ORDER BY f.id LIMIT ?`
	);
	for (let rows = next.all(0, atOnce) as Unread[]; rows.length > 0;) {
		yield* Map.groupBy(rows, ({ kind }) => kind).values();
		rows = next.all(rows.at(-1)!.id, atOnce) as Unread[];
	}
}

async function ask(workers: Workers, rows: readonly Unread[], signal: AbortSignal): Promise<NameWords[]> {
	const input: ParseRequest = { kind: rows[0]!.kind, paths: rows.map(({ path }) => path) };
	return JSON.parse(await workers.run<ParseRequest, string>('read-words', input, { signal })) as NameWords[];
}

function write(db: Db, rows: readonly Unread[], words: readonly NameWords[]): void {
	rawDb(db).transaction(() => {
		for (const [index, { id }] of rows.entries()) addWords(db, id, words[index]!);
		for (const id of new Set(rows.flatMap(({ movieId }) => movieId ?? []))) refreshMovieTotals(db, id);
	})();
}
