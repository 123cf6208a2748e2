import { z } from 'zod';
import { itemFilter } from '#core/library/item-query.ts';
import { viewCookieName, viewOf } from '$lib/components/media/shelf-view.ts';
import { page } from '#server/platform/web.ts';
import { libraryLoad } from '../../library-load.ts';

const query = itemFilter.extend({ sort: z.string().max(100).optional() });

export const load = page(
	{ access: 'library.read', topics: ['library', 'jobs'], query },
	({ app, actor, query, event }) => ({
		...libraryLoad(app, actor, 'series', query),
		view: viewOf(event.cookies.get(viewCookieName))
	})
);
