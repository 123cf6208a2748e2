import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { EpisodeFacts } from '#server/metadata/module.ts';

interface Row {
	id: number;
	tmdbId: number | null;
	absoluteNumber: number | null;
	airDate: string | null;
	title: string | null;
	seasonNumber: number;
}

/**
 * Episodes take the numbers of another order and stay themselves: what people watched, and the files they hold, go along.
 * Those that the order does not know are left with a number below zero.
 */
export function renumber(db: Db, seriesId: number, facts: readonly EpisodeFacts[]): void {
	const rows = prepared(
		db,
		'SELECT id, tmdbId, absoluteNumber, airDate, title, seasonNumber FROM episodes WHERE seriesId = ?'
	).all(seriesId) as Row[];
	const find = finder(rows);
	// Out of the way first: two may trade their numbers.
	prepared(db, 'UPDATE episodes SET number = -id WHERE seriesId = ?').run(seriesId);
	for (const fact of facts) {
		const row = find(fact);
		if (row)
			prepared(db, 'UPDATE episodes SET seasonNumber = ?, number = ? WHERE id = ?').run(
				fact.season,
				fact.number,
				row.id
			);
	}
}

const worded = (airDate: string | null | undefined, title: string | null | undefined) =>
	airDate && title ? `${airDate} ${title}` : undefined;

/** Each row is found once: by its id at TMDB, else by day and title, else by its absolute number. */
function finder(rows: readonly Row[]): (fact: EpisodeFacts) => Row | undefined {
	const free = new Set(rows);
	const by = <K>(key: (row: Row) => K | null | undefined) =>
		new Map(rows.flatMap((row) => (key(row) == null ? [] : [[key(row) as K, row] as const])));
	const byTmdb = by((row) => row.tmdbId);
	const byWords = by((row) => worded(row.airDate, row.title));
	const byAbsolute = by((row) => (row.tmdbId === null && row.seasonNumber > 0 ? row.absoluteNumber : null));
	return ({ tmdbId, airDate, title, absolute }) => {
		const candidates = [
			tmdbId === undefined ? undefined : byTmdb.get(tmdbId),
			byWords.get(worded(airDate, title) ?? ''),
			absolute === undefined ? undefined : byAbsolute.get(absolute)
		];
		const found = candidates.find((row) => row !== undefined && free.has(row));
		if (found) free.delete(found);
		return found;
	};
}
