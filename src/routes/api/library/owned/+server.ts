import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'library.read',
		summary: 'Which of these titles are in the library',
		tags: ['Library'],
		query: z.object({
			kind: z.enum(['movie', 'series']),
			ids: z
				.string()
				.max(6000)
				.regex(/^\d{1,9}(,\d{1,9}){0,499}$/, 'Give up to 500 TMDB ids with commas between them.')
				.meta({ description: 'TMDB ids with commas between them' })
		}),
		output: z.object({
			items: z.array(z.object({ tmdbId: z.number(), id: z.number(), fileCount: z.number() }))
		})
	},
	({ app, query: { kind, ids } }) => {
		const owned = app.library.pages.owned(kind, ids.split(',').map(Number));
		return { items: [...owned].map(([tmdbId, here]) => ({ tmdbId, ...here })) };
	}
);
