import { z } from 'zod';
import { page } from '#server/platform/web.ts';

const query = z.object({
	kind: z.enum(['movie', 'series']).optional(),
	state: z.enum(['missing', 'cutoff']).default('missing'),
	profile: z.string().max(200).optional(),
	cursor: z.string().max(2000).optional()
});
const pageLength = 60;

export const load = page(
	{ access: 'library.read', topics: ['library', 'profiles'], query },
	({ app, actor, query: { kind: wanted, state, profile, cursor } }) => {
		const today = new Date().toISOString().slice(0, 10);
		const { pages, following } = app.library;
		const want = (which: 'movie' | 'series', wish: 'missing' | 'short', limit: number, from?: string) =>
			pages.wanted({ kind: which, state: wish, today, profile, limit, cursor: from });
		const wish = state === 'missing' ? 'missing' : 'short';
		const counts = { movie: want('movie', wish, 1).total, series: want('series', wish, 1).total };
		const kind = wanted ?? (counts.movie === 0 && counts.series > 0 ? 'series' : 'movie');
		return {
			...want(kind, wish, pageLength, cursor),
			kind,
			state,
			profile,
			profiles: following.choices(),
			goals: Object.fromEntries(app.profiles.profiles.list().map(({ id, cutoff }) => [id, cutoff])),
			counts,
			states: { missing: want(kind, 'missing', 1).total, cutoff: want(kind, 'short', 1).total },
			mayEdit: actor.permissions.has('library.edit'),
			mayAdd: actor.permissions.has('library.edit') && app.metadata.hasTmdb()
		};
	}
);
