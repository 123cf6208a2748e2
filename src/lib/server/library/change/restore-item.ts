import type { Db } from '#server/platform/db.ts';
import { conflict } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import { tableOf } from '../item-table.ts';
import { linkUnlinked } from '../identify/link.ts';
import { refreshMovieTotals, refreshSeriesTotals } from '../items.ts';
import type { ItemKind } from '../schema/folders.ts';
import { putBack, type Snapshot } from './snapshot.ts';

type Row = Snapshot['rows'][number];

/** What a person may have changed since, or what follows the files: it stays as it is. */
const kept = new Set([
	'id',
	'libraryId',
	'rootFolderId',
	'folder',
	'monitored',
	'monitorNew',
	'profileId',
	'seriesType',
	'seasonFolders',
	'minimumAvailability',
	'addedAt',
	'fileCount',
	'sizeBytes',
	'quality',
	'resolution',
	'episodeCount',
	'episodeFileCount'
]);

/** Facts, names, people, seasons and episodes of an item are again what they were. */
export function restoreItem(
	db: Db,
	kind: ItemKind,
	id: number,
	snapshots: readonly Snapshot[],
	now: number
): void {
	const rowsOf = (table: string) => snapshots.find((snapshot) => snapshot.table === table)?.rows ?? [];
	const table = tableOf[kind];
	putRow(db, table, rowsOf(table)[0]!);
	for (const part of ['aliases', 'credits']) {
		prepared(db, `DELETE FROM ${part} WHERE ${kind}Id = ?`).run(id);
		putBack(db, [{ table: part, rows: rowsOf(part) }]);
	}
	putBack(db, [{ table: 'item_tags', rows: rowsOf('item_tags') }]);
	if (kind === 'series') restoreEpisodes(db, id, rowsOf('seasons'), rowsOf('episodes'));
	for (const row of rowsOf('progress')) putRow(db, 'progress', row, progressKept);
	if (kind === 'movie') refreshMovieTotals(db, id);
	else {
		relink(db, id, rowsOf('episode_files'));
		// What has come since is no part of what is put back.
		linkUnlinked(db, id);
		refreshSeriesTotals(db, id, new Date(now).toISOString().slice(0, 10));
	}
}

const progressKept = new Set([
	'id',
	'userId',
	'positionSeconds',
	'durationSeconds',
	'watched',
	'playCount',
	'updatedAt'
]);

function putRow(db: Db, table: string, row: Row, keep: ReadonlySet<string> = kept): void {
	const isThere = prepared(db, `SELECT 1 FROM ${table} WHERE id = ?`).get(row['id']);
	if (!isThere) return insertRow(db, table, row);
	const names = Object.keys(row).filter((name) => !keep.has(name));
	try {
		prepared(db, `UPDATE ${table} SET ${names.map((name) => `"${name}" = ?`).join(', ')} WHERE id = ?`).run(
			...names.map((name) => row[name]),
			row['id']
		);
	} catch (error) {
		throw clearer(error, row);
	}
}

function insertRow(db: Db, table: string, row: Row): void {
	const names = Object.keys(row);
	try {
		prepared(
			db,
			`INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
		).run(...names.map((name) => row[name]));
	} catch (error) {
		throw clearer(error, row);
	}
}

const clearer = (error: unknown, row: Row) =>
	String((error as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')
		? conflict('Something else took its place in the library meanwhile.', { title: row['title'] })
		: error;

/** Rows keep their ids, so that what people have watched stays with them. */
function restoreEpisodes(db: Db, seriesId: number, seasons: readonly Row[], episodes: readonly Row[]): void {
	// Out of the way first: two may have traded their numbers.
	prepared(db, 'UPDATE episodes SET number = -id WHERE seriesId = ?').run(seriesId);
	for (const row of seasons) {
		prepared(db, 'DELETE FROM seasons WHERE seriesId = ? AND number = ? AND id <> ?').run(
			seriesId,
			row['number'],
			row['id']
		);
		putRow(db, 'seasons', row);
	}
	for (const row of episodes) putRow(db, 'episodes', row);
	prepared(
		db,
		`DELETE FROM episodes WHERE seriesId = ? AND number < 0 AND NOT EXISTS (SELECT 1 FROM progress p WHERE p.episodeId = episodes.id)`
	).run(seriesId);
	amongSpecials(db, seriesId);
	prepared(
		db,
		`DELETE FROM seasons WHERE seriesId = ? AND id NOT IN (SELECT value FROM json_each(?))
		AND NOT EXISTS (SELECT 1 FROM episodes e WHERE e.seriesId = seasons.seriesId AND e.seasonNumber = seasons.number)`
	).run(seriesId, JSON.stringify(seasons.map(({ id }) => id)));
}

/** Episodes that have lost their number, and cannot go, stand behind the specials. */
export function amongSpecials(db: Db, seriesId: number): void {
	const lost = prepared(db, 'SELECT id FROM episodes WHERE seriesId = ? AND number < 0 ORDER BY id')
		.pluck()
		.all(seriesId) as number[];
	if (lost.length === 0) return;
	prepared(db, 'INSERT OR IGNORE INTO seasons (seriesId, number, monitored) VALUES (?, 0, 0)').run(seriesId);
	for (const id of lost)
		prepared(
			db,
			`UPDATE episodes SET seasonNumber = 0, number = 1 + (SELECT coalesce(max(number), 0) FROM episodes WHERE seriesId = ? AND seasonNumber = 0 AND number > 0) WHERE id = ?`
		).run(seriesId, id);
}

function relink(db: Db, seriesId: number, links: readonly Row[]): void {
	prepared(
		db,
		'DELETE FROM episode_files WHERE episodeId IN (SELECT id FROM episodes WHERE seriesId = ?)'
	).run(seriesId);
	for (const { episodeId, fileId } of links)
		prepared(
			db,
			`INSERT OR IGNORE INTO episode_files (episodeId, fileId)
			SELECT e.id, f.id FROM episodes e, files f WHERE e.id = ? AND f.id = ?`
		).run(episodeId, fileId);
}
