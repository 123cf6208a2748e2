import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

const query = z.object({ cursor: z.string().max(200).optional() });

export const load = page({ access: 'library.edit', topics: ['library'], query }, async ({ app, query }) => ({
	...(await app.library.changes({ ...query, limit: 60 })),
	cursor: query.cursor ?? null
}));

export const actions = {
	undo: action({ access: 'library.edit', form: z.object({ id: z.number().int() }) }, ({ app, actor, form }) =>
		app.library.undo(form.id, actor.name)
	)
};
