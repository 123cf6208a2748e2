import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from '../item-table.ts';
import type { ItemKind } from '../schema/folders.ts';

export interface Facets {
	genres: string[];
	resolutions: string[];
	years: { first: number; last: number } | null;
	libraries: { id: number; name: string }[];
	tags: { id: number; name: string }[];
}

const keptMs = 60_000;
const kept = new WeakMap<object, Map<ItemKind, { at: number; facets: Facets }>>();

/** What a list can be narrowed by. Genres need a look at every row, so an answer is kept for a minute. */
export function facetsOf(db: Db, kind: ItemKind, now: number): Facets {
	const known = kept.get(db) ?? new Map<ItemKind, { at: number; facets: Facets }>();
	kept.set(db, known);
	const found = known.get(kind);
	if (found && now - found.at < keptMs && found.facets.years) return found.facets;
	const facets = readFacets(db, kind);
	known.set(kind, { at: now, facets });
	return facets;
}

function readFacets(db: Db, kind: ItemKind): Facets {
	const table = tableOf[kind];
	const column = (sql: string) => prepared(db, sql).pluck().all() as string[];
	const lists = column(`SELECT DISTINCT genres FROM ${table}`);
	const genres = new Set(lists.flatMap((list) => JSON.parse(list) as string[]));
	const years = prepared(db, `SELECT min(year) AS first, max(year) AS last FROM ${table}`).get() as {
		first: number | null;
		last: number | null;
	};
	return {
		genres: [...genres].sort((a, b) => a.localeCompare(b)),
		resolutions:
			kind === 'movie'
				? column(
						`SELECT DISTINCT resolution FROM ${table} WHERE resolution IS NOT NULL ORDER BY CAST(resolution AS INTEGER) DESC`
					)
				: [],
		years: years.first && years.last ? { first: years.first, last: years.last } : null,
		libraries: prepared(db, 'SELECT id, name FROM libraries WHERE kind = ? ORDER BY position, name').all(
			kind
		) as Facets['libraries'],
		tags: prepared(db, 'SELECT id, name FROM tags ORDER BY name').all() as Facets['tags']
	};
}
