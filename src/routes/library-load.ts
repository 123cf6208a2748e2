import type { Actor } from '#core/access/permissions.ts';
import type { ItemFilterQuery } from '#core/library/item-query.ts';
import { pageLength } from '$lib/components/media/shelf.svelte.ts';
import { shelfSearch } from '$lib/components/media/shelf-query.ts';
import type { App } from '#server/app.ts';
import { libraryWork } from './library-work.ts';
import { shelfPage } from './shelf-page.ts';

type Query = ItemFilterQuery & { sort?: string | undefined };

/** The first screen of a library and what it can be narrowed by. */
export function libraryLoad(app: App, actor: Actor, kind: 'movie' | 'series', query: Query) {
	return {
		start: {
			kind,
			query: shelfSearch(query),
			...shelfPage(app, kind, { ...query, limit: pageLength }, actor.userId)
		},
		query,
		facets: app.library.pages.facets(kind),
		work: libraryWork(app),
		unmatched: actor.permissions.has('library.edit') ? app.library.unmatched({ limit: 1 }).total : 0,
		mayEdit: actor.permissions.has('library.edit'),
		mayDelete: actor.permissions.has('library.delete')
	};
}
