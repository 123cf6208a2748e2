import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

const params = z.object({ id: z.number().int().positive() });

export const load = page({ access: 'system.read', params, topics: ['jobs'] }, ({ app, actor, params }) => {
	const { payload: _payload, result: _result, ...job } = app.jobs.get(params.id);
	return { job, log: app.jobs.logs(params.id), mayManage: actor.permissions.has('system.manage') };
});

const form = z.object({});

export const actions = {
	cancel: action({ access: 'system.manage', params, form }, ({ app, params }) => {
		app.jobs.cancel(params.id);
		return { cancelled: true };
	}),
	retry: action({ access: 'system.manage', params, form }, ({ app, params }) => {
		app.jobs.retry(params.id);
		return { retried: true };
	})
};
