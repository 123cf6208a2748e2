import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { role } from '#core/access/person-schema.ts';
import { action, page } from '#server/platform/web.ts';

const access = 'users.manage';
const params = z.object({ id: z.string().max(64) });

export const load = page({ access, params }, ({ app, actor, params }) => ({
	someone: app.accounts.people.get(params.id),
	keys: app.accounts.keys.list(params.id),
	isSelf: actor.userId === params.id
}));

const change = z.object({ name: z.string().trim().min(1).max(80), role, disabled: z.boolean() });

export const actions = {
	change: action({ access, params, form: change }, ({ app, params, form }) => {
		app.accounts.people.change(params.id, form);
		return { done: 'Saved.' };
	}),
	password: action(
		{ access, params, form: z.object({ password: z.string().max(1000) }) },
		async ({ app, params, form }) => {
			await app.accounts.people.resetPassword(params.id, form.password);
			return { done: 'The password is changed, and every device of theirs signed out.' };
		}
	),
	twoFactor: action({ access, params, form: z.object({}) }, ({ app, params }) => {
		app.accounts.people.removeTwoFactor(params.id);
		return { done: 'The second step is taken off.' };
	}),
	signOut: action({ access, params, form: z.object({}) }, ({ app, params }) => {
		app.accounts.sessions.endAll(params.id);
		return { done: 'Signed out everywhere.' };
	}),
	removeKey: action({ access, params, form: z.object({ keyId: z.string().max(64) }) }, (given) => {
		given.app.accounts.keys.remove(given.form.keyId, given.params.id);
		return { done: 'The key is removed.' };
	}),
	remove: action({ access, params, form: z.object({}) }, ({ app, params }) => {
		app.accounts.people.remove(params.id);
		redirect(303, '/people');
	})
};
