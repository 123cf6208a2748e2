import { eq } from 'drizzle-orm';
import { said } from '#core/text/said.ts';
import { rawDb, type Db } from '#server/platform/db.ts';
import { conflict, invalid, notFound } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from '../item-table.ts';
import { fetchFacts, fitOf, type Facts } from '../identify/ask.ts';
import { gatherClues } from '../identify/clues.ts';
import { recordAndLink, type Identifying } from '../identify/identify-unit.ts';
import { filesOf, unitAt, type Unit } from '../identify/pending.ts';
import { clearUnmatched, noteUnmatched } from '../identify/unmatched-rows.ts';
import { refreshMovieTotals, refreshSeriesTotals } from '../items.ts';
import { findMovie } from '../record/movie.ts';
import { findSeries } from '../record/series.ts';
import { unmatched } from '../schema/files.ts';
import type { ItemKind } from '../schema/folders.ts';
import { noteUndo, titleOf } from './note-undo.ts';
import { ownersOf } from './owners.ts';
import { takeSnapshot } from './snapshot.ts';
import type { UndoStep } from './undo.ts';

export interface Target {
	source: 'tmdb' | 'tvmaze';
	id: number;
}

/** What a match made of it, and the step that takes it back. */
export interface Matched {
	kind: ItemKind;
	id: number;
	undoId: number;
}

const rowOf = (db: Db, id: number) => {
	const row = db.select().from(unmatched).where(eq(unmatched.id, id)).get();
	if (!row) throw notFound('unmatched folder', id);
	return row;
};

async function factsOf(
	{ metadata }: Identifying,
	kind: ItemKind,
	{ source: name, id }: Target,
	signal: AbortSignal
): Promise<Facts> {
	const source = metadata.sources().find((each) => each.id === name);
	if (!source || (kind === 'movie' && !source.movie)) throw invalid(`${name} cannot be asked for this.`);
	return fetchFacts(kind, name === 'tmdb' ? { tmdb: id } : { tvmaze: id }, source, signal);
}

/** A person says what it is. */
export async function matchUnmatched(
	context: Identifying,
	id: number,
	target: Target,
	signal: AbortSignal,
	by?: string
): Promise<Matched> {
	const row = rowOf(context.db, id);
	const unit = unitAt(context.db, row.rootFolderId, row.path);
	if (!unit) throw conflict('Its files are not there any more. Scan the folder again.');
	return matchWaiting(context, unit, target, signal, by);
}

/** A person says what the film or show of a file is. */
export async function matchFile(
	context: Identifying,
	fileId: number,
	target: Target,
	signal: AbortSignal,
	by?: string
): Promise<Matched> {
	const { db } = context;
	const file = prepared(db, 'SELECT rootFolderId, unit, movieId, seriesId FROM files WHERE id = ?').get(
		fileId
	) as { rootFolderId: number; unit: string; movieId: number | null; seriesId: number | null } | undefined;
	const unit = file && unitAt(db, file.rootFolderId, file.unit);
	if (!unit) throw notFound('file', fileId);
	const item = unit.kind === 'movie' ? file.movieId : file.seriesId;
	return item === null
		? matchWaiting(context, unit, target, signal, by)
		: rematchItem(context, unit.kind, item, target, signal, by);
}

/** Files that waited are matched; taken back, they wait again, and an item that came into being by it goes. */
async function matchWaiting(
	context: Identifying,
	unit: Unit,
	target: Target,
	signal: AbortSignal,
	by: string | undefined
): Promise<Matched> {
	const { db } = context;
	const files = ownersOf(db, filesOf(db, unit));
	const waiting = waitingAt(db, unit);
	const newest = prepared(db, `SELECT coalesce(max(id), 0) FROM ${tableOf[unit.kind]}`).pluck();
	const before = newest.get() as number;
	const made = await matchUnit(context, unit, target, signal);
	const isNew = made.id > before;
	const steps: UndoStep[] = [
		{ do: 'owners', files },
		{ do: 'unmatched', back: waiting, gone: isNew ? filePlaces(db, unit) : [] },
		...(isNew ? [{ do: 'forget' as const, ...made }] : [])
	];
	return { ...made, undoId: noteMatch(context, made, steps, by) };
}

