import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';
import { setCookies, visitOf } from '../../../visit.ts';

const params = z.object({ token: z.string().max(100) });

export const load = page({ access: 'open', params }, ({ app, params }) => ({
	invitation: app.accounts.invitations.look(params.token) ?? null
}));

const form = z.object({
	username: z.string().max(200),
	name: z.string().max(80).optional(),
	password: z.string().max(1000)
});
const rate = { max: 20, perSeconds: 60, by: 'address' } as const;

export const actions = {
	default: action({ access: 'open', params, form, rate }, async ({ app, params, form, event }) => {
		await app.accounts.invitations.accept(params.token, form);
		const { cookies } = await app.accounts.signIns.withPassword(visitOf(event), form);
		setCookies(event, cookies);
		redirect(303, '/');
	})
};
