import { customCategoryBase, standardCategories } from '#core/torznab/categories.ts';
import type { Caps } from '#core/torznab/caps.ts';
import { modeParameters, type ModeParameter, type SearchMode } from '#core/torznab/query.ts';

const every = Object.keys(modeParameters) as ModeParameter[];
const readAlways: Record<SearchMode, ModeParameter[]> = {
	search: ['q'],
	'tv-search': ['q', 'season', 'ep'],
	'movie-search': ['q', 'year'],
	'music-search': ['q', 'artist', 'album', 'year'],
	'book-search': ['q', 'author', 'title']
};

/**
 * What all indexers together can do. Words are always read, because an indexer that knows no such parameter is asked
 * in plain words; ids only where somebody knows them.
 */
export function joinCaps(caps: readonly Caps[], limits: Caps['limits']): Caps {
	const modes: Caps['modes'] = {};
	for (const mode of Object.keys(readAlways) as SearchMode[]) {
		const known = new Set([...readAlways[mode], ...caps.flatMap((one) => one.modes[mode] ?? [])]);
		modes[mode] = every.filter((name) => known.has(name));
	}
	const held = new Set(caps.flatMap((one) => one.categories.map(({ id }) => id)));
	const categories = standardCategories.filter(({ id, parent }) => held.has(id) || held.has(parent ?? id));
	return {
		modes,
		categories: categories.length ? categories : [...standardCategories],
		rawSearch: true,
		limits
	};
}

/** One indexer as it is, but for what the road through us adds: words in place of parameters, and our paging. */
export function throughUs(caps: Caps, limits: Caps['limits']): Caps {
	const joined = joinCaps([caps], limits);
	return { ...joined, categories: caps.categories.length ? caps.categories : joined.categories };
}

export const isShared = (category: number): boolean => category < customCategoryBase;
