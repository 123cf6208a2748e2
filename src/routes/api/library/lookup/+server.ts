import { z } from 'zod';
import { needsConfiguration } from '#server/platform/errors.ts';
import { api } from '#server/platform/web.ts';
import { lookUp } from './look-up.ts';

export const GET = api(
	{
		access: 'library.edit',
		summary: 'Look a title or an id up at the metadata sources',
		tags: ['Library'],
		query: z.object({
			kind: z.enum(['movie', 'series']),
			q: z.string().trim().min(1).max(200),
			year: z.number().int().optional()
		}),
		rate: { max: 60, perSeconds: 60 }
	},
	async ({ app, query, signal }) => {
		const sources = app.metadata.sources().filter((source) => query.kind === 'series' || source.movie);
		if (sources.length === 0) throw needsConfiguration('Films can be looked up once there is a TMDB key.');
		return lookUp(sources, query, signal);
	}
);
