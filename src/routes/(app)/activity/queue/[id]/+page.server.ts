import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action, page } from '#server/platform/web.ts';
import { removeForm, shown } from '../shown.ts';

const params = z.object({ id: z.number().int().positive() });

export const load = page(
	{ access: 'search.use', params, topics: ['downloads'] },
	({ app, actor, params: { id } }) => {
		const row = app.downloads.get(id);
		return {
			download: shown(app, row),
			hash: row.protocol === 'torrent' ? row.hash : null,
			category: row.category,
			history: app.downloads.history({ downloadId: id, limit: 100 }).items,
			mayManage: actor.permissions.has('downloads.manage'),
			mayImport: actor.permissions.has('library.edit')
		};
	}
);

export const actions = {
	remove: action(
		{ access: 'downloads.manage', form: removeForm },
		async ({ app, actor, form: { id, ...options }, event }) => {
			await app.downloads.remove(id, { ...options, by: actor.name }, event.request.signal);
			redirect(303, '/activity/queue');
		}
	)
};
