import { z } from 'zod';
import { api } from '#server/platform/web.ts';
import { beyondHouse } from '../../../beyond-house.ts';

export const GET = api(
	{
		access: 'library.edit',
		summary: 'Find films and series by name that are not in the library',
		tags: ['Library'],
		query: z.object({ q: z.string().trim().min(1).max(200) }),
		output: z.object({
			items: z.array(
				z.object({
					kind: z.enum(['movie', 'series']),
					ids: z.object({ tmdb: z.number().optional(), tvmaze: z.number().optional() }),
					title: z.string(),
					year: z.number().nullable(),
					posterPath: z.string().nullable(),
					href: z.string().meta({ description: 'Its page, from which it can be added' })
				})
			)
		}),
		rate: { max: 120, perSeconds: 60 }
	},
	async ({ app, query, signal }) => ({ items: await beyondHouse(app, query.q, signal) })
);
