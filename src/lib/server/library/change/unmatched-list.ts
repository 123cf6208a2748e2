import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { decodeCursor, pageOf, type CursorPart } from '#server/platform/web/lists.ts';
import { bestConfidence } from '../derived.ts';
import type { ItemKind } from '../schema/folders.ts';
import type { Suggestion, unmatched } from '../schema/files.ts';
import type { Target } from './match.ts';

export interface UnmatchedQuery {
	limit: number;
	cursor?: string | undefined;
	ignored?: boolean | undefined;
	root?: number | undefined;
	/** `best` begins with what is nearly sure; else the newest come first. */
	sort?: 'best' | 'newest' | undefined;
}

interface Row extends Omit<typeof unmatched.$inferSelect, 'suggestions' | 'ignored'> {
	suggestions: string;
	ignored: number;
	kind: ItemKind;
	rootPath: string;
	sortKey: CursorPart;
}

const sortKeys = { best: bestConfidence, newest: 'u.id' };

/** What waits for a person. */
export function listUnmatched(
	db: Db,
	{ limit, cursor, ignored = false, root, sort = 'newest' }: UnmatchedQuery
) {
	const where = 'u.ignored = ? AND (? IS NULL OR u.rootFolderId = ?)';
	const values = [Number(ignored), root ?? null, root ?? null];
	const total = prepared(db, `SELECT count(*) FROM unmatched u WHERE ${where}`)
		.pluck()
		.get(...values) as number;
	const key = sortKeys[sort];
	const after = cursor ? decodeCursor(cursor, 2) : [];
	const rows = prepared(
		db,
		`SELECT u.*, l.kind, r.path AS rootPath, ${key} AS sortKey FROM unmatched u JOIN root_folders r ON r.id = u.rootFolderId JOIN libraries l ON l.id = r.libraryId
		WHERE ${where} ${cursor ? `AND (${key}, u.id) < (?, ?)` : ''} ORDER BY ${key} DESC, u.id DESC LIMIT ?`
	).all(...values, ...after, limit + 1) as Row[];
	const page = pageOf(rows, limit, total, (last) => [last.sortKey, last.id]);
	return {
		...page,
		items: page.items.map(({ sortKey: _, ...row }) => ({
			...row,
			ignored: row.ignored === 1,
			suggestions: JSON.parse(row.suggestions) as Suggestion[]
		}))
	};
}

interface Guess {
	id: number;
	target: Target;
}

/** The first suggestion of each of these; those without one are left out. */
export function bestGuesses(db: Db, ids: readonly number[]): Guess[] {
	const rows = prepared(
		db,
		'SELECT id, suggestions FROM unmatched WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id'
	).all(JSON.stringify(ids)) as { id: number; suggestions: string }[];
	return rows.flatMap(({ id, suggestions }): Guess[] => {
		const [{ tmdbId, tvmazeId } = {}] = JSON.parse(suggestions) as Partial<Suggestion>[];
		if (tmdbId !== undefined) return [{ id, target: { source: 'tmdb', id: tmdbId } }];
		return tvmazeId === undefined ? [] : [{ id, target: { source: 'tvmaze', id: tvmazeId } }];
	});
}

export const ignoreUnmatched = (db: Db, ids: readonly number[], ignored: boolean): number =>
	prepared(db, 'UPDATE unmatched SET ignored = ? WHERE id IN (SELECT value FROM json_each(?))').run(
		Number(ignored),
		JSON.stringify(ids)
	).changes;

/** Forgets that these were tried, so that the next identification asks again. */
export const retryUnmatched = (db: Db, ids: readonly number[]): number =>
	prepared(
		db,
		'UPDATE unmatched SET triedAt = 0, ignored = 0 WHERE id IN (SELECT value FROM json_each(?))'
	).run(JSON.stringify(ids)).changes;
