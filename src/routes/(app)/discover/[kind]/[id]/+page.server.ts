import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { page } from '#server/platform/web.ts';

/** TMDB's numbers stand alone; without a key, series come from TVmaze. */
const params = z.object({
	kind: z.enum(['movie', 'series']),
	id: z
		.string()
		.regex(/^(?:tvmaze-)?[1-9]\d{0,9}$/)
		.transform((text) => ({
			isTvmaze: text.startsWith('tvmaze-'),
			number: Number(text.replace('tvmaze-', ''))
		}))
});

/** A title that the house does not have; what it has leads to its own page. */
export const load = page(
	{ access: 'library.read', topics: ['library'], params },
	async ({ app, actor, params: { kind, id }, event }) => {
		const ids = id.isTvmaze ? { tvmaze: id.number } : { tmdb: id.number };
		const here = app.library.pages.known(kind, ids);
		if (here !== undefined) redirect(303, kind === 'movie' ? `/movies/${here}` : `/series/${here}`);
		const { signal } = event.request;
		const { tmdb, tvmaze } = app.metadata;
		const facts =
			kind === 'movie'
				? await tmdb.movie(id.number, signal)
				: await (id.isTvmaze ? tvmaze : tmdb).series(id.number, { signal });
		const { title, year, tagline, overview, genres, certification, runtimeMinutes, rating } = facts;
		return {
			kind,
			ids,
			facts: { title, year, tagline, overview, genres, certification, runtimeMinutes, rating },
			seasons: facts.kind === 'series' ? facts.seasons.filter(({ number }) => number > 0).length : 0,
			collection: facts.kind === 'movie' ? (facts.collection?.name ?? null) : null,
			trailerUrl: facts.trailerUrl,
			posterPath: facts.posterPath ?? null,
			backdropPath: facts.backdropPath ?? null,
			mayAdd: actor.permissions.has('library.edit'),
			cast: facts.credits
				.filter(({ department }) => department === 'cast')
				.slice(0, 12)
				.map(({ name, role, photoPath }) => ({ name, role: role ?? null, photoPath: photoPath ?? null }))
		};
	}
);
