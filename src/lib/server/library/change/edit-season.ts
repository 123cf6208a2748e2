import { and, eq } from 'drizzle-orm';
import { said, type Said } from '#core/text/said.ts';
import { rawDb, type Db } from '#server/platform/db.ts';
import { notFound } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import { usualSeasonPoster, type LocalPictures } from '../pictures/choose-pictures.ts';
import { episodes, seasons } from '../schema/items.ts';
import { noteUndo, titleOf } from './note-undo.ts';
import type { UndoStep } from './undo.ts';

export interface SeasonRef {
	seriesId: number;
	number: number;
}

export interface SeasonPatch {
	/** Its episodes follow it. */
	monitored?: boolean | undefined;
	/** Kept against refreshes from now on; the usual one is back with null. */
	posterPath?: string | null | undefined;
}

interface Note {
	now: number;
	by?: string | undefined;
	localPictures: LocalPictures;
}

type Season = typeof seasons.$inferSelect;
type Rows = Extract<UndoStep, { do: 'fields' }>['rows'];

/** Answers the step that undoes it, when anything changed. */
export function editSeason(
	db: Db,
	{ seriesId, number }: SeasonRef,
	patch: SeasonPatch,
	note: Note
): number | undefined {
	return rawDb(db).transaction(() => {
		const own = and(eq(seasons.seriesId, seriesId), eq(seasons.number, number));
		const season = db.select().from(seasons).where(own).get();
		if (!season) throw notFound('season', number);
		const steps: UndoStep[] = [
			...(patch.monitored === undefined ? [] : monitor(db, season, patch.monitored)),
			...(patch.posterPath === undefined ? [] : setPoster(db, season, patch.posterPath, note.localPictures))
		];
		if (steps.every((step) => step.do === 'fields' && step.rows.length === 0)) return undefined;
		const title = titleOf(db, 'series', seriesId);
		return noteUndo(db, words(patch, { number, title }), steps, note.now, {
			kind: 'edited',
			by: note.by,
			subjects: [{ kind: 'series', ids: [seriesId] }]
		});
	})();
}

function words({ monitored }: SeasonPatch, values: { number: number; title: string }): Said {
	if (monitored === undefined) return said('Chose another poster for season {number} of {title}', values);
	return monitored
		? said('Began to look for season {number} of {title}', values)
		: said('Left season {number} of {title} alone', values);
}

function monitor(db: Db, season: Season, monitored: boolean): UndoStep[] {
	const own = and(eq(episodes.seriesId, season.seriesId), eq(episodes.seasonNumber, season.number));
	const all = db.select({ id: episodes.id, monitored: episodes.monitored }).from(episodes).where(own).all();
	const turned = (list: readonly { id: number; monitored: boolean }[]): Rows =>
		list
			.filter((row) => row.monitored !== monitored)
			.map(({ id }) => ({
				id,
				before: { monitored: Number(!monitored) },
				after: { monitored: Number(monitored) }
			}));
	db.update(seasons).set({ monitored }).where(eq(seasons.id, season.id)).run();
	db.update(episodes).set({ monitored }).where(own).run();
	return [
		{ do: 'fields', table: 'seasons', rows: turned([season]) },
		{ do: 'fields', table: 'episodes', rows: turned(all) }
	];
}

function setPoster(db: Db, season: Season, chosen: string | null, mode: LocalPictures): UndoStep[] {
	const { id, seriesId, lockedFields } = season;
	const others = lockedFields.filter((field) => field !== 'posterPath');
	const posterPath = chosen ?? usualSeasonPoster(db, seriesId, season, mode);
	const locks = chosen === null ? others : [...others, 'posterPath'];
	const read = () =>
		prepared(db, 'SELECT posterPath, lockedFields FROM seasons WHERE id = ?').get(
			id
		) as Rows[number]['before'];
	const before = read();
	db.update(seasons).set({ posterPath, lockedFields: locks }).where(eq(seasons.id, id)).run();
	const after = read();
	const isSame = Object.keys(before).every((name) => before[name] === after[name]);
	return [{ do: 'fields', table: 'seasons', rows: isSame ? [] : [{ id, before, after }] }];
}
