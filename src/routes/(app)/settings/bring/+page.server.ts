import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';

export const load = page({ access: 'settings.manage', topics: ['jobs'] }, ({ app }) => ({
	sources: app.library.bring.list()
}));

const form = z.object({
	app: z.enum(['sonarr', 'radarr', 'jellyfin']),
	address: z.string().trim().min(1, 'Say where it runs.').max(500),
	apiKey: z.string().trim().min(1, 'It does not answer without a key.').max(200)
});

export const actions = {
	add: action({ access: 'settings.manage', form }, async ({ app, form, event }) => {
		const people = app.accounts.people.list();
		const { id } = await app.library.bring.add(form, people, event.request.signal);
		redirect(303, `/settings/bring/${id}`);
	})
};
