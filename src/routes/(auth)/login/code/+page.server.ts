import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';
import { pathOf, setCookies, visitOf } from '../../../visit.ts';

const next = z.string().max(2000).optional();

export const load = page({ access: 'open', query: z.object({ next }) }, ({ query }) => ({
	next: pathOf(query.next)
}));

const form = z.object({ code: z.string().max(40), trustDevice: z.boolean().default(false), next });
const rate = { max: 20, perSeconds: 60, by: 'address' } as const;

export const actions = {
	default: action({ access: 'open', form, rate }, async ({ app, form, event }) => {
		const { cookies } = await app.accounts.signIns.withCode(visitOf(event), form);
		setCookies(event, cookies);
		redirect(303, pathOf(form.next));
	})
};
