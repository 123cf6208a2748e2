import { z } from 'zod';
import { page } from '#server/platform/web.ts';

const params = z.object({ id: z.number().int() });
const query = z.object({
	show: z.enum(['all', 'ready', 'attention', 'refused', 'imported']).default('all')
});

const pageLength = 60;

export const load = page(
	{ access: 'library.edit', topics: ['imports', 'jobs'], params, query },
	({ app, params: { id }, query: { show } }) => ({
		look: app.imports.get(id),
		show,
		rows: app.imports.rows(id, { limit: pageLength, filter: show }),
		roots: app.library.roots
			.list()
			.filter(({ readOnly }) => !readOnly)
			.map((root) => ({ id: root.id, path: root.path, kind: root.kind, freeBytes: root.freeBytes })),
		profiles: app.library.following.choices()
	})
);
