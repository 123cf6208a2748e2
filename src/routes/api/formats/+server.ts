import { z } from 'zod';
import { format } from '#core/formats/format.ts';
import { api } from '#server/platform/web.ts';

export const GET = api({ access: 'signed-in', summary: 'List formats', tags: ['Releases'] }, ({ app }) => {
	const items = app.profiles.formats.list();
	return { items, total: items.length };
});

/** What was removed can be sent back as it was. */
const kept = format.extend({ origin: z.enum(['shipped', 'changed', 'own', 'import']).optional() });

export const POST = api(
	{ access: 'settings.manage', summary: 'Make or change a format', tags: ['Releases'], body: kept },
	({ app, body: { origin, ...definition } }) =>
		app.profiles.formats.save(definition, origin === 'import' ? 'import' : 'own')
);
