import type { ItemKind } from '../schema/folders.ts';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { MovieFacts, SeriesFacts } from '#server/metadata/module.ts';
import { editItems } from '../change/edit.ts';
import { refreshSeriesTotals } from '../items.ts';
import { tableOf } from '../item-table.ts';
import { findMovie, recordMovie } from '../record/movie.ts';
import { ensureSeason, findSeries, recordSeries } from '../record/series.ts';
import { libraries } from '../schema/folders.ts';
import { episodes, movies, seasons, series } from '../schema/items.ts';
import type { ArrEpisode } from './arr-answers.ts';
import { inRoot, localState, rootPaths } from './local.ts';
import type { ItemFacts } from './look-arr.ts';
import { appNames } from './refusals.ts';

interface Target {
	app: 'sonarr' | 'radarr';
	/** Knows its id here when it is here already. */
	localId: number | null;
	/** Of a series, fresh from the other program. */
	episodes: readonly ArrEpisode[];
	now: number;
}

/** One item as the other program keeps it; runs in the caller's transaction. */
export function bringItem(db: Db, item: ItemFacts, target: Target): { id: number; isNew: boolean } {
	const facts = factsOf(item, target);
	const known =
		existing(db, item.kind, target.localId) ??
		(facts.kind === 'movie' ? findMovie(db, facts) : findSeries(db, facts));
	const placed = item.localPath === undefined ? undefined : inRoot(item.localPath, rootPaths(db));
	const id = known ?? addItem(db, item, facts, placed, target);
	if (known !== undefined) completeItem(db, item, id, placed);
	editItems(db, item.kind, [id], {
		monitored: item.monitored,
		profileId: item.profileId,
		addTags: item.tags,
		...(item.kind === 'movie'
			? { minimumAvailability: item.availability }
			: { seriesType: item.seriesType, monitorNew: item.monitorNew, seasonFolders: item.seasonFolders })
	});
	if (item.kind === 'series') bringSeasons(db, id, item, target);
	return { id, isNew: known === undefined };
}

const rowsOf = (kind: ItemKind) => (kind === 'movie' ? movies : series);

function existing(db: Db, kind: ItemKind, id: number | null): number | undefined {
	if (id === null) return undefined;
	const table = rowsOf(kind);
	return db.select({ id: table.id }).from(table).where(eq(table.id, id)).get()?.id;
}

type Placed = ReturnType<typeof inRoot<ReturnType<typeof rootPaths>[number]>>;

function addItem(
	db: Db,
	item: ItemFacts,
	facts: MovieFacts | SeriesFacts,
	placed: Placed,
	{ app, now }: Target
): number {
	const place = {
		libraryId: placed?.root.libraryId ?? libraryFor(db, item),
		rootFolderId: placed?.root.id ?? null,
		folder: placed?.folder ?? null,
		confidence: 1,
		reasons: [`${appNames[app]} says so.`],
		now
	};
	const id = facts.kind === 'movie' ? recordMovie(db, facts, place) : recordSeries(db, facts, place);
	const table = rowsOf(item.kind);
	// Not refreshed yet: a source of metadata still has its say.
	db.update(table)
		.set({ refreshedAt: null, ...(item.addedAt !== undefined && { addedAt: item.addedAt }) })
		.where(eq(table.id, id))
		.run();
	return id;
}

/** Ids and a folder that were missing here; nothing that is known is overwritten, and no id is given twice. */
function completeItem(db: Db, item: ItemFacts, id: number, placed: Placed): void {
	const table = tableOf[item.kind];
	const isFree = (column: string, value: string | number) =>
		prepared(db, `SELECT 1 FROM ${table} WHERE ${column} = ?`).get(value) === undefined;
	const ids: [string, string | number | undefined][] = [
		['tmdbId', item.ids.tmdb],
		['imdbId', item.ids.imdb]
	];
	if (item.kind === 'series') ids.push(['tvdbId', item.ids.tvdb], ['tvmazeId', item.ids.tvmaze]);
	for (const [column, value] of ids)
		if (value !== undefined && isFree(column, value))
			prepared(db, `UPDATE ${table} SET ${column} = coalesce(${column}, ?) WHERE id = ?`).run(value, id);
	if (placed)
		prepared(db, `UPDATE ${table} SET rootFolderId = ?, folder = ? WHERE id = ? AND folder IS NULL`).run(
			placed.root.id,
			placed.folder,
			id
		);
}

