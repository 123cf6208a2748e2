import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from '../item-table.ts';
import type { ItemKind } from '../schema/folders.ts';

/** Whether pictures beside a film or show count more than those of the source, less, or nothing. */
export type LocalPictures = 'first' | 'fallback' | 'never';

interface Row {
	id: number;
	role: 'poster' | 'backdrop';
	season: number | null;
	mtimeMs: number;
}

/** The name by which the picture cache asks for one that lies beside an item. */
export const localRef = ({ id, mtimeMs }: Pick<Row, 'id' | 'mtimeMs'>): string =>
	`local/${id}-${Math.round(mtimeMs).toString(36)}`;

const either = (mode: LocalPictures, local: string | null, source: string | null) =>
	mode === 'never' ? source : mode === 'first' ? (local ?? source) : (source ?? local);

const picturesOf = (db: Db, kind: ItemKind, id: number) =>
	prepared(
		db,
		`SELECT id, role, season, mtimeMs FROM item_pictures WHERE ${kind}Id = ? ORDER BY rank, id`
	).all(id) as Row[];

/** What an item shows when nobody chose otherwise. */
export function usualPictures(
	db: Db,
	kind: ItemKind,
	id: number,
	mode: LocalPictures
): { posterPath: string | null; backdropPath: string | null } {
	const row = prepared(
		db,
		`SELECT sourcePosterPath, sourceBackdropPath FROM ${tableOf[kind]} WHERE id = ?`
	).get(id) as { sourcePosterPath: string | null; sourceBackdropPath: string | null };
	const own = picturesOf(db, kind, id).filter(({ season }) => season === null);
	const first = (role: Row['role']) => {
		const picture = own.find((each) => each.role === role);
		return picture ? localRef(picture) : null;
	};
	return {
		posterPath: either(mode, first('poster'), row.sourcePosterPath),
		backdropPath: either(mode, first('backdrop'), row.sourceBackdropPath)
	};
}

/** Sets what the item and its seasons show; what a person chose stays. Answers whether anything changed. */
export function choosePictures(db: Db, kind: ItemKind, id: number, mode: LocalPictures): boolean {
	const table = tableOf[kind];
	const usual = usualPictures(db, kind, id, mode);
	let changes = 0;
	for (const [column, ref] of Object.entries(usual))
		changes += prepared(
			db,
			`UPDATE ${table} SET ${column} = :ref WHERE id = :id AND ${column} IS NOT :ref AND NOT EXISTS (SELECT 1 FROM json_each(lockedFields) WHERE value = '${column}')`
		).run({ ref, id }).changes;
	return (kind === 'series' ? changes + chooseSeasons(db, id, mode) : changes) > 0;
}

interface SeasonRow {
	id: number;
	number: number;
	posterPath: string | null;
	sourcePosterPath: string | null;
	lockedFields: string;
}

/** What a season shows when nobody chose otherwise. */
export function usualSeasonPoster(
	db: Db,
	seriesId: number,
	{ number, sourcePosterPath }: Pick<SeasonRow, 'number' | 'sourcePosterPath'>,
	mode: LocalPictures
): string | null {
	const own = picturesOf(db, 'series', seriesId).find(
		({ season, role }) => season === number && role === 'poster'
	);
	return either(mode, own ? localRef(own) : null, sourcePosterPath);
}

function chooseSeasons(db: Db, seriesId: number, mode: LocalPictures): number {
	const seasons = prepared(
		db,
		'SELECT id, number, posterPath, sourcePosterPath, lockedFields FROM seasons WHERE seriesId = ?'
	).all(seriesId) as SeasonRow[];
	let changes = 0;
	for (const season of seasons) {
		const ref = usualSeasonPoster(db, seriesId, season, mode);
		if (ref === season.posterPath || season.lockedFields.includes('"posterPath"')) continue;
		changes += prepared(db, 'UPDATE seasons SET posterPath = ? WHERE id = ?').run(ref, season.id).changes;
	}
	return changes;
}
