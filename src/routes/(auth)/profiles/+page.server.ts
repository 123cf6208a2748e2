import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';
import { pathOf, setCookies, visitOf } from '../../visit.ts';

const next = z.string().max(2000).optional();

export const load = page({ access: 'open', query: z.object({ next }) }, async ({ app, query, event }) => {
	const profiles = await app.accounts.signIns.profiles(visitOf(event));
	if (profiles.length === 0) redirect(303, '/login');
	return { profiles, next: pathOf(query.next) };
});

export const actions = {
	default: action(
		{ access: 'open', form: z.object({ userId: z.string().max(64), next }) },
		async ({ app, form, event }) => {
			setCookies(event, await app.accounts.signIns.switchTo(visitOf(event), form.userId));
			redirect(303, pathOf(form.next));
		}
	)
};
