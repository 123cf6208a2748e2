import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from '../item-table.ts';
import type { ItemKind } from '../schema/folders.ts';

export interface Owned {
	id: number;
	fileCount: number;
}

/** Which of these the library knows already, by their TMDB ids. */
export function owned(db: Db, kind: ItemKind, tmdbIds: readonly number[]): Map<number, Owned> {
	const rows = prepared(
		db,
		`SELECT tmdbId, id, fileCount FROM ${tableOf[kind]} WHERE tmdbId IN (SELECT value FROM json_each(?))`
	).all(JSON.stringify(tmdbIds)) as (Owned & { tmdbId: number })[];
	return new Map(rows.map(({ tmdbId, ...row }) => [tmdbId, row]));
}

/** The item that bears one of these ids. */
export function known(
	db: Db,
	kind: ItemKind,
	{ tmdb, tvmaze }: { tmdb?: number; tvmaze?: number }
): number | undefined {
	const [column, id] =
		kind === 'series' && tvmaze !== undefined ? ['tvmazeId', tvmaze] : ['tmdbId', tmdb ?? null];
	return prepared(db, `SELECT id FROM ${tableOf[kind]} WHERE ${column} = ?`).pluck().get(id) as
		number | undefined;
}
