import { z } from 'zod';
import { page } from '#server/platform/web.ts';
import { beyondHouse } from '../../beyond-house.ts';

const query = z.object({ q: z.string().trim().max(200).default('') });
const most = 48;
const newest = 24;
/** Two letters fit half of the world. */
const fewestLetters = 3;

export const load = page(
	{ access: 'library.read', topics: ['library'], query },
	({ app, actor, query, event }) => {
		const found = query.q ? app.library.search(query.q, most) : [];
		const recent = query.q ? [] : app.library.pages.recent(newest);
		const mayAdd = actor.permissions.has('library.edit');
		return {
			q: query.q,
			found,
			/** While nothing is asked. */
			recent,
			mayAdd,
			/** The page does not wait for the world. */
			beyond: query.q.length >= fewestLetters ? beyondHouse(app, query.q, event.request.signal) : [],
			pictures: Object.fromEntries(
				app.metadata.artwork.placeholders([...found, ...recent].map(({ posterPath }) => posterPath))
			)
		};
	}
);
