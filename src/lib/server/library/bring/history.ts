import { rawDb, type Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import { decodeCursor, pageOf } from '#server/platform/web/lists.ts';
import type { BringIds } from '#core/library/bring-match.ts';
import { historyPageSize, type ArrClient } from './arr-client.ts';
import type { ArrEvent } from './arr-answers.ts';
import type { Watching } from './look-arr.ts';
import type { broughtHistory, HistoryEvent } from './schema.ts';
import type { BringSource } from './sources.ts';

const events: Record<string, HistoryEvent> = {
	grabbed: 'grabbed',
	downloadFolderImported: 'imported',
	seriesFolderImported: 'imported',
	movieFolderImported: 'imported',
	downloadFailed: 'failed',
	episodeFileDeleted: 'deleted',
	movieFileDeleted: 'deleted',
	episodeFileRenamed: 'renamed',
	movieFileRenamed: 'renamed',
	downloadIgnored: 'ignored'
};
/** The rest may hold addresses with keys in them. */
const keptDetails = [
	'indexer',
	'releaseGroup',
	'downloadClientName',
	'downloadClient',
	'reason',
	'message',
	'importedPath',
	'droppedPath',
	'size',
	'protocol',
	'customFormatScore'
];

interface Known {
	localId: number;
	/** The same whatever instance tells of it. */
	name: string;
}

/** Items there by their number, as the last look and apply matched them. */
function knownThere(db: Db, sourceId: number): Map<number, Known> {
	const rows = prepared(
		db,
		`SELECT key, localId, json_extract(facts, '$.ids') AS ids, title FROM bring_rows WHERE sourceId = ? AND kind IN ('movie', 'series') AND localId IS NOT NULL`
	).all(sourceId) as { key: string; localId: number; ids: string; title: string }[];
	return new Map(
		rows.map(({ key, localId, ids, title }) => {
			const { tmdb, tvdb, imdb } = JSON.parse(ids) as BringIds;
			return [Number(key), { localId, name: String(tvdb ?? tmdb ?? imdb ?? title) }];
		})
	);
}

/** All events of all items that are here, page by page, oldest first; those that came before come no second time. */
export async function bringHistory(
	db: Db,
	source: BringSource,
	client: ArrClient,
	{ signal, progress }: Watching
): Promise<{ brought: number; left: number }> {
	const known = knownThere(db, source.id);
	const count = prepared(db, 'SELECT count(*) FROM brought_history').pluck();
	const before = count.get() as number;
	let left = 0;
	for (let page = 1; ; page += 1) {
		signal.throwIfAborted();
		const { records, totalRecords } = await client.history(page, signal);
		rawDb(db).transaction(() => {
			for (const record of records) left += Number(!keep(db, source, record, known));
		})();
		const done = Math.min(page * historyPageSize, totalRecords);
		progress(totalRecords === 0 ? 1 : done / totalRecords, `${done} of ${totalRecords} events`);
		if (records.length === 0 || done >= totalRecords) break;
	}
	return { brought: (count.get() as number) - before, left };
}

function keep(
	db: Db,
	{ id, app }: BringSource,
	record: ArrEvent,
	known: ReadonlyMap<number, Known>
): boolean {
	const item = known.get((app === 'radarr' ? record.movieId : record.seriesId) ?? 0);
	const event = events[record.eventType];
	const at = Date.parse(record.date);
	if (!item || !event || Number.isNaN(at)) return false;
	const { episode, sourceTitle = '' } = record;
	const [movieId, seriesId] = app === 'radarr' ? [item.localId, null] : [null, item.localId];
	const episodeId =
		seriesId === null || !episode
			? null
			: (prepared(db, 'SELECT id FROM episodes WHERE seriesId = ? AND seasonNumber = ? AND number = ?')
					.pluck()
					.get(seriesId, episode.seasonNumber, episode.episodeNumber) ?? null);
	const place = episode ? `${episode.seasonNumber}x${episode.episodeNumber}` : '';
	const key = [app, item.name, place, event, at, sourceTitle].join(' ');
	const details = Object.fromEntries(
		keptDetails.flatMap((name) => {
			const value = record.data?.[name];
			return value === undefined || value === null || value === '' ? [] : [[name, String(value)]];
		})
	);
	prepared(
		db,
		`INSERT INTO brought_history (key, app, sourceId, movieId, seriesId, episodeId, event, at, sourceTitle, quality, details) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (key) DO UPDATE SET movieId = coalesce(movieId, excluded.movieId), seriesId = coalesce(seriesId, excluded.seriesId), episodeId = coalesce(episodeId, excluded.episodeId)`
	).run(
		key,
		app,
		id,
		movieId,
		seriesId,
		episodeId,
		event,
		at,
		sourceTitle,
		record.quality?.quality?.name ?? null,
		JSON.stringify(details)
	);
	return true;
}

export interface HistoryQuery {
	movie?: number | undefined;
	series?: number | undefined;
	limit: number;
	cursor?: string | undefined;
}

export type BroughtEvent = Omit<typeof broughtHistory.$inferSelect, 'key' | 'sourceId'>;

/** What came along, newest first. */
export function listHistory(db: Db, { movie, series, limit, cursor }: HistoryQuery) {
	const wishes = [
		['movieId', movie],
		['seriesId', series]
	] as const;
	const said = wishes.filter(([, id]) => id !== undefined);
	const where = ['1', ...said.map(([column]) => `${column} = ?`)].join(' AND ');
	const values = said.map(([, id]) => id);
	const total = prepared(db, `SELECT count(*) FROM brought_history WHERE ${where}`)
		.pluck()
		.get(...values) as number;
	const after = cursor ? decodeCursor(cursor, 2) : undefined;
	const rows = prepared(
		db,
		`SELECT id, app, movieId, seriesId, episodeId, event, at, sourceTitle, quality, details FROM brought_history
		WHERE ${where} ${after ? 'AND (at, id) < (?, ?)' : ''} ORDER BY at DESC, id DESC LIMIT ?`
	).all(...values, ...(after ?? []), limit + 1) as (Omit<BroughtEvent, 'details'> & { details: string })[];
	const items = rows.map((row): BroughtEvent => ({
		...row,
		details: JSON.parse(row.details) as Record<string, string>
	}));
	return pageOf(items, limit, total, (last) => [last.at, last.id]);
}
