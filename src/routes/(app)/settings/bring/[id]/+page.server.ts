import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

const params = z.object({ id: z.number().int() });
const filter = z.object({
	kind: z.enum(['root', 'profile', 'format', 'movie', 'series', 'history', 'watched']).optional(),
	standing: z.enum(['new', 'changes', 'same', 'skipped']).optional(),
	outcome: z.enum(['failed']).optional()
});
const atOnce = 100;

export const load = page(
	{
		access: 'settings.manage',
		topics: ['jobs'],
		params,
		query: filter.extend({ cursor: z.string().max(200).optional() })
	},
	async ({ app: { library, accounts }, params: { id }, query }) => ({
		source: library.bring.get(id),
		places: await library.bring.places(id),
		people: accounts.people.list().map(({ id, name }) => ({ id, name })),
		counts: library.bring.counts(id),
		work: library.bring.work(id),
		rows: library.bring.rows(id, { ...query, limit: atOnce }),
		shown: query
	})
);

const manage = { access: 'settings.manage', params } as const;
const texts = z.array(z.string().trim().max(2000));

export const actions = {
	folders: action(
		{ ...manage, form: z.object({ from: texts, to: texts }) },
		({ app, params, form: { from, to } }) => {
			const mappings = from.flatMap((path, at) =>
				to[at] && to[at] !== path ? [{ from: path, to: to[at] }] : []
			);
			app.library.bring.update(params.id, { mappings });
			return { kept: true };
		}
	),
	people: action(
		{ ...manage, form: z.object({ remote: texts, userId: texts }) },
		({ app, params, form: { remote, userId } }) => {
			const here = new Set(app.accounts.people.list().map(({ id }) => id));
			const pairings = remote.flatMap((id, at) =>
				here.has(userId[at] ?? '') ? [{ remote: id, userId: userId[at]! }] : []
			);
			app.library.bring.update(params.id, { pairings });
			return { kept: true };
		}
	),
	look: action({ ...manage, form: z.object({}) }, ({ app, params, actor }) => {
		app.library.bring.look(params.id, actor.userId);
		return { started: true };
	}),
	choose: action(
		{
			...manage,
			form: z.object({ shown: z.array(z.number().int()), ids: z.array(z.number().int()) })
		},
		({ app, params, form: { shown, ids } }) => {
			const { choose } = app.library.bring;
			choose(params.id, { ids }, true);
			choose(params.id, { ids: shown.filter((id) => !ids.includes(id)) }, false);
			return { chosen: true };
		}
	),
	chooseAll: action(
		{ ...manage, form: filter.extend({ chosen: z.boolean() }) },
		({ app, params, form: { chosen, ...which } }) => {
			app.library.bring.choose(params.id, which, chosen);
			return { chosen: true };
		}
	),
	apply: action({ ...manage, form: z.object({}) }, ({ app, params, actor }) => {
		app.library.bring.apply(params.id, actor.userId);
		return { started: true };
	}),
	cancel: action({ ...manage, form: z.object({}) }, ({ app, params }) => {
		const { look, apply } = app.library.bring.work(params.id);
		for (const job of [look, apply])
			if (job?.state === 'queued' || job?.state === 'running') app.jobs.cancel(job.id);
		return { cancelled: true };
	}),
	remove: action({ ...manage, form: z.object({}) }, ({ app, params }) => {
		app.library.bring.remove(params.id);
		redirect(303, '/settings/bring');
	})
};
