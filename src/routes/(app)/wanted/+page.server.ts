import { z } from 'zod';
import { page } from '#server/platform/web.ts';
import { shortfall } from './shortfall.ts';

const query = z.object({
	kind: z.enum(['movie', 'series']).default('movie'),
	state: z.enum(['missing', 'cutoff']).default('missing'),
	cursor: z.string().max(2000).optional()
});

export const load = page(
	{ access: 'library.read', topics: ['library', 'profiles'], query },
	({ app, query }) => {
		const today = new Date().toISOString().slice(0, 10);
		const { wanted } = app.library.pages;
		const { kind, cursor } = query;
		const list =
			query.state === 'missing'
				? wanted({ kind, state: 'missing', today, limit: 100, cursor })
				: shortfall(app, kind, today, cursor);
		return {
			...list,
			kind,
			state: query.state,
			counts: {
				movie: wanted({ kind: 'movie', state: 'missing', today, limit: 1 }).total,
				series: wanted({ kind: 'series', state: 'missing', today, limit: 1 }).total
			}
		};
	}
);
