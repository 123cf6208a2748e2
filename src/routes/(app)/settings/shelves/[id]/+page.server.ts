import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { notFound } from '#server/platform/errors.ts';
import { action, page } from '#server/platform/web.ts';

const params = z.object({ id: z.number().int() });

export const load = page({ access: 'settings.manage', params }, ({ app, params }) => {
	const shelf = app.library.roots.libraries.list().find(({ id }) => id === params.id);
	if (!shelf) throw notFound('library', params.id);
	const { following } = app.library;
	const usual = following.of({ profileId: null, libraryId: -1 }).profile.name;
	return { shelf, usual, profiles: following.choices() };
});

const form = z.object({
	name: z.string().trim().min(1).max(100),
	profileId: z.string().max(200).default(''),
	seriesType: z.enum(['standard', 'anime', 'daily']).default('standard'),
	monitorNew: z.boolean().default(false)
});

export const actions = {
	default: action(
		{ access: 'settings.manage', params, form },
		({ app, params, form: { profileId, ...rest } }) => {
			app.library.roots.libraries.update(params.id, { ...rest, profileId: profileId || null });
			redirect(303, '/settings/root-folders');
		}
	)
};
