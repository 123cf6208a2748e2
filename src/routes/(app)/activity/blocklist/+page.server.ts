import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

const query = z.object({ q: z.string().max(200).default(''), cursor: z.string().optional() });
const form = z.object({ id: z.number().int() });

export const load = page(
	{ access: 'downloads.manage', query, topics: ['blocklist'] },
	({ app, query: { q, cursor } }) => ({ q, ...app.downloads.blocklist.list({ q, limit: 100, cursor }) })
);

export const actions = {
	remove: action({ access: 'downloads.manage', form }, ({ app, form }) => {
		app.downloads.blocklist.remove([form.id]);
		return { removed: form.id };
	})
};
