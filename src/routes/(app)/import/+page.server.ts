import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

const query = z.object({
	path: z.string().max(4096).optional(),
	from: z.enum(['folder', 'download']).optional()
});

export const load = page({ access: 'library.edit', topics: ['imports'], query }, ({ app, query }) => ({
	path: query.path ?? '',
	from: query.from ?? 'folder',
	/** Whoever comes by a link has chosen already. */
	linked: query.path !== undefined,
	recent: app.imports.recent(8),
	history: app.imports.history({ limit: 8 }).items,
	roots: app.library.roots.list().length
}));

const wish = z.object({ path: z.string().trim().min(1).max(4096), from: z.enum(['folder', 'download']) });

export const actions = {
	default: action({ access: 'library.edit', form: wish }, async ({ app, actor, form: { path, from } }) => {
		const by = { userId: actor.userId, name: actor.name };
		const look = await app.imports.look(path, { source: from }, by);
		redirect(303, `/import/${look.id}`);
	})
};
