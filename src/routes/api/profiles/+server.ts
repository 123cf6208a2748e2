import { z } from 'zod';
import { profile } from '#core/formats/profile.ts';
import { api } from '#server/platform/web.ts';

export const GET = api({ access: 'signed-in', summary: 'List profiles', tags: ['Releases'] }, ({ app }) => {
	const items = app.profiles.profiles.list();
	return { items, total: items.length };
});

/** What was removed can be sent back as it was. */
const kept = profile.extend({ origin: z.enum(['shipped', 'changed', 'own', 'import']).optional() });

export const POST = api(
	{ access: 'settings.manage', summary: 'Make or change a profile', tags: ['Releases'], body: kept },
	({ app, body: { origin, ...definition } }) =>
		app.profiles.profiles.save(definition, origin === 'import' ? 'import' : 'own')
);
