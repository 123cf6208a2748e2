import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

const query = z.object({ ignored: z.boolean().default(false), cursor: z.string().max(2000).optional() });

export const load = page({ access: 'library.edit', topics: ['library'], query }, ({ app, query }) => ({
	...app.library.unmatched({ ...query, limit: 60 }),
	ignored: query.ignored,
	ignoredTotal: query.ignored ? 0 : app.library.unmatched({ ignored: true, limit: 1 }).total,
	hasTmdb: app.metadata.hasTmdb()
}));

const many = z.object({ ids: z.array(z.number().int()).min(1).max(1000) });
const choice = z.object({
	id: z.number().int(),
	source: z.enum(['tmdb', 'tvmaze']),
	target: z.number().int()
});

export const actions = {
	match: action(
		{ access: 'library.edit', form: choice },
		({ app, actor, form: { id, source, target }, event }) =>
			app.library.match(id, { source, id: target }, event.request.signal, actor.name)
	),
	/** Takes the best suggestion of each. */
	best: action({ access: 'library.edit', form: many }, async ({ app, actor, form, event }) => {
		const chosen = new Set(form.ids);
		const rows = app.library.unmatched({ limit: 500 }).items.filter(({ id }) => chosen.has(id));
		let matched = 0;
		for (const { id, suggestions } of rows) {
			const [best] = suggestions;
			const target = best?.tmdbId ?? best?.tvmazeId;
			if (!best || target === undefined) continue;
			const source = best.tmdbId === undefined ? 'tvmaze' : 'tmdb';
			await app.library.match(id, { source, id: target }, event.request.signal, actor.name);
			matched++;
		}
		return { matched };
	}),
	ignore: action({ access: 'library.edit', form: many }, ({ app, form }) => ({
		ignored: app.library.ignoreUnmatched(form.ids, true)
	})),
	wake: action({ access: 'library.edit', form: many }, ({ app, form }) => ({
		woken: app.library.ignoreUnmatched(form.ids, false)
	})),
	retry: action({ access: 'library.edit', form: many }, ({ app, form }) => ({
		job: app.library.retryUnmatched(form.ids)
	}))
};
