import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { ItemKind } from '../schema/folders.ts';

export interface Snapshot {
	table: string;
	rows: Record<string, string | number | null>[];
}

/** Tables that hang on an item, parents first. */
const parts: Record<ItemKind, [table: string, where: string][]> = {
	movie: [
		['movies', 'id = ?'],
		['aliases', 'movieId = ?'],
		['credits', 'movieId = ?'],
		['item_tags', 'movieId = ?'],
		['progress', 'movieId = ?']
	],
	series: [
		['series', 'id = ?'],
		['seasons', 'seriesId = ?'],
		['episodes', 'seriesId = ?'],
		['aliases', 'seriesId = ?'],
		['credits', 'seriesId = ?'],
		['item_tags', 'seriesId = ?'],
		['progress', 'seriesId = ?'],
		['episode_files', 'episodeId IN (SELECT id FROM episodes WHERE seriesId = ?)']
	]
};

export const takeSnapshot = (db: Db, kind: ItemKind, id: number): Snapshot[] =>
	parts[kind].map(([table, where]) => ({
		table,
		rows: prepared(db, `SELECT * FROM ${table} WHERE ${where}`).all(id) as Snapshot['rows']
	}));

const tables = new Set([
	'unmatched',
	...Object.values(parts).flatMap((list) => list.map(([table]) => table))
]);

/** Puts rows back as they were; what has come in their place meanwhile stays. */
export function putBack(db: Db, snapshots: readonly Snapshot[]): void {
	for (const { table, rows } of snapshots) {
		if (!tables.has(table)) continue;
		for (const row of rows) {
			const names = Object.keys(row);
			prepared(
				db,
				`INSERT OR IGNORE INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
			).run(...Object.values(row));
		}
	}
}
