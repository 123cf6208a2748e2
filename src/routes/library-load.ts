import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { Actor } from '#core/access/permissions.ts';
import { itemFilter } from '#core/library/item-query.ts';
import { pageLength } from '$lib/components/media/shelf.svelte.ts';
import { shelfSearch } from '$lib/components/media/shelf-query.ts';
import { viewCookieName, viewOf } from '$lib/components/media/shelf-view.ts';
import type { App } from '#server/app.ts';
import { libraryWork } from './library-work.ts';
import { shelfPage } from './shelf-page.ts';

export const libraryQuery = itemFilter.extend({ sort: z.string().max(100).optional() });

interface Context {
	app: App;
	actor: Actor;
	query: z.output<typeof libraryQuery>;
	event: Pick<RequestEvent, 'cookies'>;
}

/** The first screen of all films or series, and what it can be narrowed by. */
export const libraryLoad = (kind: 'movie' | 'series', { app, actor, query, event }: Context) => ({
	start: {
		kind,
		query: shelfSearch(query),
		...shelfPage(app, kind, { ...query, limit: pageLength }, actor.userId)
	},
	query,
	view: viewOf(event.cookies.get(viewCookieName)),
	facets: app.library.pages.facets(kind),
	work: libraryWork(app),
	unmatched: actor.permissions.has('library.edit') ? app.library.unmatched({ limit: 1 }).total : 0,
	mayEdit: actor.permissions.has('library.edit'),
	mayDelete: actor.permissions.has('library.delete')
});
