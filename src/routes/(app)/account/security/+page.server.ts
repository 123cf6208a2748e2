import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';
import { setCookies, visitOf } from '../../../visit.ts';

export const load = page({ access: 'in-person' }, ({ app, actor }) => {
	const { people } = app.accounts;
	return {
		account: people.get(actor.userId),
		hasPassword: people.hasPassword(actor.userId),
		passkeys: people.passkeys(actor.userId)
	};
});

const secret = z.object({ password: z.string().max(1000).default('') });

export const actions = {
	start: action({ access: 'in-person', form: secret }, async ({ app, actor, form, event }) => ({
		enrolment: await app.accounts.signIns.startTwoFactor(visitOf(event), actor, form.password)
	})),
	confirm: action(
		{ access: 'in-person', form: z.object({ code: z.string().max(20) }) },
		async ({ app, actor, form, event }) => {
			setCookies(event, await app.accounts.signIns.confirmTwoFactor(visitOf(event), actor, form.code));
			return { confirmed: true };
		}
	),
	stop: action({ access: 'in-person', form: secret }, async ({ app, actor, form, event }) => {
		setCookies(event, await app.accounts.signIns.stopTwoFactor(visitOf(event), actor, form.password));
		return { stopped: true };
	}),
	codes: action({ access: 'in-person', form: secret }, async ({ app, actor, form, event }) => ({
		recoveryCodes: await app.accounts.signIns.newRecoveryCodes(visitOf(event), actor, form.password)
	})),
	removePasskey: action(
		{ access: 'in-person', form: z.object({ id: z.string().max(64) }) },
		({ app, actor, form }) => {
			app.accounts.people.removePasskey(actor.userId, form.id);
			return { removed: true };
		}
	)
};
