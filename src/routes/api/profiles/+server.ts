import { profile } from '#core/formats/profile.ts';
import { api } from '#server/platform/web.ts';

export const GET = api({ access: 'signed-in', summary: 'List profiles', tags: ['Releases'] }, ({ app }) => {
	const items = app.profiles.profiles.list();
	return { items, total: items.length };
});

export const POST = api(
	{ access: 'settings.manage', summary: 'Make or change a profile', tags: ['Releases'], body: profile },
	({ app, body }) => app.profiles.profiles.save(body)
);
