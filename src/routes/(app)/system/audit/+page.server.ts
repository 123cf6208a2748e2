import { z } from 'zod';
import { auditFilter } from '#core/access/person-schema.ts';
import { page } from '#server/platform/web.ts';

const query = auditFilter
	.pick({ action: true, actorId: true, text: true })
	.extend({ cursor: z.string().max(200).optional() });

/** Forms send their empty fields too. */
const filled = (fields: Record<string, string | undefined>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(fields).flatMap(([key, value]) => (value ? [[key, value] as const] : []))
	);

export const load = page({ access: 'users.manage', query }, ({ app, query }) => {
	const wish = filled(query);
	return {
		log: app.accounts.audit.list({ ...wish, limit: 100 }),
		people: app.accounts.people.list().map(({ id, name }) => ({ value: id, title: name })),
		query: wish
	};
});
