import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

const one = z.object({ id: z.string().max(100) });

export const load = page({ access: 'library.edit', topics: ['library'] }, async ({ app, actor }) => ({
	...(await app.library.trash.list()),
	mayDelete: actor.permissions.has('library.delete')
}));

export const actions = {
	restore: action({ access: 'library.edit', form: one }, ({ app, actor, form }) =>
		app.library.trash.restore(form.id, actor.name)
	),
	remove: action({ access: 'library.delete', form: one }, ({ app, form }) =>
		app.library.trash.remove(form.id)
	),
	empty: action({ access: 'library.delete', form: z.object({}) }, async ({ app }) => ({
		removed: await app.library.trash.empty()
	}))
};
