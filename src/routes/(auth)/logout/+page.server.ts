import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';
import { setCookies, visitOf } from '../../visit.ts';

export const load = page({ access: 'open' }, () => redirect(303, '/'));

export const actions = {
	default: action(
		{ access: 'open', form: z.object({ everyone: z.boolean().default(false) }) },
		async ({ app, actor, form, event }) => {
			const { signIns } = app.accounts;
			const visit = visitOf(event);
			const one = actor && !form.everyone;
			const { cookies, left } = one ? await signIns.leave(visit, actor.userId) : await signIns.signOut(visit);
			setCookies(event, cookies);
			redirect(303, left > 0 ? '/profiles' : '/login');
		}
	)
};