/** What of a unit waits for a person. */
export const waitingAt = (db: Db, { rootFolderId, path }: Pick<Unit, 'rootFolderId' | 'path'>) =>
	prepared(
		db,
		`SELECT * FROM unmatched WHERE rootFolderId = :root AND (path = :path OR path IN (SELECT path FROM files WHERE rootFolderId = :root AND unit = :path))`
	).all({ root: rootFolderId, path }) as Extract<UndoStep, { do: 'unmatched' }>['back'];

const filePlaces = (db: Db, unit: Unit) =>
	filesOf(db, unit).map(({ path }) => ({ rootFolderId: unit.rootFolderId, path }));

const noteMatch = (
	{ db, now }: Pick<Identifying, 'db' | 'now'>,
	{ kind, id }: { kind: ItemKind; id: number },
	steps: readonly UndoStep[],
	by: string | undefined,
	was?: string
): number => {
	const title = titleOf(db, kind, id);
	const words =
		was === undefined || was === title
			? said('Matched {title}', { title })
			: said('Matched {was} as {title}', { was, title });
	return noteUndo(db, words, steps, now(), { kind: 'matched', by, subjects: [{ kind, ids: [id] }] });
};

async function matchUnit(
	context: Identifying,
	unit: Unit,
	target: Target,
	signal: AbortSignal,
	into?: number
): Promise<{ kind: ItemKind; id: number }> {
	const clues = await gatherClues(unit, filesOf(context.db, unit), context.workers, signal);
	const facts = await factsOf(context, unit.kind, target, signal);
	const reasons = ['A person chose it.', ...fitOf(clues.sighting, facts).reasons];
	const id = await recordAndLink(context, unit, clues, facts, { confidence: 1, reasons }, () => into);
	return { kind: unit.kind, id };
}

const columnOf = (kind: ItemKind) => (kind === 'movie' ? 'movieId' : 'seriesId');

export function unitsOf(db: Db, kind: ItemKind, id: number): Unit[] {
	const rows = prepared(
		db,
		`SELECT DISTINCT rootFolderId, unit FROM files WHERE ${columnOf(kind)} = ? AND role IN ('main', 'part') AND state <> 'trashed'`
	).all(id) as { rootFolderId: number; unit: string }[];
	return rows.flatMap(({ rootFolderId, unit }) => unitAt(db, rootFolderId, unit) ?? []);
}

/** The item is something else: its row goes on as that, with progress and tags, unless the other is here already. */
export async function rematchItem(
	context: Identifying,
	kind: ItemKind,
	id: number,
	target: Target,
	signal: AbortSignal,
	by?: string
): Promise<Matched> {
	const { db, now } = context;
	const facts = await factsOf(context, kind, target, signal);
	const units = unitsOf(db, kind, id);
	const found = facts.kind === 'movie' ? findMovie(db, facts) : findSeries(db, facts);
	const other = found === id ? undefined : found;
	if (units.length === 0) throw conflict('It has no files by which it could be matched.');
	const was = titleOf(db, kind, id);
	const files = ownersOf(
		db,
		prepared(db, `SELECT id FROM files WHERE ${columnOf(kind)} = ?`).all(id) as { id: number }[]
	);
	const steps: UndoStep[] = [
		{ do: 'item', kind, id, snapshots: takeSnapshot(db, kind, id) },
		...(other === undefined
			? []
			: [{ do: 'item' as const, kind, id: other, snapshots: takeSnapshot(db, kind, other) }]),
		{ do: 'owners', files }
	];
	if (other === undefined) releaseIds(db, kind, id);
	let made = { kind, id };
	for (const unit of units) made = await matchUnit(context, unit, target, signal, other ?? id);
	if (other !== undefined) rawDb(db).transaction(() => giveOver(db, kind, id, other, now()))();
	return { ...made, undoId: noteMatch(context, made, steps, by, was) };
}

