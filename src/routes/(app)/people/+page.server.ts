import { z } from 'zod';
import { role } from '#core/access/person-schema.ts';
import { action, page } from '#server/platform/web.ts';

export const load = page({ access: 'users.manage' }, ({ app, actor }) => ({
	people: app.accounts.people.list(),
	invitations: app.accounts.invitations.list(),
	self: actor.userId
}));

const day = 24 * 3600_000;
const invite = z.object({
	role,
	note: z.string().trim().max(200).optional(),
	days: z.number().int().min(1).max(365).default(7),
	maxUses: z.number().int().min(1).max(1000).default(1)
});

export const actions = {
	invite: action({ access: 'users.manage', form: invite }, ({ app, actor, form, event }) => {
		const { days, ...wish } = form;
		const expiresAt = Date.now() + days * day;
		const { token } = app.accounts.invitations.create(actor, { ...wish, expiresAt });
		return { link: `${event.url.origin}/invite/${token}` };
	}),
	withdraw: action({ access: 'users.manage', form: z.object({ id: z.number().int() }) }, ({ app, form }) => {
		app.accounts.invitations.remove(form.id);
	})
};
