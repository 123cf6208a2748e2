import { eq } from 'drizzle-orm';
import { join } from 'node:path';
import { episodeIndex, type EpisodeIndex } from '#core/library/episode-index.ts';
import { mapEpisodes, type Mapped } from '#core/library/map-episodes.ts';
import type { Nfo } from '#core/library/nfo.ts';
import { parsePath } from '#core/release/parse.ts';
import type { Parsed } from '#core/release/types.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { refreshMovieTotals, refreshSeriesTotals } from '../items.ts';
import { ensureSeason } from '../record/series.ts';
import { episodes, series } from '../schema/items.ts';
import { readNfo, type Clues } from './clues.ts';
import type { Unit } from './pending.ts';
import { clearUnmatched, noteUnmatched } from './unmatched-rows.ts';

/** The unit's files belong to this film from now on. Runs in the caller's transaction. */
export function linkMovie(db: Db, unit: Unit, movieId: number): void {
	prepared(
		db,
		`UPDATE files SET movieId = ?, seriesId = NULL WHERE rootFolderId = ? AND unit = ? AND state <> 'trashed' AND heldBy IS NULL`
	).run(movieId, unit.rootFolderId, unit.path);
	adoptFolder(db, 'movies', movieId, unit);
	clearUnmatched(db, unit);
	refreshMovieTotals(db, movieId);
}

/** An item that stands nowhere yet, or whose files all lie elsewhere now, gets the folder of the unit. */
export function adoptFolder(
	db: Db,
	table: 'movies' | 'series',
	id: number,
	{ rootFolderId, path }: Pick<Unit, 'rootFolderId' | 'path'>
): void {
	const column = table === 'movies' ? 'movieId' : 'seriesId';
	prepared(
		db,
		`UPDATE ${table} SET rootFolderId = ?, folder = ? WHERE id = ? AND (folder IS NULL OR NOT EXISTS
		(SELECT 1 FROM files f WHERE f.${column} = ${table}.id AND f.rootFolderId = ${table}.rootFolderId AND f.unit = ${table}.folder))`
	).run(rootFolderId, path, id);
}

/** What the NFO files beside episodes say, for those whose names say nothing. */
export async function episodeNfos(unit: Unit, clues: Clues): Promise<Map<number, Nfo[]>> {
	const mute = clues.files.filter(
		({ parsed }) => parsed.episodes.length + parsed.absolute.length === 0 && parsed.airDate === undefined
	);
	const found = new Map<number, Nfo[]>();
	for (const { file } of mute.slice(0, 500)) {
		const all = await readNfo(join(unit.rootPath, file.path.replace(/\.[^./]+$/, '.nfo')));
		const told = all.filter(
			(nfo) => nfo.kind === 'episode' && nfo.season !== undefined && nfo.episode !== undefined
		);
		if (told.length > 0) found.set(file.id, told);
	}
	return found;
}

/** The unit's files belong to this show, each to its episodes. Runs in the caller's transaction. */
export function linkSeries(
	db: Db,
	unit: Unit,
	seriesId: number,
	clues: Clues,
	nfos: ReadonlyMap<number, Nfo[]>,
	now: number
): void {
	const show = db
		.select({ type: series.seriesType, source: series.source })
		.from(series)
		.where(eq(series.id, seriesId))
		.get()!;
	const known = knownEpisodes(db, seriesId);
	prepared(
		db,
		`UPDATE files SET seriesId = ?, movieId = NULL WHERE rootFolderId = ? AND unit = ? AND state <> 'trashed' AND heldBy IS NULL`
	).run(seriesId, unit.rootFolderId, unit.path);
	const isOwnWord = show.source === 'name' || show.source === 'nfo';
	for (const { file, parsed } of clues.files) {
		if (file.heldBy !== null) continue;
		const read = nfos.has(file.id) ? numberingOf(nfos.get(file.id)!) : parsed;
		const mapped = mapEpisodes(read, known, show.type);
		const ids = episodeIds(db, seriesId, isOwnWord ? datedOr(mapped, parsed) : mapped, known, parsed);
		prepared(db, 'DELETE FROM episode_files WHERE fileId = ?').run(file.id);
		for (const id of ids)
			prepared(db, 'INSERT OR IGNORE INTO episode_files (episodeId, fileId) VALUES (?, ?)').run(id, file.id);
		const place = { rootFolderId: unit.rootFolderId, path: file.path };
		if (ids.length > 0) clearUnmatched(db, place);
		else {
			const message = 'reason' in mapped ? mapped.reason : 'Its episode is not known.';
			noteUnmatched(db, place, {
				title: clues.title,
				year: clues.year,
				reason: 'no-match',
				message,
				suggestions: [],
				fileCount: 1,
				now
			});
		}
	}
	adoptFolder(db, 'series', seriesId, unit);
	clearUnmatched(db, unit);
	refreshSeriesTotals(db, seriesId, new Date(now).toISOString().slice(0, 10));
}

