import { imdbId } from '../matching/imdb-id.ts';
import { createForm } from '../matching/title-form.ts';
import { plainPath } from './bring-paths.ts';

export interface BringIds {
	tmdb?: number | undefined;
	imdb?: string | undefined;
	tvdb?: number | undefined;
}

/** An item by what it can be known by. */
export interface Knowable {
	ids: BringIds;
	title: string;
	year?: number | undefined;
	/** Its folder, as seen from here. */
	path?: string | undefined;
}

export type MatchedBy = 'tmdb' | 'imdb' | 'tvdb' | 'path' | 'title';

export interface Matched {
	id: number;
	by: MatchedBy;
}

const several = Symbol('several');
type Index = Map<string, number | typeof several>;

const keys: Record<MatchedBy, (item: Knowable) => string | undefined> = {
	tmdb: ({ ids }) => (ids.tmdb ? String(ids.tmdb) : undefined),
	imdb: ({ ids }) => (ids.imdb ? imdbId(ids.imdb) : undefined),
	tvdb: ({ ids }) => (ids.tvdb ? String(ids.tvdb) : undefined),
	path: ({ path }) => (path ? plainPath(path) : undefined),
	title: ({ title, year }) => (title && year ? `${createForm(title).key} ${year}` : undefined)
};
const order = Object.keys(keys) as MatchedBy[];

/** Finds the item here that something elsewhere is: by id, then by folder, then by title and year. */
export function createBringMatcher(known: readonly (Knowable & { id: number })[]) {
	const indexes = new Map<MatchedBy, Index>(order.map((by) => [by, new Map()]));
	const byId = new Map(known.map((item) => [item.id, item]));
	for (const item of known)
		for (const by of order) {
			const key = keys[by](item);
			const index = indexes.get(by)!;
			if (key !== undefined) index.set(key, index.has(key) && index.get(key) !== item.id ? several : item.id);
		}

	/** The same kind of id on both sides, and it differs: not the same, whatever its title says. */
	const contradicts = (one: Knowable, other: Knowable) =>
		(['tmdb', 'imdb', 'tvdb'] as const).some((by) => {
			const [a, b] = [keys[by](one), keys[by](other)];
			return a !== undefined && b !== undefined && a !== b;
		});

	return (item: Knowable): Matched | undefined => {
		for (const by of order) {
			const key = keys[by](item);
			const id = key === undefined ? undefined : indexes.get(by)!.get(key);
			if (typeof id !== 'number') continue;
			if ((by === 'title' || by === 'path') && contradicts(item, byId.get(id)!)) continue;
			return { id, by };
		}
		return undefined;
	};
}
