import { eq, or } from 'drizzle-orm';
import { sortTitle } from '#core/text/sort-title.ts';
import type { Db } from '#server/platform/db.ts';
import type { MovieFacts } from '#server/metadata/module.ts';
import { movies } from '../schema/items.ts';
import {
	collectionId,
	factColumns,
	libraryDefaults,
	unlocked,
	writeAliases,
	writeCredits,
	type Placement
} from './shared.ts';

const columnsOf = (db: Db, facts: MovieFacts) => ({
	...factColumns(facts),
	tmdbId: facts.ids.tmdb,
	status: facts.status,
	inCinemas: facts.inCinemas,
	digitalRelease: facts.digitalRelease,
	physicalRelease: facts.physicalRelease,
	collectionId: collectionId(db, facts)
});

export function findMovie(db: Db, { ids }: MovieFacts): number | undefined {
	const same = [
		ids.tmdb !== undefined ? eq(movies.tmdbId, ids.tmdb) : undefined,
		ids.imdb !== undefined ? eq(movies.imdbId, ids.imdb) : undefined
	].filter((each) => each !== undefined);
	if (same.length === 0) return undefined;
	return db
		.select({ id: movies.id })
		.from(movies)
		.where(or(...same))
		.get()?.id;
}

/** Writes what a source says of a film: into the row given, one that bears its id already, or a new one. */
export function recordMovie(db: Db, facts: MovieFacts, place: Placement, into?: number): number {
	const id = findMovie(db, facts) ?? into;
	const how = {
		source: facts.source,
		confidence: place.confidence,
		reasons: [...place.reasons],
		refreshedAt: place.now
	};
	const movieId = id === undefined ? insert(db, facts, place) : id;
	const locked = db.select({ locked: movies.lockedFields }).from(movies).where(eq(movies.id, movieId)).get()!
		.locked;
	db.update(movies)
		.set({ ...unlocked(columnsOf(db, facts), locked), ...how })
		.where(eq(movies.id, movieId))
		.run();
	writeCredits(db, { movieId }, facts.credits);
	writeAliases(db, { movieId }, facts);
	return movieId;
}

function insert(db: Db, facts: MovieFacts, place: Placement): number {
	const { monitored } = libraryDefaults(db, place.libraryId);
	const { libraryId, rootFolderId, folder, now } = place;
	return db
		.insert(movies)
		.values({
			libraryId,
			rootFolderId,
			folder,
			title: facts.title,
			sortTitle: sortTitle(facts.title),
			monitored,
			addedAt: now
		})
		.returning({ id: movies.id })
		.get().id;
}