/** Ids and pictures of the wrong match must not outlive it. */
function releaseIds(db: Db, kind: ItemKind, id: number): void {
	const more =
		kind === 'series' ? ', tvdbId = NULL, tvmazeId = NULL, episodeGroup = NULL' : ', collectionId = NULL';
	prepared(
		db,
		`UPDATE ${tableOf[kind]} SET lockedFields = (SELECT json_group_array(value) FROM json_each(lockedFields) WHERE value NOT IN ('posterPath', 'backdropPath')), tmdbId = NULL, imdbId = NULL, overview = NULL, tagline = NULL, posterPath = NULL, backdropPath = NULL, sourcePosterPath = NULL, sourceBackdropPath = NULL, trailerUrl = NULL, rating = NULL, votes = NULL ${more} WHERE id = ?`
	).run(id);
	if (kind === 'movie') return;
	prepared(
		db,
		`UPDATE seasons SET posterPath = NULL, sourcePosterPath = NULL, lockedFields = '[]' WHERE seriesId = ?`
	).run(id);
	prepared(
		db,
		'DELETE FROM episode_files WHERE episodeId IN (SELECT id FROM episodes WHERE seriesId = ?)'
	).run(id);
}

function giveOver(db: Db, kind: ItemKind, from: number, to: number, now: number): void {
	prepared(db, `UPDATE files SET ${columnOf(kind)} = ? WHERE ${columnOf(kind)} = ?`).run(to, from);
	if (kind === 'movie') refreshMovieTotals(db, to);
	if (kind === 'movie')
		prepared(db, 'UPDATE OR IGNORE progress SET movieId = ? WHERE movieId = ?').run(to, from);
	else {
		prepared(
			db,
			`UPDATE OR IGNORE progress SET seriesId = ?, episodeId = (SELECT n.id FROM episodes n JOIN episodes o ON o.seasonNumber = n.seasonNumber AND o.number = n.number WHERE n.seriesId = ? AND o.id = progress.episodeId)
			WHERE seriesId = ? AND EXISTS (SELECT 1 FROM episodes n JOIN episodes o ON o.seasonNumber = n.seasonNumber AND o.number = n.number WHERE n.seriesId = ? AND o.id = progress.episodeId)`
		).run(to, to, from, to);
		refreshSeriesTotals(db, to, new Date(now).toISOString().slice(0, 10));
	}
	prepared(db, `DELETE FROM ${tableOf[kind]} WHERE id = ?`).run(from);
}

/** Its files wait for a match again; the item goes, unless it is wanted without files. */
export function unmatchItem(
	{ db, now }: Pick<Identifying, 'db' | 'now'>,
	kind: ItemKind,
	id: number,
	by?: string
): number {
	const item = prepared(db, `SELECT title, year FROM ${tableOf[kind]} WHERE id = ?`).get(id) as
		{ title: string; year: number | null } | undefined;
	if (!item) throw notFound(kind === 'movie' ? 'film' : 'series', id);
	const units = unitsOf(db, kind, id);
	const files = ownersOf(
		db,
		prepared(db, `SELECT id FROM files WHERE ${columnOf(kind)} = ?`).all(id) as { id: number }[]
	);
	return rawDb(db).transaction(() => {
		const steps: UndoStep[] = [
			{ do: 'rows', snapshots: takeSnapshot(db, kind, id) },
			{ do: 'owners', files },
			{ do: 'unmatched', back: [], gone: units.map(({ rootFolderId, path }) => ({ rootFolderId, path })) }
		];
		const undoId = noteUndo(db, said('Took back the match of {title}', { title: item.title }), steps, now(), {
			kind: 'matched',
			by,
			subjects: [{ kind, ids: [id] }]
		});
		for (const unit of units) {
			const facts = {
				title: item.title,
				year: item.year ?? undefined,
				message: 'A person said it is something else.',
				suggestions: []
			};
			clearUnmatched(db, unit);
			noteUnmatched(db, unit, {
				...facts,
				reason: 'unsure',
				fileCount: filesOf(db, unit).length,
				now: now()
			});
		}
		prepared(db, `DELETE FROM ${tableOf[kind]} WHERE id = ?`).run(id);
		return undoId;
	})();
}
