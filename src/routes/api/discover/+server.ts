import { z } from 'zod';
import { needsConfiguration, upstream } from '#server/platform/errors.ts';
import { api } from '#server/platform/web.ts';
import { discoverPage, discoverQuery } from '../../discover-load.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'Films or series of the world, as TMDB lists them, and which of them are in the library',
		tags: ['Library'],
		query: discoverQuery,
		output: z.object({
			items: z.array(
				z.object({
					tmdbId: z.number(),
					title: z.string(),
					year: z.number().nullable(),
					posterPath: z.string().nullable(),
					rating: z.number().nullable(),
					overview: z.string().nullable(),
					here: z
						.object({ id: z.number(), fileCount: z.number() })
						.nullable()
						.meta({ description: 'Its place in the library' })
				})
			),
			pages: z.number()
		}),
		rate: { max: 120, perSeconds: 60 }
	},
	async ({ app, query, signal }) => {
		if (!app.metadata.hasTmdb())
			throw needsConfiguration('These lists come from TMDB, which asks for a free key.');
		const { items, pages, fault } = await discoverPage(app, query, signal);
		if (fault !== undefined) throw upstream(fault);
		return { items, pages };
	}
);
