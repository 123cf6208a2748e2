import { z } from 'zod';
import { profile } from '#core/formats/profile.ts';
import { action, page } from '#server/platform/web.ts';
import type { Origin } from '../formats/origin.ts';

export const load = page({ access: 'settings.manage', topics: ['profiles'] }, ({ app }) => ({
	usual: app.profiles.fallback().id,
	profiles: app.profiles.profiles.list().map((each) => ({
		id: each.id,
		name: each.name,
		description: each.description,
		medium: each.medium,
		origin: each.origin,
		upgrades: each.upgrades,
		cutoff: each.cutoff,
		allowed: each.qualities.filter(({ allowed }) => allowed).map(({ name }) => name)
	}))
}));

const kept = profile.extend({ origin: z.enum(['shipped', 'changed', 'own', 'import']).default('own') });

export const actions = {
	remove: action(
		{
			access: 'settings.manage',
			/** `usual` leaves its titles to what their shelf says. */
			form: z.object({ id: z.string(), to: z.string().max(200).optional() })
		},
		({ app, form: { id, to } }): { removed: z.output<typeof kept> & { origin: Origin }; undoId?: number } => {
			const removed = app.profiles.profiles.get(id);
			return { removed, ...app.library.following.removeProfile(id, to === 'usual' ? null : to) };
		}
	),
	restore: action(
		{
			access: 'settings.manage',
			form: z.object({ definition: z.string().max(1_000_000), undoId: z.number().int().optional() })
		},
		async ({ app, form }) => {
			const { origin, ...definition } = kept.parse(JSON.parse(form.definition));
			app.profiles.profiles.save(definition, origin === 'import' ? 'import' : 'own');
			if (form.undoId !== undefined) await app.library.undo(form.undoId);
			return { restored: definition.id };
		}
	)
};
