import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Db } from '#server/platform/db.ts';
import { notFound } from '#server/platform/errors.ts';
import { episodeQuality } from './derived.ts';
import { episodeFiles, files, sidecars } from './schema/files.ts';
import { rootFolders } from './schema/folders.ts';
import { aliases, collections, episodes, itemTags, movies, seasons, series, tags } from './schema/items.ts';
import { credits, people } from './schema/people.ts';
import { progress } from './schema/watching.ts';

type ItemColumn = 'movieId' | 'seriesId';

const creditsOf = (db: Db, column: ItemColumn, id: number) =>
	db
		.select({
			personId: people.id,
			tmdbId: people.tmdbId,
			name: people.name,
			photoPath: people.photoPath,
			department: credits.department,
			role: credits.role
		})
		.from(credits)
		.innerJoin(people, eq(people.id, credits.personId))
		.where(eq(credits[column], id))
		.orderBy(asc(credits.position))
		.all();

const tagsOf = (db: Db, column: ItemColumn, id: number) =>
	db
		.select({ id: tags.id, name: tags.name })
		.from(itemTags)
		.innerJoin(tags, eq(tags.id, itemTags.tagId))
		.where(eq(itemTags[column], id))
		.all();

const aliasesOf = (db: Db, column: ItemColumn, id: number) =>
	db
		.select({ id: aliases.id, title: aliases.title, language: aliases.language, byHand: aliases.byHand })
		.from(aliases)
		.where(eq(aliases[column], id))
		.all();

/** Files of an item with what lies beside them, best first. */
function withSidecars<F extends { id: number }>(db: Db, rows: F[]) {
	const beside =
		rows.length > 0
			? db
					.select()
					.from(sidecars)
					.where(
						inArray(
							sidecars.fileId,
							rows.map((file) => file.id)
						)
					)
					.all()
			: [];
	const byFile = Map.groupBy(beside, (sidecar) => sidecar.fileId);
	return rows.map((file) => ({ ...file, sidecars: byFile.get(file.id) ?? [] }));
}

const rootPath = (db: Db, id: number | null) =>
	id === null
		? null
		: (db.select({ path: rootFolders.path }).from(rootFolders).where(eq(rootFolders.id, id)).get()?.path ??
			null);

export function getMovie(db: Db, id: number, userId: string) {
	const movie = db.select().from(movies).where(eq(movies.id, id)).get();
	if (!movie) throw notFound('film', id);
	const own = db
		.select()
		.from(files)
		.where(and(eq(files.movieId, id), ne(files.state, 'trashed')))
		.orderBy(asc(files.role), asc(files.part), asc(files.path))
		.all();
	return {
		...movie,
		rootPath: rootPath(db, movie.rootFolderId),
		files: withSidecars(db, own),
		credits: creditsOf(db, 'movieId', id),
		tags: tagsOf(db, 'movieId', id),
		aliases: aliasesOf(db, 'movieId', id),
		collection:
			movie.collectionId === null
				? null
				: (db.select().from(collections).where(eq(collections.id, movie.collectionId)).get() ?? null),
		progress:
			db
				.select()
				.from(progress)
				.where(and(eq(progress.userId, userId), eq(progress.movieId, id)))
				.get() ?? null
	};
}
export type MovieDetails = ReturnType<typeof getMovie>;

export function getSeries(db: Db, id: number, userId: string) {
	const found = db.select().from(series).where(eq(series.id, id)).get();
	if (!found) throw notFound('series', id);
	const all = db
		.select()
		.from(episodes)
		.where(eq(episodes.seriesId, id))
		.orderBy(asc(episodes.seasonNumber), asc(episodes.number))
		.all();
	const links = db
		.select({ episodeId: episodeFiles.episodeId, file: files })
		.from(episodeFiles)
		.innerJoin(files, eq(files.id, episodeFiles.fileId))
		.innerJoin(episodes, eq(episodes.id, episodeFiles.episodeId))
		.where(and(eq(episodes.seriesId, id), ne(files.state, 'trashed')))
		.all();
	const filesOf = Map.groupBy(links, (link) => link.episodeId);
	const seen = new Map(
		db
			.select()
			.from(progress)
			.where(and(eq(progress.userId, userId), eq(progress.seriesId, id)))
			.all()
			.map((row) => [row.episodeId, row])
	);
	const bySeason = Map.groupBy(all, (episode) => episode.seasonNumber);
	const known = db.select().from(seasons).where(eq(seasons.seriesId, id)).orderBy(asc(seasons.number)).all();
	return {
		...found,
		rootPath: rootPath(db, found.rootFolderId),
		seasons: known.map((season) => ({
			...season,
			episodes: (bySeason.get(season.number) ?? []).map((episode) => ({
				...episode,
				files: (filesOf.get(episode.id) ?? []).map(({ file }) => file),
				progress: seen.get(episode.id) ?? null
			}))
		})),
		credits: creditsOf(db, 'seriesId', id),
		tags: tagsOf(db, 'seriesId', id),
		aliases: aliasesOf(db, 'seriesId', id)
	};
}
export type SeriesDetails = ReturnType<typeof getSeries>;

/** Counts and sums that lists show are kept on the item; this sets them right after its files changed. */
export function refreshMovieTotals(db: Db, id: number): void {
	const own = db
		.select({ sizeBytes: files.sizeBytes, quality: files.quality, resolution: files.resolution })
		.from(files)
		.where(and(eq(files.movieId, id), eq(files.state, 'present'), inArray(files.role, ['main', 'part'])))
		.all();
	const height = (resolution: string | null) => Number.parseInt(resolution ?? '0', 10) || 0;
	const best = own.toSorted(
		(a, b) => height(b.resolution) - height(a.resolution) || b.sizeBytes - a.sizeBytes
	)[0];
	db.update(movies)
		.set({
			fileCount: own.length,
			sizeBytes: own.reduce((sum, file) => sum + file.sizeBytes, 0),
			quality: best?.quality ?? null,
			resolution: best?.resolution ?? null
		})
		.where(eq(movies.id, id))
		.run();
}

export function refreshSeriesTotals(db: Db, id: number, today: string): void {
	const present = sql`(SELECT count(*) FROM episode_files ef JOIN files f ON f.id = ef.fileId WHERE ef.episodeId = episodes.id AND f.state = 'present')`;
	db.update(episodes)
		.set({ fileCount: present, quality: sql.raw(episodeQuality) })
		.where(eq(episodes.seriesId, id))
		.run();
	const totals = db
		.select({
			aired: sql<number>`coalesce(sum(seasonNumber > 0 AND (airDate <= ${today} OR fileCount > 0)), 0)`,
			have: sql<number>`coalesce(sum(seasonNumber > 0 AND fileCount > 0), 0)`
		})
		.from(episodes)
		.where(eq(episodes.seriesId, id))
		.get()!;
	const disk = db
		.select({ count: sql<number>`count(*)`, bytes: sql<number>`coalesce(sum(sizeBytes), 0)` })
		.from(files)
		.where(
			and(
				eq(files.state, 'present'),
				inArray(
					files.id,
					db
						.select({ id: episodeFiles.fileId })
						.from(episodeFiles)
						.innerJoin(episodes, eq(episodes.id, episodeFiles.episodeId))
						.where(eq(episodes.seriesId, id))
				)
			)
		)
		.get()!;
	db.update(series)
		.set({
			episodeCount: totals.aired,
			episodeFileCount: totals.have,
			fileCount: disk.count,
			sizeBytes: disk.bytes
		})
		.where(eq(series.id, id))
		.run();
}
