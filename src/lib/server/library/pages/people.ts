import type { Db } from '#server/platform/db.ts';
import { notFound } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import type { ItemKind } from '../schema/folders.ts';

export interface Part {
	kind: ItemKind;
	id: number;
	tmdbId: number | null;
	title: string;
	year: number | null;
	posterPath: string | null;
	fileCount: number;
	/** Every part somebody had in it: roles, or the department. */
	roles: string[];
}

export interface Person {
	id: number;
	tmdbId: number | null;
	name: string;
	biography: string | null;
	born: string | null;
	died: string | null;
	photoPath: string | null;
	parts: Part[];
}

const partsOf = (kind: ItemKind, table: string) =>
	`SELECT '${kind}' AS kind, i.id, i.tmdbId, i.title, i.year, i.posterPath, i.fileCount,
		json_group_array(DISTINCT coalesce(nullif(c.role, ''), c.department)) AS roles
	FROM credits c JOIN ${table} i ON i.id = c.${kind}Id WHERE c.personId = :id GROUP BY i.id`;

/** Somebody before or behind the camera, with everything of theirs in the library, newest first. */
export function person(db: Db, id: number): Person {
	const found = prepared(
		db,
		'SELECT id, tmdbId, name, biography, born, died, photoPath FROM people WHERE id = ?'
	).get(id) as Omit<Person, 'parts'> | undefined;
	if (!found) throw notFound('person', id);
	const rows = prepared(
		db,
		`${partsOf('movie', 'movies')} UNION ALL ${partsOf('series', 'series')} ORDER BY 5 DESC, 4`
	).all({ id }) as (Omit<Part, 'roles'> & { roles: string })[];
	return { ...found, parts: rows.map((row) => ({ ...row, roles: JSON.parse(row.roles) as string[] })) };
}
