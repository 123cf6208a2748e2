import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { stepAfter } from '#core/access/setup-steps.ts';
import { action, page } from '#server/platform/web.ts';
import { setCookies, visitOf } from '../../visit.ts';

export const load = page({ access: 'open' }, ({ app, actor }) => {
	if (!app.accounts.needsSetup()) redirect(303, actor ? stepAfter('/setup') : '/login');
});

const form = z.object({
	username: z.string().max(200),
	name: z.string().max(80).optional(),
	password: z.string().max(1000)
});

export const actions = {
	default: action(
		{ access: 'open', form, rate: { max: 20, perSeconds: 60, by: 'address' } },
		async ({ app, form, event }) => {
			await app.accounts.setup.createAdmin(form);
			const { cookies } = await app.accounts.signIns.withPassword(visitOf(event), form);
			setCookies(event, cookies);
			redirect(303, stepAfter('/setup'));
		}
	)
};
