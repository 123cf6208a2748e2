import { and, eq, isNull } from 'drizzle-orm';
import { sortTitle } from '#core/text/sort-title.ts';
import type { Db } from '#server/platform/db.ts';
import { invalid, notFound } from '#server/platform/errors.ts';
import { prepared } from '#server/platform/statements.ts';
import type { Metadata } from '#server/metadata/module.ts';
import { tableOf } from '../item-table.ts';
import { fetchFacts, type Facts } from '../identify/ask.ts';
import { findMovie, recordMovie } from '../record/movie.ts';
import { findSeries, recordSeries } from '../record/series.ts';
import { movies, series } from '../schema/items.ts';
import type { ItemKind } from '../schema/folders.ts';

/** An item of the library, or one that is to come into it together with the file. */
export interface IntakeTarget {
	kind: ItemKind;
	id?: number | undefined;
	add?: NewItem | undefined;
}

export interface NewItem {
	/** `name`: nobody is asked, the title and year given have to do. */
	source: 'tmdb' | 'tvmaze' | 'name';
	sourceId?: number | undefined;
	title: string;
	year?: number | undefined;
	posterPath?: string | undefined;
}

export interface NewPlace {
	rootFolderId: number;
	libraryId: number;
	profileId: string | null;
	now: number;
}

/** What is known of something that is to be added. */
export async function factsOfNew(
	metadata: Pick<Metadata, 'sources'>,
	kind: ItemKind,
	item: NewItem,
	signal: AbortSignal
): Promise<Facts> {
	if (item.source === 'name') return factsOfName(kind, item);
	const source = metadata.sources().find(({ id }) => id === item.source);
	if (!source || item.sourceId === undefined || (kind === 'movie' && !source.movie))
		throw invalid(`${item.source} cannot be asked for this.`);
	const ids = item.source === 'tmdb' ? { tmdb: item.sourceId } : { tvmaze: item.sourceId };
	return fetchFacts(kind, ids, source, signal);
}

function factsOfName(kind: ItemKind, { title, year }: NewItem): Facts {
	const shared = {
		source: 'name',
		ids: {},
		title,
		...(year !== undefined && { year }),
		genres: [],
		studios: [],
		aliases: [],
		credits: []
	};
	return kind === 'movie'
		? { ...shared, kind: 'movie' }
		: { ...shared, kind: 'series', seasons: [], episodes: [], orders: [] };
}

/** The item that these facts speak of, when it is here already. */
export function findByFacts(db: Db, facts: Facts, libraryId: number): number | undefined {
	if (facts.source !== 'name') return facts.kind === 'movie' ? findMovie(db, facts) : findSeries(db, facts);
	const table = facts.kind === 'movie' ? movies : series;
	const sameYear = facts.year === undefined ? isNull(table.year) : eq(table.year, facts.year);
	return db
		.select({ id: table.id })
		.from(table)
		.where(and(eq(table.libraryId, libraryId), eq(table.sortTitle, sortTitle(facts.title)), sameYear))
		.get()?.id;
}

/** The item itself, made when it is not here yet. Runs in the caller's transaction. */
export function ensureItem(
	db: Db,
	target: IntakeTarget,
	facts: Facts | undefined,
	place: NewPlace
): { id: number; isNew: boolean } {
	const { kind } = target;
	const table = tableOf[kind];
	if (target.id !== undefined) {
		const id = prepared(db, `SELECT id FROM ${table} WHERE id = ?`).pluck().get(target.id) as
			number | undefined;
		if (id === undefined) throw notFound(kind === 'movie' ? 'film' : 'series', target.id);
		return { id, isNew: false };
	}
	if (!facts) throw invalid('Say which film or series it is.');
	const there = findByFacts(db, facts, place.libraryId);
	if (there !== undefined) return { id: there, isNew: false };
	const { libraryId, rootFolderId, profileId, now } = place;
	const reasons = ['A person chose it.'];
	const placement = { libraryId, rootFolderId, folder: null, confidence: 1, reasons, now };
	const id = facts.kind === 'movie' ? recordMovie(db, facts, placement) : recordSeries(db, facts, placement);
	if (profileId !== null) prepared(db, `UPDATE ${table} SET profileId = ? WHERE id = ?`).run(profileId, id);
	return { id, isNew: true };
}