const libraryNames: Record<ItemKind, string> = { movie: 'Films', series: 'Series' };

/** Items whose folder is not here stand in a library all the same. */
function libraryFor(db: Db, { kind, seriesType }: ItemFacts): number {
	const all = db.select().from(libraries).where(eq(libraries.kind, kind)).all();
	const best = all.find((library) => library.seriesType === (seriesType ?? 'standard')) ?? all[0];
	if (best) return best.id;
	const name = libraryNames[kind];
	return db.insert(libraries).values({ name, kind }).returning({ id: libraries.id }).get().id;
}

const known = <T extends object>(value: T) =>
	Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;

function factsOf(item: ItemFacts, { app, episodes: list }: Target): MovieFacts | SeriesFacts {
	const shared = known({
		source: app,
		ids: known(item.ids),
		title: item.title,
		originalTitle: item.originalTitle,
		year: item.year,
		overview: item.overview,
		genres: item.genres,
		studios: item.kind === 'movie' && item.studio ? [item.studio] : [],
		certification: item.certification,
		runtimeMinutes: item.runtimeMinutes,
		posterPath: item.posterPath,
		backdropPath: item.backdropPath,
		status: item.status,
		aliases: [],
		credits: [],
		...item.dates
	});
	if (item.kind === 'movie') return { ...shared, kind: 'movie' } as MovieFacts;
	return {
		...shared,
		...(item.studio && { network: item.studio }),
		kind: 'series',
		seasons: item.seasons.map(({ number }) => ({ number })),
		episodes: list.map(episodeFacts),
		orders: []
	} as SeriesFacts;
}

const episodeFacts = (episode: ArrEpisode): SeriesFacts['episodes'][number] =>
	known({
		season: episode.seasonNumber,
		number: episode.episodeNumber,
		absolute: episode.absoluteEpisodeNumber,
		tvdbId: episode.tvdbId,
		title: episode.title,
		overview: episode.overview,
		airDate: episode.airDate,
		runtimeMinutes: episode.runtime
	}) as SeriesFacts['episodes'][number];

function bringSeasons(db: Db, seriesId: number, item: ItemFacts, { episodes: list, now }: Target): void {
	if (localState(db, 'series', seriesId, () => undefined).takesEpisodes) addEpisodes(db, seriesId, list);
	for (const { number, monitored } of item.seasons)
		db.update(seasons)
			.set({ monitored })
			.where(and(eq(seasons.seriesId, seriesId), eq(seasons.number, number)))
			.run();
	for (const { seasonNumber, episodeNumber, monitored } of list)
		prepared(
			db,
			'UPDATE episodes SET monitored = ? WHERE seriesId = ? AND seasonNumber = ? AND number = ?'
		).run(Number(monitored), seriesId, seasonNumber, episodeNumber);
	refreshSeriesTotals(db, seriesId, new Date(now).toISOString().slice(0, 10));
}

function addEpisodes(db: Db, seriesId: number, list: readonly ArrEpisode[]): void {
	for (const season of new Set(list.map(({ seasonNumber }) => seasonNumber)))
		ensureSeason(db, seriesId, season);
	for (const episode of list) {
		const { season: seasonNumber, number, absolute: absoluteNumber, ...rest } = episodeFacts(episode);
		db.insert(episodes)
			.values({ seriesId, seasonNumber, number, absoluteNumber, ...rest })
			.onConflictDoNothing()
			.run();
	}
}

/** New items that a source of metadata can still tell more of. */
export const unrefreshed = (db: Db, kind: ItemKind, ids: readonly number[]) => {
	const table = rowsOf(kind);
	return db
		.select({ id: table.id })
		.from(table)
		.where(and(inArray(table.id, [...ids]), isNull(table.refreshedAt)))
		.all()
		.map(({ id }) => ({ kind, id }));
};