/** Files of a show that hold nothing are read by their names. */
export function linkUnlinked(db: Db, seriesId: number): void {
	const loose = prepared(
		db,
		`SELECT id, path FROM files f WHERE seriesId = ? AND state = 'present' AND role IN ('main', 'part') AND heldBy IS NULL
		AND NOT EXISTS (SELECT 1 FROM episode_files ef WHERE ef.fileId = f.id)`
	).all(seriesId) as { id: number; path: string }[];
	if (loose.length === 0) return;
	const { type } = db.select({ type: series.seriesType }).from(series).where(eq(series.id, seriesId)).get()!;
	const known = knownEpisodes(db, seriesId);
	for (const { id, path } of loose) {
		const parsed = parsePath(path, { kind: 'series' });
		for (const episode of episodeIds(db, seriesId, mapEpisodes(parsed, known, type), known, parsed))
			prepared(db, 'INSERT OR IGNORE INTO episode_files (episodeId, fileId) VALUES (?, ?)').run(episode, id);
	}
}

export const knownEpisodes = (db: Db, seriesId: number): EpisodeIndex =>
	episodeIndex(
		db
			.select({
				id: episodes.id,
				seasonNumber: episodes.seasonNumber,
				number: episodes.number,
				absoluteNumber: episodes.absoluteNumber,
				airDate: episodes.airDate,
				title: episodes.title
			})
			.from(episodes)
			.where(eq(episodes.seriesId, seriesId))
			.all()
	);

const numberingOf = (nfos: readonly Nfo[]) => ({
	seasons: [nfos[0]!.season!],
	episodes: nfos.map(({ episode }) => episode!),
	absolute: [],
	special: nfos[0]!.season === 0,
	...(nfos[0]!.title !== undefined && { episodeTitle: nfos[0]!.title })
});

/** Without a source, a daily show is ordered by year and day. */
function datedOr(mapped: Mapped, { airDate }: Parsed): Mapped {
	if (!('reason' in mapped) || airDate === undefined) return mapped;
	const [year, month, day] = airDate.split('-').map(Number) as [number, number, number];
	return { unknown: [{ season: year, number: month * 100 + day, airDate }] };
}

/** Numbers that no source knows yet get a place of their own; a later refresh fills it. */
function episodeIds(db: Db, seriesId: number, mapped: Mapped, known: EpisodeIndex, parsed: Parsed): number[] {
	if ('episodes' in mapped) return mapped.episodes.map(({ id }) => id);
	if ('reason' in mapped) return [];
	return mapped.unknown.map(({ season, number, airDate }) => {
		ensureSeason(db, seriesId, season);
		const title = mapped.unknown.length === 1 ? (parsed.episodeTitle ?? null) : null;
		const id = prepared(
			db,
			`INSERT INTO episodes (seriesId, seasonNumber, number, title, airDate, monitored) VALUES (?, ?, ?, ?, ?, ?)
			ON CONFLICT (seriesId, seasonNumber, number) DO UPDATE SET number = excluded.number RETURNING id`
		)
			.pluck()
			.get(seriesId, season, number, title, airDate ?? null, Number(season > 0)) as number;
		known.add({
			id,
			seasonNumber: season,
			number,
			absoluteNumber: null,
			airDate: airDate ?? null,
			title
		});
		return id;
	});
}
