import { z } from 'zod';
import { page } from '#server/platform/web.ts';
import { itemHistory } from '../../../item-history.ts';
import { itemRights, picturesOf } from '../../../item-load.ts';

const params = z.object({ id: z.number().int() });

export const load = page(
	{ access: 'library.read', topics: ['library'], params },
	async ({ app, actor, params }) => {
		const movie = app.library.movie(params.id, actor.userId);
		const parts = movie.collection
			? app.library.pages
					.collection(movie.collection.id)
					.parts.map((part) => ({ ...part, here: part.id === movie.id }))
			: [];
		return {
			movie,
			fit: app.library.movieFit(movie),
			parts,
			pictures: picturesOf(
				app,
				movie,
				parts.map(({ posterPath }) => posterPath)
			),
			history: await itemHistory(app, 'movie', movie.id),
			rights: itemRights(actor)
		};
	}
);
