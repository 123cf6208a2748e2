import { z } from 'zod';
import { api } from '#server/platform/web.ts';

export const GET = api(
	{
		access: 'library.edit',
		summary: 'What can be chosen where a film or series is added',
		tags: ['Library'],
		query: z.object({ kind: z.enum(['movie', 'series']) }),
		output: z.object({
			roots: z.array(
				z.object({
					id: z.number(),
					path: z.string(),
					library: z.string(),
					freeBytes: z.number().nullable(),
					seriesType: z.enum(['standard', 'anime', 'daily']),
					profileId: z
						.string()
						.meta({ description: 'That its items follow when they have none of their own' })
				})
			),
			profiles: z.array(z.object({ id: z.string(), name: z.string() })),
			tags: z.array(z.string())
		})
	},
	({ app, query }) => {
		const { following } = app.library;
		return {
			roots: app.library
				.placesFor(query.kind)
				.map(({ id, path, library, libraryId, freeBytes, seriesType }) => ({
					id,
					path,
					library,
					freeBytes,
					seriesType,
					profileId: following.of({ profileId: null, libraryId }).profile.id
				})),
			profiles: following.choices(),
			tags: app.library.tags().map(({ name }) => name)
		};
	}
);
