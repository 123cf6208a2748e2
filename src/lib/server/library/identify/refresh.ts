import { rawDb } from '#server/platform/db.ts';
import { notFound } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import type { ItemKind } from '../schema/folders.ts';
import { refreshSeriesTotals } from '../items.ts';
import { recordMovie } from '../record/movie.ts';
import { recordSeries } from '../record/series.ts';
import { ask, type Facts } from './ask.ts';
import { gatherClues } from './clues.ts';
import { recordAndLink, type Identifying } from './identify-unit.ts';
import { filesOf, unitAt } from './pending.ts';
import { seriesInOrder } from './series-facts.ts';

interface ItemRow {
	id: number;
	libraryId: number;
	rootFolderId: number | null;
	folder: string | null;
	tmdbId: number | null;
	tvmazeId: number | null;
	source: string;
	confidence: number;
	reasons: string;
	episodeGroup: string | null;
}

const tables: Record<ItemKind, string> = { movie: 'movies', series: 'series' };

/** Asks the source of an item again; what a person locked stays. Answers whether anything was learnt. */
export async function refreshItem(
	context: Identifying,
	kind: ItemKind,
	id: number,
	signal: AbortSignal
): Promise<boolean> {
	const { db, bus, now, pictures } = context;
	const own = kind === 'series' ? 'tvmazeId, episodeGroup' : 'NULL AS tvmazeId, NULL AS episodeGroup';
	const row = prepared(
		db,
		`SELECT id, libraryId, rootFolderId, folder, tmdbId, source, confidence, reasons, ${own} FROM ${tables[kind]} WHERE id = ?`
	).get(id) as ItemRow | undefined;
	if (!row) throw notFound(kind === 'movie' ? 'film' : 'series', id);
	const facts = await factsAgain(context, kind, row, signal);
	if (!facts)
		return row.tmdbId === null && row.tvmazeId === null ? identifyAgain(context, kind, row, signal) : false;
	const place = { ...row, reasons: JSON.parse(row.reasons) as string[], now: now() };
	rawDb(db).transaction(() => {
		if (facts.kind === 'movie') recordMovie(db, facts, place, id);
		else recordSeries(db, facts, place, id);
		pictures.choose(kind, id);
		if (facts.kind === 'series') refreshSeriesTotals(db, id, new Date(now()).toISOString().slice(0, 10));
	})();
	bus.emit('library.changed', { kind, id });
	return true;
}

async function factsAgain(
	{ metadata }: Identifying,
	kind: ItemKind,
	row: ItemRow,
	signal: AbortSignal
): Promise<Facts | undefined> {
	for (const source of metadata.sources()) {
		const id = source.id === 'tvmaze' ? row.tvmazeId : row.tmdbId;
		if (id === null) continue;
		if (kind === 'series') return seriesInOrder(source, id, row.episodeGroup, signal);
		if (source.movie) return source.movie(id, signal);
	}
	return undefined;
}

/** An item known by its own words only: perhaps a source knows it by now. */
async function identifyAgain(
	context: Identifying,
	kind: ItemKind,
	row: ItemRow,
	signal: AbortSignal
): Promise<boolean> {
	const { db, workers, metadata, now } = context;
	prepared(db, `UPDATE ${tables[kind]} SET refreshedAt = ? WHERE id = ?`).run(now(), row.id);
	const unit =
		row.rootFolderId !== null && row.folder !== null ? unitAt(db, row.rootFolderId, row.folder) : undefined;
	if (!unit) return false;
	const clues = await gatherClues(unit, filesOf(db, unit), workers, signal);
	const answer = await ask(kind, clues.sighting, metadata.sources(), signal);
	if (answer.outcome !== 'found') return false;
	await recordAndLink(context, unit, clues, answer.facts, answer, () => row.id);
	return true;
}

/** What is due: running series daily, others after some weeks, and what is known by its name only every week. */
export function dueItems(
	context: Pick<Identifying, 'db' | 'now'>,
	refreshDays: number,
	limit: number
): { kind: ItemKind; id: number }[] {
	const day = 86_400_000;
	const now = context.now();
	return prepared(
		context.db,
		`SELECT 'movie' AS kind, id, refreshedAt FROM movies WHERE coalesce(refreshedAt, 0) < CASE WHEN source IN ('name', 'nfo') THEN ? ELSE ? END
		UNION ALL SELECT 'series', id, refreshedAt FROM series WHERE coalesce(refreshedAt, 0) <
			CASE WHEN source IN ('name', 'nfo') THEN ? WHEN status = 'continuing' THEN ? ELSE ? END
		ORDER BY 3 LIMIT ?`
	).all(now - 7 * day, now - refreshDays * day, now - 7 * day, now - day, now - refreshDays * day, limit) as {
		kind: ItemKind;
		id: number;
	}[];
}
