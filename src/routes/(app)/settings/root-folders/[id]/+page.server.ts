import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

const params = z.object({ id: z.number().int() });

export const load = page({ access: 'settings.manage', params }, ({ app, params }) => {
	const root = app.library.roots.get(params.id);
	return { root, libraries: app.library.roots.libraries.list().filter(({ kind }) => kind === root.kind) };
});

const form = z.object({
	libraryId: z.number().int(),
	readOnly: z.boolean().default(false),
	skipPatterns: z.string().max(10_000).default('')
});

export const actions = {
	default: action(
		{ access: 'settings.manage', params, form },
		({ app, params, form: { skipPatterns, ...wish } }) => {
			app.library.roots.update(params.id, {
				...wish,
				skipPatterns: skipPatterns
					.split('\n')
					.map((line) => line.trim())
					.filter(Boolean)
			});
			redirect(303, '/settings/root-folders');
		}
	)
};
