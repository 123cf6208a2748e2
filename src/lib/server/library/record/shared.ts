import { and, eq, isNull } from 'drizzle-orm';
import { sortTitle } from '#core/text/sort-title.ts';
import type { Db } from '#server/platform/db.ts';
import { prepared } from '#server/platform/statements.ts';
import type { MovieFacts, PersonCredit, SeriesFacts } from '#server/metadata/module.ts';
import { libraries } from '../schema/folders.ts';
import { aliases, collections } from '../schema/items.ts';
import { credits, people } from '../schema/people.ts';

export type ItemRef = { movieId: number } | { seriesId: number };

/** Where an item stands, and how it came to be known. */
export interface Placement {
	libraryId: number;
	rootFolderId: number | null;
	folder: string | null;
	confidence: number;
	reasons: readonly string[];
	now: number;
}

/** Columns of films and series alike; what the source does not say stays as it is. */
export function factColumns(facts: MovieFacts | SeriesFacts) {
	return {
		title: facts.title,
		sortTitle: sortTitle(facts.title),
		originalTitle: facts.originalTitle,
		originalLanguage: facts.originalLanguage,
		year: facts.year,
		overview: facts.overview,
		tagline: facts.tagline,
		genres: facts.genres,
		studios: facts.studios,
		certification: facts.certification,
		runtimeMinutes: facts.runtimeMinutes,
		rating: facts.rating,
		votes: facts.votes,
		posterPath: facts.posterPath,
		backdropPath: facts.backdropPath,
		sourcePosterPath: facts.posterPath,
		sourceBackdropPath: facts.backdropPath,
		trailerUrl: facts.trailerUrl,
		imdbId: facts.ids.imdb
	};
}

/** What a person edited stays; what is not said is not written. */
export function unlocked<T extends object>(columns: T, locked: readonly string[]): Partial<T> {
	const isLocked = (key: string) => locked.includes(key) || (key === 'sortTitle' && locked.includes('title'));
	return Object.fromEntries(
		Object.entries(columns).filter(([key, value]) => value !== undefined && !isLocked(key))
	) as Partial<T>;
}

export const libraryDefaults = (db: Db, libraryId: number) =>
	db
		.select({
			monitored: libraries.monitorNew,
			seriesType: libraries.seriesType
		})
		.from(libraries)
		.where(eq(libraries.id, libraryId))
		.get()!;

function personId(db: Db, credit: PersonCredit): number {
	const known = credit.tmdbId
		? db.select({ id: people.id }).from(people).where(eq(people.tmdbId, credit.tmdbId)).get()
		: db
				.select({ id: people.id })
				.from(people)
				.where(and(eq(people.name, credit.name), isNull(people.tmdbId)))
				.get();
	const facts = { name: credit.name, ...(credit.photoPath && { photoPath: credit.photoPath }) };
	if (!known)
		return db
			.insert(people)
			.values({ ...facts, tmdbId: credit.tmdbId })
			.returning({ id: people.id })
			.get().id;
	prepared(db, 'UPDATE people SET photoPath = coalesce(?, photoPath) WHERE id = ?').run(
		credit.photoPath ?? null,
		known.id
	);
	return known.id;
}

export function writeCredits(db: Db, item: ItemRef, list: readonly PersonCredit[]): void {
	db.delete(credits)
		.where('movieId' in item ? eq(credits.movieId, item.movieId) : eq(credits.seriesId, item.seriesId))
		.run();
	list.forEach((credit, position) => {
		db.insert(credits)
			.values({
				...item,
				personId: personId(db, credit),
				department: credit.department,
				role: credit.role,
				position
			})
			.run();
	});
}

/** Names that a person added stay. */
export function writeAliases(db: Db, item: ItemRef, facts: MovieFacts | SeriesFacts): void {
	const own = 'movieId' in item ? eq(aliases.movieId, item.movieId) : eq(aliases.seriesId, item.seriesId);
	db.delete(aliases)
		.where(and(own, eq(aliases.byHand, false)))
		.run();
	const unique = new Map(
		facts.aliases.filter(({ title }) => title !== facts.title).map((alias) => [alias.title, alias])
	);
	for (const alias of [...unique.values()].slice(0, 60))
		db.insert(aliases)
			.values({ ...item, ...alias })
			.run();
}

export function collectionId(db: Db, facts: MovieFacts): number | undefined {
	const { collection } = facts;
	if (!collection) return undefined;
	const columns = {
		name: collection.name,
		sortName: sortTitle(collection.name),
		...(collection.posterPath && { posterPath: collection.posterPath }),
		...(collection.backdropPath && { backdropPath: collection.backdropPath })
	};
	return db
		.insert(collections)
		.values({ tmdbId: collection.tmdbId, ...columns })
		.onConflictDoUpdate({ target: collections.tmdbId, set: columns })
		.returning({ id: collections.id })
		.get().id;
}
