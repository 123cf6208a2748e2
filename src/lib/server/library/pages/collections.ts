import type { Db } from '#server/platform/db.ts';
import { notFound } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';

export interface CollectionLine {
	id: number;
	tmdbId: number | null;
	name: string;
	overview: string | null;
	posterPath: string | null;
	backdropPath: string | null;
	films: number;
	have: number;
}

const columns = `c.id, c.tmdbId, c.name, c.overview, c.posterPath, c.backdropPath, count(m.id) AS films, coalesce(sum(m.fileCount > 0), 0) AS have
	FROM collections c JOIN movies m ON m.collectionId = c.id`;

export const collections = (db: Db) =>
	prepared(db, `SELECT ${columns} GROUP BY c.id ORDER BY c.sortName, c.id`).all() as CollectionLine[];

export interface CollectionPart {
	id: number;
	tmdbId: number | null;
	title: string;
	year: number | null;
	posterPath: string | null;
	fileCount: number;
}

/** Its films in the order they came out. */
export const collectionParts = (db: Db, id: number) =>
	prepared(
		db,
		'SELECT id, tmdbId, title, year, posterPath, fileCount FROM movies WHERE collectionId = ? ORDER BY coalesce(inCinemas, year), year, id'
	).all(id) as CollectionPart[];

export function collection(db: Db, id: number) {
	const found = prepared(db, `SELECT ${columns} WHERE c.id = ? GROUP BY c.id`).get(id) as
		CollectionLine | undefined;
	if (!found) throw notFound('collection', id);
	return { ...found, parts: collectionParts(db, id) };
}
