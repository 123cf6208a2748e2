import { page } from '#server/platform/web.ts';
import { z } from 'zod';
import { discoverPage, discoverQuery } from '../../discover-load.ts';

const query = discoverQuery.extend({ hide: z.boolean().default(false) });

export const load = page(
	{ access: 'library.read', topics: ['library', 'settings'], query },
	async ({ app, actor, query, event }) => {
		if (!app.metadata.hasTmdb()) return { ready: false as const, query };
		const { signal } = event.request;
		const [found, genres] = await Promise.all([
			discoverPage(app, query, signal),
			app.metadata.tmdb.genres(query.kind, signal).catch(() => [])
		]);
		return {
			ready: true as const,
			query,
			genres,
			...found,
			mayAdd: actor.permissions.has('library.edit')
		};
	}
);
