import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';
import { pathOf, setCookies, visitOf } from '../../visit.ts';

const rate = { max: 60, perSeconds: 60, by: 'address' } as const;
const next = z.string().max(2000).optional();

const query = z.object({
	next,
	/** Set by "somebody else": the profiles of this device are left aside. */
	other: z.boolean().default(false),
	/** Why the identity provider sent the visitor back. */
	error: z.string().max(100).optional()
});

export const load = page({ access: 'open', query }, async ({ app, actor, query, event }) => {
	const { next, other, error } = query;
	if (actor && !other) redirect(303, pathOf(next));
	const { signIns } = app.accounts;
	return {
		next: pathOf(next),
		other,
		error,
		profiles: other ? [] : await signIns.profiles(visitOf(event)),
		provider: signIns.providerTitle()
	};
});

const credentials = z.object({ username: z.string().max(200), password: z.string().max(1000), next });

export const actions = {
	password: action({ access: 'open', form: credentials, rate }, async ({ app, form, event }) => {
		const answer = await app.accounts.signIns.withPassword(visitOf(event), form);
		setCookies(event, answer.cookies);
		const to = pathOf(form.next);
		redirect(303, answer.outcome === 'signed-in' ? to : `/login/code?next=${encodeURIComponent(to)}`);
	}),
	provider: action({ access: 'open', form: z.object({ next }), rate }, async ({ app, form, event }) => {
		const { url, cookies } = await app.accounts.signIns.withProvider(visitOf(event), pathOf(form.next));
		setCookies(event, cookies);
		redirect(303, url);
	}),
	profile: action(
		{ access: 'open', form: z.object({ userId: z.string().max(64), next }), rate },
		async ({ app, form, event }) => {
			setCookies(event, await app.accounts.signIns.switchTo(visitOf(event), form.userId));
			redirect(303, pathOf(form.next));
		}
	)
};
