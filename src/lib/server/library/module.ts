import type { Db } from '#server/platform/db.ts';
import type { Module } from '#server/platform/module.ts';
export { derived } from './derived.ts';
import { getMovie, getSeries, type MovieDetails, type SeriesDetails } from './items.ts';
import { letters, listItems, type ItemQuery, type Letter, type ListedItem } from './listing.ts';
import { createPages, type Pages } from './pages/pages.ts';
import type { ItemKind } from './schema.ts';
import { searchLibrary, type Found } from './search.ts';

export type { Found, ItemKind, ItemQuery, Letter, ListedItem, MovieDetails, SeriesDetails };

export interface Library extends Module {
	list(
		kind: ItemKind,
		query: ItemQuery,
		userId: string
	): { items: ListedItem[]; total: number; next?: string };
	letters(kind: ItemKind): Letter[];
	search(text: string, limit?: number): Found[];
	movie(id: number, userId: string): MovieDetails;
	series(id: number, userId: string): SeriesDetails;
	pages: Pages;
}

interface Deps {
	db: Db;
}

export function createLibrary({ db }: Deps): Library {
	return {
		list: (kind, query, userId) => listItems(db, kind, query, userId),
		letters: (kind) => letters(db, kind),
		search: (text, limit) => searchLibrary(db, text, limit),
		movie: (id, userId) => getMovie(db, id, userId),
		series: (id, userId) => getSeries(db, id, userId),
		pages: createPages({ db })
	};
}
