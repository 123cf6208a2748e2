import { said } from '#core/text/said.ts';
import { rawDb, type Db } from '#server/platform/db.ts';
import { invalid, notFound } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import { clearUnmatched } from '../identify/unmatched-rows.ts';
import { getFile } from './file-details.ts';
import { noteUndo } from './note-undo.ts';
import { ownersOf } from './owners.ts';
import { refreshOwners } from './take-back.ts';

/** A film of the library, or episodes of one series. */
export type Holding = { movieId: number } | { episodeIds: readonly number[] };

interface Change {
	now: number;
	by?: string | undefined;
}

/** A person says what one file holds; no scan says otherwise later. */
export function assignFile(db: Db, fileId: number, holding: Holding, { now, by }: Change): number {
	const file = prepared(db, 'SELECT id, rootFolderId, path, movieId, seriesId FROM files WHERE id = ?').get(
		fileId
	) as
		| { id: number; rootFolderId: number; path: string; movieId: number | null; seriesId: number | null }
		| undefined;
	if (!file) throw notFound('file', fileId);
	const target = targetOf(db, holding);
	return rawDb(db).transaction(() => {
		const files = ownersOf(db, [file]);
		const episodeIds = 'episodeIds' in holding ? holding.episodeIds : [];
		prepared(db, 'DELETE FROM episode_files WHERE fileId = ?').run(fileId);
		for (const id of episodeIds)
			prepared(db, 'INSERT OR IGNORE INTO episode_files (episodeId, fileId) VALUES (?, ?)').run(id, fileId);
		prepared(db, `UPDATE files SET movieId = ?, seriesId = ?, heldBy = 'person' WHERE id = ?`).run(
			target.movieId,
			target.seriesId,
			fileId
		);
		clearUnmatched(db, file);
		refreshOwners(db, [file, target], now);
		const ids = (column: 'movieId' | 'seriesId') => [
			...new Set([file[column], target[column]].filter((id) => id !== null))
		];
		const words = said('Said what {name} is', { name: getFile(db, fileId).name });
		return noteUndo(db, words, [{ do: 'owners', files }], now, {
			kind: 'assigned',
			by,
			subjects: [
				{ kind: 'movie', ids: ids('movieId') },
				{ kind: 'series', ids: ids('seriesId') }
			]
		});
	})();
}

function targetOf(db: Db, holding: Holding): { movieId: number | null; seriesId: number | null } {
	if ('movieId' in holding) {
		if (!prepared(db, 'SELECT 1 FROM movies WHERE id = ?').get(holding.movieId))
			throw notFound('film', holding.movieId);
		return { movieId: holding.movieId, seriesId: null };
	}
	const owners = prepared(
		db,
		'SELECT DISTINCT seriesId FROM episodes WHERE id IN (SELECT value FROM json_each(?))'
	)
		.pluck()
		.all(JSON.stringify(holding.episodeIds)) as number[];
	if (owners.length !== 1) throw invalid('Choose episodes of one series.');
	return { movieId: null, seriesId: owners[0]! };
}
