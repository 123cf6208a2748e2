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
	/** Of all its films, as far as TMDB told; those in the library until then. */
	all: number;
	monitored: boolean;
	profileId: string | null;
	rootFolderId: number | null;
	minimumAvailability: 'announced' | 'in-cinemas' | 'released' | null;
}

type Row = Omit<CollectionLine, 'monitored'> & { monitored: number };
const toLine = (row: Row): CollectionLine => ({ ...row, monitored: row.monitored === 1 });

const columns = `c.id, c.tmdbId, c.name, c.overview, c.posterPath, c.backdropPath, count(m.id) AS films, coalesce(sum(m.fileCount > 0), 0) AS have,
	max(count(m.id), coalesce(json_array_length(c.knownParts), 0)) AS "all", c.monitored, c.profileId, c.rootFolderId, c.minimumAvailability
	FROM collections c JOIN movies m ON m.collectionId = c.id`;

export const collections = (db: Db) =>
	(prepared(db, `SELECT ${columns} GROUP BY c.id ORDER BY c.sortName, c.id`).all() as Row[]).map(toLine);

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
	const found = prepared(db, `SELECT ${columns} WHERE c.id = ? GROUP BY c.id`).get(id) as Row | undefined;
	if (!found) throw notFound('collection', id);
	return { ...toLine(found), parts: collectionParts(db, id) };
}
