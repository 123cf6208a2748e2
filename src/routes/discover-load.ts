import { z } from 'zod';
import type { App } from '#server/app.ts';
import { discoverRequest, lists, type DiscoverQuery } from '#core/library/discover-lists.ts';

export const discoverQuery = z.object({
	kind: z.enum(['movie', 'series']).default('movie'),
	list: z.enum(lists).default('trending'),
	genre: z.number().int().optional(),
	from: z.number().int().min(1870).max(2200).optional(),
	to: z.number().int().min(1870).max(2200).optional(),
	rating: z.number().min(0).max(10).optional(),
	language: z
		.string()
		.regex(/^[a-z]{2}$/)
		.optional(),
	q: z.string().trim().max(200).default(''),
	page: z.number().int().min(1).max(500).default(1)
});

type Query = DiscoverQuery & { q: string; page: number };

/** One page of what TMDB lists, with what of it is in the house; TMDB being away is no reason to show no page. */
export async function discoverPage(app: App, query: Query, signal: AbortSignal) {
	const found = await ask(app, query, signal);
	const owned = app.library.pages.owned(
		query.kind,
		found.items.flatMap(({ ids }) => ids.tmdb ?? [])
	);
	return {
		pages: Math.min(found.pages, 500),
		fault: found.fault,
		items: found.items.map(({ ids, title, year, posterPath, rating, overview }) => ({
			tmdbId: ids.tmdb ?? 0,
			title,
			year: year ?? null,
			posterPath: posterPath ?? null,
			rating: rating ?? null,
			overview: overview ?? null,
			here: owned.get(ids.tmdb ?? 0) ?? null
		}))
	};
}

function ask({ metadata: { tmdb } }: App, query: Query, signal: AbortSignal) {
	const { path, query: wishes } = discoverRequest(query);
	const asked = query.q
		? tmdb.search(query.kind, query.q, { signal }).then((items) => ({ items, pages: 1 }))
		: tmdb.browse(query.kind, path, { ...wishes, page: query.page }, signal);
	return asked.then(
		({ items, pages }) => ({ items, pages, fault: undefined }),
		(error: unknown) => ({ items: [], pages: 1, fault: (error as Error).message })
	);
}
