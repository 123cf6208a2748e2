import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Probe } from '../schema/files.ts';
import type { ItemKind, SeriesType } from '../schema/folders.ts';

/** A film's or show's folder, or a name standing alone, whose files belong to no item yet. */
export interface Unit {
	rootFolderId: number;
	rootPath: string;
	path: string;
	kind: ItemKind;
	libraryId: number;
	seriesType: SeriesType;
}

export interface UnitFile {
	id: number;
	path: string;
	role: string;
	sizeBytes: number;
	probe: Probe | null;
	heldBy: string | null;
}

export interface PendingQuery {
	rootFolderId?: number | undefined;
	/** Also what was tried lately without success. */
	again?: boolean | undefined;
	/** Only this unit. */
	unit?: string | undefined;
	now: number;
}

/** What no source knew is asked for again after so long. */
const againAfterMs = 7 * 86_400_000;

const select = `SELECT f.rootFolderId, r.path AS rootPath, f.unit AS path, l.kind, l.id AS libraryId, l.seriesType
	FROM files f JOIN root_folders r ON r.id = f.rootFolderId JOIN libraries l ON l.id = r.libraryId`;
const homeless = `f.state = 'present' AND f.role IN ('main', 'part') AND f.movieId IS NULL AND f.seriesId IS NULL`;

export function pendingUnits(db: Db, { rootFolderId, again, unit, now }: PendingQuery): Unit[] {
	const triedBefore = again ? now + 1 : now - againAfterMs;
	return prepared(
		db,
		`${select} WHERE ${homeless} AND (? IS NULL OR f.rootFolderId = ?) AND (? IS NULL OR f.unit = ?)
		AND NOT EXISTS (SELECT 1 FROM unmatched u WHERE u.rootFolderId = f.rootFolderId AND u.path = f.unit
			AND (u.ignored = 1 OR (u.reason <> 'source-failed' AND u.triedAt > ?)))
		GROUP BY f.rootFolderId, f.unit ORDER BY max(f.addedAt) DESC, f.unit`
	).all(rootFolderId ?? null, rootFolderId ?? null, unit ?? null, unit ?? null, triedBefore) as Unit[];
}

/** Somebody else asked for it meanwhile, in vain. */
export const wasTried = (db: Db, { rootFolderId, path }: Unit, since: number): boolean =>
	prepared(
		db,
		`SELECT 1 FROM unmatched WHERE rootFolderId = ? AND path = ? AND triedAt > ? AND reason <> 'source-failed'`
	).get(rootFolderId, path, since) !== undefined;

export const unitAt = (db: Db, rootFolderId: number, path: string) =>
	prepared(db, `${select} WHERE f.rootFolderId = ? AND f.unit = ? AND f.state <> 'trashed' LIMIT 1`).get(
		rootFolderId,
		path
	) as Unit | undefined;

/** The plus keeps SQLite from walking the whole root folder by path only to save the sorting of a few rows. */
export function filesOf(db: Db, { rootFolderId, path }: Pick<Unit, 'rootFolderId' | 'path'>): UnitFile[] {
	const rows = prepared(
		db,
		`SELECT id, path, role, sizeBytes, probe, heldBy FROM files WHERE rootFolderId = ? AND unit = ? AND state <> 'trashed' ORDER BY +path`
	).all(rootFolderId, path) as (Omit<UnitFile, 'probe'> & { probe: string | null })[];
	return rows.map((row) => ({
		...row,
		probe: row.probe === null ? null : (JSON.parse(row.probe) as Probe)
	}));
}

/** The item that other files of the unit belong to, or that has it for its folder. */
export function itemOfUnit(db: Db, { kind, rootFolderId, path }: Unit): number | undefined {
	const [table, column] = kind === 'movie' ? ['movies', 'movieId'] : ['series', 'seriesId'];
	return prepared(
		db,
		`SELECT ${column} FROM files WHERE rootFolderId = ? AND unit = ? AND ${column} IS NOT NULL AND heldBy IS NULL
		UNION ALL SELECT id FROM ${table} WHERE rootFolderId = ? AND folder = ? LIMIT 1`
	)
		.pluck()
		.get(rootFolderId, path, rootFolderId, path) as number | undefined;
}

/** Extras that came after their film or show had been identified. */
export function adoptExtras(db: Db): void {
	for (const column of ['movieId', 'seriesId']) {
		const owner = `(SELECT m.${column} FROM files m WHERE m.rootFolderId = files.rootFolderId AND m.unit = files.unit AND m.${column} IS NOT NULL LIMIT 1)`;
		prepared(
			db,
			`UPDATE files SET ${column} = ${owner} WHERE role IN ('extra', 'sample') AND movieId IS NULL AND seriesId IS NULL AND state = 'present' AND ${owner} IS NOT NULL`
		).run();
	}
}
