import { z } from 'zod';
import { page } from '#server/platform/web.ts';

const query = z.object({ q: z.string().trim().max(200).default('') });
const most = 48;

export const load = page({ access: 'library.read', topics: ['library'], query }, ({ app, query }) => {
	const found = query.q ? app.library.search(query.q, most) : [];
	return {
		q: query.q,
		found,
		pictures: Object.fromEntries(app.metadata.artwork.placeholders(found.map(({ posterPath }) => posterPath)))
	};
});
