import { z } from 'zod';
import { page } from '#server/platform/web.ts';
import { beyond } from './beyond.ts';

export const load = page(
	{ access: 'library.read', topics: ['library'], params: z.object({ id: z.number().int() }) },
	async ({ app, actor, params, event }) => {
		const person = app.library.pages.person(params.id);
		const pictures = app.metadata.artwork.placeholders([
			person.photoPath,
			...person.parts.map(({ posterPath }) => posterPath)
		]);
		return {
			person,
			mayAdd: actor.permissions.has('library.edit'),
			pictures: Object.fromEntries(pictures),
			/** What TMDB knows besides; the page does not wait for it. */
			beyond: beyond(app, person, event.request.signal)
		};
	}
);
