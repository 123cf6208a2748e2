import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';
import { libraryWork } from '../../../library-work.ts';

export const load = page({ access: 'settings.manage', topics: ['library', 'jobs'] }, ({ app }) => ({
	roots: app.library.roots.list(),
	work: libraryWork(app)
}));

const one = z.object({ id: z.number().int() });

export const actions = {
	scan: action(
		{
			access: 'library.edit',
			form: one.extend({ full: z.boolean().default(false), acceptLosses: z.boolean().default(false) })
		},
		({ app, actor, form: { id, ...wish } }) => {
			app.library.scan({ rootFolderId: id, ...wish }, actor.userId);
			return { scanning: id };
		}
	),
	remove: action({ access: 'settings.manage', form: one }, ({ app, form }) => {
		app.library.roots.remove(form.id);
		return { removed: form.id };
	})
};
