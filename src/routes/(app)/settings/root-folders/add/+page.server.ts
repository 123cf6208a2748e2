import { redirect } from '@sveltejs/kit';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

export const load = page(
	{ access: 'settings.manage', query: z.object({ path: z.string().max(4000).optional() }) },
	async ({ app, query }) => {
		const { browse, list, usual } = app.library.roots;
		const wanted = query.path ?? '/';
		const found = await browse(wanted).catch((error: unknown) => ({
			path: wanted,
			folders: [] as string[],
			fault: (error as Error).message
		}));
		return {
			...found,
			parent: found.path === '/' ? undefined : dirname(found.path),
			shortcuts: query.path === undefined ? [...(await usual()), homedir()] : [],
			known: list().map(({ path }) => path)
		};
	}
);

const form = z.object({
	path: z.string().trim().min(1).max(4000),
	content: z.enum(['movie', 'series', 'anime']),
	readOnly: z.boolean().default(false)
});

export const actions = {
	default: action(
		{ access: 'settings.manage', form },
		async ({ app, actor, form: { path, content, readOnly } }) => {
			const root = await app.library.roots.add({
				path,
				readOnly,
				kind: content === 'movie' ? 'movie' : 'series',
				seriesType: content === 'anime' ? 'anime' : 'standard'
			});
			app.library.scan({ rootFolderId: root.id }, actor.userId);
			// Straight to where its posters will appear.
			redirect(303, content === 'movie' ? '/movies' : '/series');
		}
	)
};
