import { z } from 'zod';
import { format } from '#core/formats/format.ts';
import { action, page } from '#server/platform/web.ts';
import type { Origin } from './origin.ts';

const query = z.object({ q: z.string().default(''), origin: z.string().default('') });

export const load = page({ access: 'settings.manage', query, topics: ['profiles'] }, ({ app, query }) => {
	const all = app.profiles.formats.list();
	const wanted = query.q.toLowerCase();
	const shown = all.filter(
		(each) =>
			(query.origin === '' || each.origin === query.origin) &&
			[each.name, each.category, each.description ?? ''].some((text) => text.toLowerCase().includes(wanted))
	);
	return {
		query,
		total: all.length,
		own: all.filter(({ origin }) => origin !== 'shipped').length,
		formats: shown.map(({ id, name, category, description, origin, scores, conditions }) => ({
			id,
			name,
			category,
			description,
			origin,
			score: scores['default'] ?? 0,
			conditions: conditions.length
		}))
	};
});

const kept = format.extend({ origin: z.enum(['shipped', 'changed', 'own', 'import']).default('own') });

export const actions = {
	remove: action(
		{ access: 'settings.manage', form: z.object({ id: z.string() }) },
		({ app, form }): { removed: z.output<typeof kept> & { origin: Origin } } => {
			const removed = app.profiles.formats.get(form.id);
			app.profiles.formats.remove(form.id);
			return { removed };
		}
	),
	restore: action(
		{ access: 'settings.manage', form: z.object({ definition: z.string().max(1_000_000) }) },
		({ app, form }) => {
			const { origin, ...definition } = kept.parse(JSON.parse(form.definition));
			app.profiles.formats.save(definition, origin === 'import' ? 'import' : 'own');
			return { restored: definition.id };
		}
	)
};
