import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

export const load = page({ access: 'system.read', topics: ['tasks'] }, ({ app, actor }) => ({
	tasks: app.tasks.list(),
	mayManage: actor.permissions.has('system.manage')
}));

const form = z.object({ id: z.string() });

export const actions = {
	run: action({ access: 'system.manage', form }, ({ app, form }) => {
		app.tasks.begin(form.id);
		return { begun: form.id };
	}),
	cancel: action({ access: 'system.manage', form }, ({ app, form }) => {
		app.tasks.cancel(form.id);
		return { stopped: form.id };
	})
};
