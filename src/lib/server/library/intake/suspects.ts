import { identify } from '#core/matching/identify.ts';
import type { Sighting } from '#core/matching/sighting.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from '../item-table.ts';
import type { ItemKind } from '../schema/folders.ts';
import { searchLibrary } from '../search.ts';

export interface Suspect {
	kind: ItemKind;
	id: number;
	title: string;
	year: number | null;
	posterPath: string | null;
	confidence: number;
	reasons: string[];
}

interface Row {
	id: number;
	title: string;
	originalTitle: string | null;
	year: number | null;
	posterPath: string | null;
	runtimeMinutes: number | null;
	tmdbId: number | null;
	imdbId: string | null;
	tvdbId: number | null;
}

const maxTitles = 3;

/** Which items of the library something seen may be, likeliest first. */
export function suspects(db: Db, kind: ItemKind, sighting: Sighting): Suspect[] {
	const ids = new Set(byIds(db, kind, sighting));
	for (const title of sighting.titles.slice(0, maxTitles))
		for (const found of searchLibrary(db, title, 12)) if (found.kind === kind) ids.add(found.id);
	const known = [...ids].flatMap((id) => {
		const row = load(db, kind, id);
		return row ? [{ ...row, row, kind }] : [];
	});
	const items = known.map(({ row }) => ({
		row,
		kind,
		title: row.title,
		aliases: [...(row.originalTitle ? [row.originalTitle] : []), ...aliasesOf(db, kind, row.id)],
		year: row.year ?? undefined,
		runtimeMinutes: kind === 'movie' ? (row.runtimeMinutes ?? undefined) : undefined,
		ids: {
			tmdb: row.tmdbId ?? undefined,
			imdb: row.imdbId ?? undefined,
			tvdb: row.tvdbId ?? undefined
		}
	}));
	const { best, others } = identify({ ...sighting, kind }, items);
	return [best, ...others]
		.filter((each) => each !== undefined)
		.map(({ item: { row }, confidence, reasons }) => ({
			kind,
			id: row.id,
			title: row.title,
			year: row.year,
			posterPath: row.posterPath,
			confidence,
			reasons: [...reasons]
		}));
}

function byIds(db: Db, kind: ItemKind, { ids = {} }: Sighting): number[] {
	const table = tableOf[kind];
	const columns = [
		['tmdbId', ids.tmdb],
		['imdbId', ids.imdb],
		...(kind === 'series' ? ([['tvdbId', ids.tvdb]] as const) : [])
	] as const;
	return columns.flatMap(([column, value]) =>
		value === undefined
			? []
			: (prepared(db, `SELECT id FROM ${table} WHERE ${column} = ?`).pluck().all(value) as number[])
	);
}

const load = (db: Db, kind: ItemKind, id: number) =>
	prepared(
		db,
		`SELECT id, title, originalTitle, year, posterPath, runtimeMinutes, tmdbId, imdbId, ${kind === 'series' ? 'tvdbId' : 'NULL AS tvdbId'}
		FROM ${tableOf[kind]} WHERE id = ?`
	).get(id) as Row | undefined;

/** What is told of an item to people. */
export const itemOf = (db: Db, kind: ItemKind, id: number) =>
	load(db, kind, id) as Pick<Row, 'title' | 'year' | 'posterPath'> | undefined;

const aliasesOf = (db: Db, kind: ItemKind, id: number) =>
	prepared(db, `SELECT title FROM aliases WHERE ${kind}Id = ? LIMIT 60`).pluck().all(id) as string[];
