import { and, eq, inArray, notInArray, or } from 'drizzle-orm';
import { sortTitle } from '#core/text/sort-title.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { EpisodeFacts, SeriesFacts } from '#server/metadata/module.ts';
import { episodes, seasons, series } from '../schema/items.ts';
import {
	factColumns,
	libraryDefaults,
	unlocked,
	writeAliases,
	writeCredits,
	type Placement
} from './shared.ts';

type Status = (typeof series.$inferSelect)['status'];
const statuses: [RegExp, Status][] = [
	[/return|running|continu|to be determined/i, 'continuing'],
	[/ended|cancel/i, 'ended'],
	[/planned|production|development|pilot|upcoming/i, 'upcoming']
];
const statusOf = (text: string | undefined): Status =>
	statuses.find(([pattern]) => pattern.test(text ?? ''))?.[1] ?? 'unknown';

const columnsOf = (facts: SeriesFacts) => ({
	...factColumns(facts),
	tmdbId: facts.ids.tmdb,
	tvdbId: facts.ids.tvdb,
	tvmazeId: facts.ids.tvmaze,
	status: facts.status === undefined ? undefined : statusOf(facts.status),
	network: facts.network,
	firstAired: facts.firstAired,
	lastAired: facts.lastAired
});

export function findSeries(db: Db, { ids }: SeriesFacts): number | undefined {
	const same = [
		ids.tmdb !== undefined ? eq(series.tmdbId, ids.tmdb) : undefined,
		ids.tvmaze !== undefined ? eq(series.tvmazeId, ids.tvmaze) : undefined,
		ids.tvdb !== undefined ? eq(series.tvdbId, ids.tvdb) : undefined,
		ids.imdb !== undefined ? eq(series.imdbId, ids.imdb) : undefined
	].filter((each) => each !== undefined);
	if (same.length === 0) return undefined;
	return db
		.select({ id: series.id })
		.from(series)
		.where(or(...same))
		.get()?.id;
}

/** Writes what a source says of a show: into the row given, one that bears its id already, or a new one. */
export function recordSeries(db: Db, facts: SeriesFacts, place: Placement, into?: number): number {
	const id = findSeries(db, facts) ?? into ?? insert(db, facts, place);
	const { locked, monitorNew } = db
		.select({ locked: series.lockedFields, monitorNew: series.monitorNew })
		.from(series)
		.where(eq(series.id, id))
		.get()!;
	db.update(series)
		.set({
			...unlocked(columnsOf(facts), locked),
			nextAired: facts.nextAired ?? null,
			source: facts.source,
			confidence: place.confidence,
			reasons: [...place.reasons],
			refreshedAt: place.now
		})
		.where(eq(series.id, id))
		.run();
	writeCredits(db, { seriesId: id }, facts.credits);
	writeAliases(db, { seriesId: id }, facts);
	writeEpisodes(db, id, facts, monitorNew);
	return id;
}

function insert(db: Db, facts: SeriesFacts, place: Placement): number {
	const { monitored, seriesType } = libraryDefaults(db, place.libraryId);
	const { libraryId, rootFolderId, folder, now } = place;
	return db
		.insert(series)
		.values({
			libraryId,
			rootFolderId,
			folder,
			title: facts.title,
			sortTitle: sortTitle(facts.title),
			seriesType,
			monitored,
			addedAt: now
		})
		.returning({ id: series.id })
		.get().id;
}

export function ensureSeason(db: Db, seriesId: number, number: number): void {
	prepared(
		db,
		'INSERT INTO seasons (seriesId, number, monitored) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
	).run(seriesId, number, Number(number > 0));
}

function writeSeason(
	db: Db,
	seriesId: number,
	{ number, title, overview, posterPath }: SeriesFacts['seasons'][number]
): void {
	ensureSeason(db, seriesId, number);
	const own = and(eq(seasons.seriesId, seriesId), eq(seasons.number, number));
	const { lockedFields } = db.select().from(seasons).where(own).get()!;
	const columns = unlocked({ title, overview, posterPath, sourcePosterPath: posterPath }, lockedFields);
	if (Object.keys(columns).length > 0) db.update(seasons).set(columns).where(own).run();
}

function writeEpisodes(db: Db, seriesId: number, facts: SeriesFacts, monitored: boolean): void {
	for (const season of facts.seasons) writeSeason(db, seriesId, season);
	for (const number of new Set(facts.episodes.map((episode) => episode.season)))
		ensureSeason(db, seriesId, number);
	const kept = facts.episodes.map((episode) =>
		writeEpisode(db, seriesId, episode, monitored && episode.season > 0)
	);
	if (kept.length > 0) dropStale(db, seriesId, kept);
}

function writeEpisode(db: Db, seriesId: number, facts: EpisodeFacts, monitored: boolean): number {
	return prepared(
		db,
		`INSERT INTO episodes (seriesId, seasonNumber, number, absoluteNumber, tmdbId, tvdbId, title, overview, airDate, runtimeMinutes, stillPath, monitored)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (seriesId, seasonNumber, number) DO UPDATE SET
			absoluteNumber = excluded.absoluteNumber, tmdbId = coalesce(excluded.tmdbId, tmdbId), tvdbId = coalesce(excluded.tvdbId, tvdbId),
			title = coalesce(excluded.title, title), overview = coalesce(excluded.overview, overview), airDate = coalesce(excluded.airDate, airDate),
			runtimeMinutes = coalesce(excluded.runtimeMinutes, runtimeMinutes), stillPath = coalesce(excluded.stillPath, stillPath)
		RETURNING id`
	)
		.pluck()
		.get(
			seriesId,
			facts.season,
			facts.number,
			facts.absolute ?? null,
			facts.tmdbId ?? null,
			facts.tvdbId ?? null,
			facts.title ?? null,
			facts.overview ?? null,
			facts.airDate ?? null,
			facts.runtimeMinutes ?? null,
			facts.stillPath ?? null,
			Number(monitored)
		) as number;
}

/** Episodes that the source took back go, unless a file or somebody's progress hangs on them. */
function dropStale(db: Db, seriesId: number, kept: readonly number[]): void {
	const stale = prepared(
		db,
		`SELECT id FROM episodes e WHERE seriesId = ? AND NOT EXISTS (SELECT 1 FROM episode_files WHERE episodeId = e.id) AND NOT EXISTS (SELECT 1 FROM progress WHERE episodeId = e.id)`
	)
		.pluck()
		.all(seriesId) as number[];
	const known = new Set(kept);
	const drop = stale.filter((id) => !known.has(id));
	if (drop.length > 0) db.delete(episodes).where(inArray(episodes.id, drop)).run();
	const used = db
		.selectDistinct({ number: episodes.seasonNumber })
		.from(episodes)
		.where(eq(episodes.seriesId, seriesId))
		.all();
	db.delete(seasons)
		.where(
			and(
				eq(seasons.seriesId, seriesId),
				notInArray(
					seasons.number,
					used.map(({ number }) => number)
				)
			)
		)
		.run();
}
