import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

const params = z.object({ id: z.string() });

export const load = page({ access: 'system.read', params, topics: ['tasks'] }, ({ app, actor, params }) => ({
	task: app.tasks.get(params.id),
	history: app.tasks.history(params.id),
	houseZone: app.config.timeZone,
	mayManage: actor.permissions.has('system.manage')
}));

const nothing = z.object({});
const scheduleForm = z.object({
	enabled: z.boolean(),
	kind: z.enum(['usual', 'every', 'cron']),
	every: z.string().default(''),
	cron: z.string().default(''),
	timeZone: z.string().default('')
});

function scheduleOf({ kind, every, cron, timeZone }: z.output<typeof scheduleForm>) {
	if (kind === 'usual') return null;
	return kind === 'every' ? { every } : { cron, ...(timeZone && { timeZone }) };
}

export const actions = {
	run: action({ access: 'system.manage', params, form: nothing }, ({ app, params }) => {
		app.tasks.begin(params.id);
		return { begun: true };
	}),
	cancel: action({ access: 'system.manage', params, form: nothing }, ({ app, params }) => {
		app.tasks.cancel(params.id);
		return { stopped: true };
	}),
	schedule: action({ access: 'system.manage', params, form: scheduleForm }, ({ app, params, form }) => {
		app.tasks.reschedule(params.id, scheduleOf(form));
		app.tasks.enable(params.id, form.enabled);
		return { saved: true };
	})
};
