import { z } from 'zod';
import { page } from '#server/platform/web.ts';
import { absentParts } from './absent-parts.ts';

export const load = page(
	{ access: 'library.read', topics: ['library'], params: z.object({ id: z.number().int() }) },
	async ({ app, actor, params, event }) => {
		const collection = app.library.pages.collection(params.id);
		return {
			collection,
			...(await absentParts(app, params.id, event.request.signal)),
			mayAdd: actor.permissions.has('library.edit'),
			canAsk: collection.tmdbId !== null && app.metadata.hasTmdb(),
			pictures: Object.fromEntries(
				app.metadata.artwork.placeholders([
					collection.posterPath,
					collection.backdropPath,
					...collection.parts.map(({ posterPath }) => posterPath)
				])
			)
		};
	}
);
