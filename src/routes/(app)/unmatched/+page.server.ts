import { z } from 'zod';
import { toAppError, upstream } from '#server/platform/errors.ts';
import { action, page } from '#server/platform/web.ts';

const query = z.object({
	ignored: z.boolean().default(false),
	sort: z.enum(['best', 'newest']).default('newest'),
	cursor: z.string().max(2000).optional()
});

export const load = page({ access: 'library.edit', topics: ['library'], query }, ({ app, query }) => ({
	...app.library.unmatched({ ...query, limit: 60 }),
	ignored: query.ignored,
	sort: query.sort,
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
		const undoIds: number[] = [];
		const faults: string[] = [];
		for (const { id, target } of app.library.bestGuesses(form.ids))
			await app.library.match(id, target, event.request.signal, actor.name).then(
				({ undoId }) => undoIds.push(undoId),
				(error: unknown) => faults.push(toAppError(error).message)
			);
		if (undoIds.length === 0 && faults.length > 0) throw upstream(faults[0]!);
		return { matched: undoIds.length, undoIds, faults };
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
