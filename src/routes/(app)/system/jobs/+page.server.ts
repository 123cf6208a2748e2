import { z } from 'zod';
import type { JobState, JobView } from '#server/platform/jobs.ts';
import { action, page } from '#server/platform/web.ts';

const shelves = {
	active: ['queued', 'running'],
	finished: ['done', 'cancelled'],
	failed: ['failed']
} as const satisfies Record<string, readonly JobState[]>;

const query = z.object({
	show: z.enum(['active', 'finished', 'failed']).default('active').catch('active'),
	cursor: z.string().optional()
});

const pageSize = 50;

/** Payload and result stay on the server: they are for the program, and may hold secrets. */
const shown = ({ payload: _payload, result: _result, ...job }: JobView) => job;

export const load = page({ access: 'system.read', query, topics: ['jobs'] }, ({ app, actor, query }) => {
	const { show, cursor } = query;
	const counts = app.jobs.counts();
	const list = (states: readonly JobState[], sort: string) =>
		app.jobs.list({ states, sort, limit: pageSize, ...(cursor && { cursor }) });
	// What runs stands above what waits; what waits stands in the order in which it came.
	const running =
		show === 'active' && !cursor ? app.jobs.list({ states: ['running'], limit: 500 }).items : [];
	const rest = show === 'active' ? list(['queued'], 'id') : list(shelves[show], '-id');
	return {
		show,
		jobs: [...running, ...rest.items].map(shown),
		next: rest.next,
		counts: {
			active: counts.queued + counts.running,
			finished: counts.done + counts.cancelled,
			failed: counts.failed
		},
		mayManage: actor.permissions.has('system.manage')
	};
});

const form = z.object({ id: z.number().int() });

export const actions = {
	cancel: action({ access: 'system.manage', form }, ({ app, form }) => {
		app.jobs.cancel(form.id);
		return { cancelled: form.id };
	}),
	retry: action({ access: 'system.manage', form }, ({ app, form }) => {
		app.jobs.retry(form.id);
		return { retried: form.id };
	})
};
