import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

export const load = page({ access: 'in-person' }, ({ app, actor }) => ({
	account: app.accounts.people.get(actor.userId),
	hasPassword: app.accounts.people.hasPassword(actor.userId)
}));

const password = z.object({ current: z.string().max(1000).optional(), password: z.string().max(1000) });

export const actions = {
	name: action(
		{ access: 'in-person', form: z.object({ name: z.string().trim().min(1).max(80) }) },
		(given) => {
			const { app, actor, form } = given;
			app.accounts.people.change(actor.userId, { name: form.name });
			return { done: 'name' as const };
		}
	),
	password: action({ access: 'in-person', form: password }, async ({ app, actor, form }) => {
		const { userId, sessionId } = actor;
		const { current, password: next } = form;
		await app.accounts.people.changePassword(userId, { current, next, keepSessionId: sessionId });
		return { done: 'password' as const };
	})
};
