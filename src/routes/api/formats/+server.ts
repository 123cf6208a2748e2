import { format } from '#core/formats/format.ts';
import { api } from '#server/platform/web.ts';

export const GET = api({ access: 'signed-in', summary: 'List formats', tags: ['Releases'] }, ({ app }) => {
	const items = app.profiles.formats.list();
	return { items, total: items.length };
});

export const POST = api(
	{ access: 'settings.manage', summary: 'Make or change a format', tags: ['Releases'], body: format },
	({ app, body }) => app.profiles.formats.save(body)
);
