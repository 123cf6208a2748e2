import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { page } from '#server/platform/web.ts';

const params = z.object({ kind: z.enum(['movie', 'series']), id: z.number().int().positive() });

/** A title that the house does not have; what it has leads to its own page. */
export const load = page({ access: 'library.read', params }, async ({ app, params: { kind, id }, event }) => {
	const here = app.library.pages.owned(kind, [id]).get(id);
	if (here) redirect(303, kind === 'movie' ? `/movies/${here.id}` : `/series/${here.id}`);
	const { signal } = event.request;
	const facts =
		kind === 'movie'
			? await app.metadata.tmdb.movie(id, signal)
			: await app.metadata.tmdb.series(id, { signal });
	const { title, year, tagline, overview, genres, certification, runtimeMinutes, rating } = facts;
	return {
		kind,
		id,
		facts: { title, year, tagline, overview, genres, certification, runtimeMinutes, rating },
		trailerUrl: facts.trailerUrl,
		posterPath: facts.posterPath ?? null,
		backdropPath: facts.backdropPath ?? null,
		cast: facts.credits
			.filter(({ department }) => department === 'cast')
			.slice(0, 12)
			.map(({ name, role, photoPath }) => ({ name, role: role ?? null, photoPath: photoPath ?? null }))
	};
});
