import { searchTables } from './search-tables.ts';

/** What lists are sorted by. Unknown years and ratings sort as zero, so that a page can be named by the last row seen. */
export const sortKeys = {
	title: 'sortTitle',
	added: 'addedAt',
	year: 'coalesce(year, 0)',
	rating: 'coalesce(rating, 0)',
	size: 'sizeBytes'
} as const;

/**
 * Every order has an index that holds what lists are narrowed by as well: a page is found, and its rows are counted,
 * without a look at the rows that are left out, which are ten times as wide.
 */
const narrowedBy = {
	movies: 'libraryId, monitored, fileCount, year, resolution, collectionId, profileId, genres, sortTitle',
	series: 'libraryId, monitored, fileCount, year, profileId, genres, sortTitle, episodeFileCount'
};
/** Of one profile, what is of one library stands by title. */
const ordered = { ...sortKeys, profile: 'profileId, libraryId, sortTitle' };
const orders = Object.entries(narrowedBy).flatMap(([table, columns]) =>
	Object.entries(ordered).map(([field, key]) => {
		const rest = columns.split(', ').filter((column) => !key.split(', ').includes(column));
		return `CREATE INDEX IF NOT EXISTS ${table}_by_${field} ON ${table} (${key}, id, ${rest.join(', ')})`;
	})
);
const releases = ['inCinemas', 'digitalRelease', 'physicalRelease'].map(
	(column) => `CREATE INDEX IF NOT EXISTS movies_${column} ON movies (${column}) WHERE ${column} IS NOT NULL`
);

/** When a film came out, to stand in the order of it; a year alone counts as its beginning. */
export const releaseDay = `coalesce(digitalRelease, physicalRelease, inCinemas, CAST(year AS TEXT))`;

/** What is missing or could be better, newest first, without a look at the wide rows. */
const wanted = [
	`CREATE INDEX IF NOT EXISTS movies_wanted_by_day ON movies (monitored, (fileCount > 0), (coalesce(${releaseDay}, '')), id, minimumAvailability, inCinemas, digitalRelease, physicalRelease, year, quality, profileId, libraryId)`,
	`CREATE INDEX IF NOT EXISTS episodes_wanted_by_day ON episodes (monitored, (fileCount > 0), airDate, id, seasonNumber, seriesId, quality)`
];

/** How sure the best guess of what waits for a person is; without one nothing is less sure. */
export const bestConfidence = `coalesce(suggestions ->> '$[0].confidence', -1)`;
const guesses = `CREATE INDEX IF NOT EXISTS unmatched_by_best ON unmatched (ignored, (${bestConfidence}), id)`;

/** An episode has the quality of its newest file. */
export const episodeQuality = `(SELECT f.quality FROM episode_files ef JOIN files f ON f.id = ef.fileId
	WHERE ef.episodeId = episodes.id AND f.state = 'present' ORDER BY f.addedAt DESC, f.id DESC LIMIT 1)`;
/** Which files it has is settled with the sums of its series; what a name says of them may change by itself. */
const qualities = `CREATE TRIGGER IF NOT EXISTS files_quality AFTER UPDATE OF quality ON files WHEN old.quality IS NOT new.quality
	BEGIN UPDATE episodes SET quality = ${episodeQuality} WHERE id IN (SELECT episodeId FROM episode_files WHERE fileId = new.id); END`;

export const derived: readonly string[] = [
	...searchTables,
	...orders,
	...releases,
	...wanted,
	guesses,
	qualities
];
