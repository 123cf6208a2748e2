import { z } from 'zod';
import { page } from '#server/platform/web.ts';
import { absentParts } from './absent-parts.ts';

export const load = page(
	{ access: 'library.read', topics: ['library'], params: z.object({ id: z.number().int() }) },
	({ app, params, event }) => {
		const collection = app.library.pages.collection(params.id);
		return {
			collection,
			absent: absentParts(app, collection, event.request.signal),
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
