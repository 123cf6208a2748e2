import { and, asc, eq, ne } from 'drizzle-orm';
import type { Db } from '#server/platform/db.ts';
import { notFound } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import { decodeCursor, pageOf } from '#server/platform/web/lists.ts';
import { episodeFiles, files } from '../schema/files.ts';
import { episodes, series } from '../schema/items.ts';
import { progress } from '../schema/watching.ts';

export interface EpisodeQuery {
	limit: number;
	cursor?: string | undefined;
	series?: number | undefined;
	season?: number | undefined;
	/** Monitored, aired and without a file. */
	missing?: boolean | undefined;
	airedFrom?: string | undefined;
	airedTo?: string | undefined;
}

export interface ListedEpisode {
	id: number;
	seriesId: number;
	seriesTitle: string;
	seasonNumber: number;
	number: number;
	absoluteNumber: number | null;
	title: string | null;
	airDate: string | null;
	runtimeMinutes: number | null;
	stillPath: string | null;
	monitored: boolean;
	fileCount: number;
}

/** A page of episodes: of one series in their order, of all by air date, latest first. */
export function listEpisodes(db: Db, query: EpisodeQuery, today: string) {
	const parts: string[] = ['1'];
	const values: (string | number)[] = [];
	const also = (sql: string, ...bound: (string | number | undefined)[]) => {
		if (bound.includes(undefined)) return;
		parts.push(sql);
		values.push(...(bound as (string | number)[]));
	};
	also('e.seriesId = ?', query.series);
	also('e.seasonNumber = ?', query.season);
	also('e.airDate >= ?', query.airedFrom);
	also('e.airDate <= ?', query.airedTo);
	if (query.missing)
		also(
			'e.monitored = 1 AND s.monitored = 1 AND e.seasonNumber > 0 AND e.fileCount = 0 AND e.airDate <= ?',
			today
		);
	const from = `FROM episodes e JOIN series s ON s.id = e.seriesId WHERE ${parts.join(' AND ')}`;
	const total = prepared(db, `SELECT count(*) ${from}`)
		.pluck()
		.get(...values) as number;
	const [key, order, past] =
		query.series === undefined
			? ["coalesce(e.airDate, '')", 'DESC', '<']
			: ['e.seasonNumber * 100000 + e.number', 'ASC', '>'];
	const after = query.cursor ? decodeCursor(query.cursor, 2) : undefined;
	const rows = prepared(
		db,
		`SELECT e.id, e.seriesId, s.title AS seriesTitle, e.seasonNumber, e.number, e.absoluteNumber, e.title, e.airDate, e.runtimeMinutes, e.stillPath, e.monitored, e.fileCount, ${key} AS place
		${from} ${after ? `AND (${key}, e.id) ${past} (?, ?)` : ''} ORDER BY ${key} ${order}, e.id ${order} LIMIT ?`
	).all(...values, ...(after ?? []), query.limit + 1) as (Omit<ListedEpisode, 'monitored'> & {
		monitored: number;
		place: string | number;
	})[];
	const page = pageOf(rows, query.limit, total, (last) => [last.place, last.id]);
	return {
		...page,
		items: page.items.map(({ place: _, ...row }): ListedEpisode => ({
			...row,
			monitored: row.monitored === 1
		}))
	};
}

export function getEpisode(db: Db, id: number, userId: string) {
	const row = db
		.select({ episode: episodes, seriesTitle: series.title })
		.from(episodes)
		.innerJoin(series, eq(series.id, episodes.seriesId))
		.where(eq(episodes.id, id))
		.get();
	if (!row) throw notFound('episode', id);
	return {
		...row.episode,
		seriesTitle: row.seriesTitle,
		files: db
			.select({ file: files })
			.from(episodeFiles)
			.innerJoin(files, eq(files.id, episodeFiles.fileId))
			.where(and(eq(episodeFiles.episodeId, id), ne(files.state, 'trashed')))
			.orderBy(asc(files.part), asc(files.path))
			.all()
			.map(({ file }) => file),
		progress:
			db
				.select()
				.from(progress)
				.where(and(eq(progress.userId, userId), eq(progress.episodeId, id)))
				.get() ?? null
	};
}
