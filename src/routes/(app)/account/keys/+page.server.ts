import { z } from 'zod';
import { permission } from '#core/access/person-schema.ts';
import { action, page } from '#server/platform/web.ts';

export const load = page({ access: 'in-person' }, ({ app, actor }) => ({
	keys: app.accounts.keys.list(actor.userId),
	grantable: [...actor.permissions]
}));

const day = 24 * 3600_000;
const form = z.object({
	name: z.string().trim().min(1).max(80),
	scopes: z.array(permission),
	everything: z.boolean(),
	days: z.number().int().min(1).max(3650).optional(),
	perMinute: z.number().int().min(1).max(100_000).optional()
});

export const actions = {
	create: action({ access: 'in-person', form }, ({ app, actor, form }) => {
		const { name, everything, scopes, days, perMinute } = form;
		const { key } = app.accounts.keys.create(actor.userId, {
			name,
			scopes: everything ? null : scopes,
			perMinute,
			expiresAt: days && Date.now() + days * day
		});
		return { key, name };
	}),
	remove: action(
		{ access: 'in-person', form: z.object({ id: z.string().max(64) }) },
		({ app, actor, form }) => {
			app.accounts.keys.remove(form.id, actor.userId);
		}
	)
};
