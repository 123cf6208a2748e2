import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

export const load = page({ access: 'in-person' }, ({ app, actor }) => ({
	sessions: app.accounts.sessions.list(actor)
}));

export const actions = {
	end: action({ access: 'in-person', form: z.object({ id: z.string().max(64) }) }, ({ app, actor, form }) => {
		app.accounts.sessions.end(actor, form.id);
	}),
	endOthers: action({ access: 'in-person', form: z.object({}) }, ({ app, actor }) => {
		app.accounts.sessions.endAll(actor.userId, actor.sessionId);
	})
};
