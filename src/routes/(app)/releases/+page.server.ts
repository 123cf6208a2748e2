import { z } from 'zod';
import { page } from '#server/platform/web.ts';

const query = z.object({
	q: z.string().max(300).default(''),
	type: z.enum(['any', 'movie', 'series', 'music', 'book']).catch('any').default('any'),
	season: z.string().max(4).default(''),
	episode: z.string().max(5).default('')
});

export const load = page({ access: 'search.use', query, topics: ['providers'] }, ({ app, query, url }) => ({
	...query,
	asked: url.searchParams.has('q'),
	indexers: app.indexers
		.list()
		.filter(({ enabled }) => enabled)
		.map(({ id, name }) => ({ id, name })),
	profile: app.profiles.fallback().name
}));
