import { z } from 'zod';
import { openStates, type DownloadState } from '#core/downloads/download.ts';
import { action, page } from '#server/platform/web.ts';
import { idForm, removeForm, shown } from './shown.ts';

const shelves = {
	open: openStates,
	finished: ['completed', 'handed-over', 'imported'],
	failed: ['failed', 'missing']
} as const satisfies Record<string, readonly DownloadState[]>;

const query = z.object({
	show: z.enum(['open', 'finished', 'failed']).default('open').catch('open'),
	cursor: z.string().optional()
});

export const load = page(
	{ access: 'search.use', query, topics: ['downloads', 'providers'] },
	({ app, actor, query: { show, cursor } }) => {
		const { items, next } = app.downloads.queue({ states: shelves[show], limit: 100, cursor });
		const counts = app.downloads.counts();
		const countOf = (states: readonly DownloadState[]) =>
			states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
		return {
			show,
			downloads: items.map((row) => shown(app, row)),
			next,
			counts: {
				open: countOf(shelves.open),
				finished: countOf(shelves.finished),
				failed: countOf(shelves.failed)
			},
			/** Without a client nothing can ever come here. */
			clients: app.providers.list('download-client').filter(({ enabled }) => enabled).length,
			mayManage: actor.permissions.has('downloads.manage'),
			mayConnect: actor.permissions.has('settings.manage'),
			mayImport: actor.permissions.has('library.edit')
		};
	}
);

export const actions = {
	pause: action({ access: 'downloads.manage', form: idForm }, async ({ app, form, event }) => {
		await app.downloads.pause(form.id, event.request.signal);
		return { turned: form.id };
	}),
	resume: action({ access: 'downloads.manage', form: idForm }, async ({ app, form, event }) => {
		await app.downloads.resume(form.id, event.request.signal);
		return { turned: form.id };
	}),
	remove: action(
		{ access: 'downloads.manage', form: removeForm },
		async ({ app, actor, form: { id, ...options }, event }) => {
			await app.downloads.remove(id, { ...options, by: actor.name }, event.request.signal);
			return { removed: id };
		}
	)
};
