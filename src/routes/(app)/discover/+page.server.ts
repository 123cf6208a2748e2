import { z } from 'zod';
import type { App } from '#server/app.ts';
import { page } from '#server/platform/web.ts';
import { discoverRequest, lists, type DiscoverQuery } from './lists.ts';

const query = z.object({
	kind: z.enum(['movie', 'series']).default('movie'),
	list: z.enum(lists).default('trending'),
	genre: z.number().int().optional(),
	year: z.number().int().min(1870).max(2200).optional(),
	hide: z.boolean().default(false),
	q: z.string().trim().max(200).default(''),
	page: z.number().int().min(1).max(500).default(1)
});

export const load = page(
	{ access: 'library.read', topics: ['library', 'settings'], query },
	async ({ app, query, event }) => {
		if (!app.metadata.hasTmdb()) return { ready: false as const, query };
		const { signal } = event.request;
		const [found, genres] = await Promise.all([
			ask(app, query, signal),
			app.metadata.tmdb.genres(query.kind, signal).catch(() => [])
		]);
		const ids = found.items.flatMap(({ ids }) => ids.tmdb ?? []);
		const owned = app.library.pages.owned(query.kind, ids);
		const items = found.items.map(({ ids, title, year, posterPath, rating }) => ({
			tmdbId: ids.tmdb ?? 0,
			title,
			year: year ?? null,
			posterPath: posterPath ?? null,
			rating: rating ?? null,
			here: owned.get(ids.tmdb ?? 0) ?? null
		}));
		return {
			ready: true as const,
			query,
			genres,
			fault: found.fault,
			pages: found.pages,
			items: query.hide ? items.filter(({ here }) => !here) : items
		};
	}
);

/** TMDB being away is no reason to show no page. */
async function ask(
	{ metadata: { tmdb } }: App,
	query: DiscoverQuery & { q: string; page: number },
	signal: AbortSignal
) {
	const { path, query: wishes } = discoverRequest(query);
	const asked = query.q
		? tmdb.search(query.kind, query.q, { signal }).then((items) => ({ items, pages: 1 }))
		: tmdb.browse(query.kind, path, { ...wishes, page: query.page }, signal);
	return asked.then(
		({ items, pages }) => ({ items, pages, fault: undefined }),
		(error: unknown) => ({ items: [], pages: 1, fault: (error as Error).message })
	);
}
