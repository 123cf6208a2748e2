import { z } from 'zod';
import { happenings } from '#core/downloads/download.ts';
import { page } from '#server/platform/web.ts';

const query = z.object({
	show: z
		.enum(['all', ...happenings])
		.default('all')
		.catch('all'),
	q: z.string().max(200).default(''),
	cursor: z.string().optional()
});

export const load = page(
	{ access: 'search.use', query, topics: ['downloads'] },
	({ app, actor, query: { show, q, cursor } }) => {
		const what = show === 'all' ? undefined : show;
		const mayImport = actor.permissions.has('library.edit');
		return { show, q, mayImport, ...app.downloads.history({ what, q, limit: 100, cursor }) };
	}
);
