import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { App } from '#server/app.ts';
import { action, page } from '#server/platform/web.ts';
import { draftFrom, providerForm } from '../../../providers/[port]/port.ts';

const access = 'settings.manage';
const port = 'indexer-source';
const params = z.object({ id: z.number().int().positive() });

function stored(app: App, id: number) {
	const provider = app.providers.of(port, id);
	return { provider, kind: app.providers.kind(port, provider.kind) };
}
const form = ({ app, params: given }: { app: App; params: Record<string, string> }) =>
	providerForm(stored(app, Number(given['id'])).kind.fields);

export const load = page({ access, params, topics: ['providers'] }, ({ app, params, event }) => ({
	...stored(app, params.id),
	// Its list is streamed: the other program may be slow, or not there.
	offered: app.indexers.takeover.offered(params.id, event.request.signal).then(
		(items) => ({ items, fault: undefined }),
		(error: Error) => ({ items: [], fault: error.message })
	)
}));

export const actions = {
	take: action(
		{ access, params, form: z.object({ remoteIds: z.array(z.string()) }) },
		async ({ app, params, form }) => ({
			taken: (await app.indexers.takeover.take(params.id, form.remoteIds)).added
		})
	),
	sync: action({ access, params, form: z.object({}) }, async ({ app, params }) => ({
		step: await app.indexers.takeover.sync(stored(app, params.id).provider.id)
	})),
	save: action({ access, params, form }, ({ app, params, form }) => {
		app.providers.update(params.id, draftFrom(stored(app, params.id).kind.fields, form));
		return { saved: true };
	}),
	test: action({ access, params, form }, async ({ app, params, form }) => {
		const { provider, kind } = stored(app, params.id);
		const draft = { id: params.id, kind: provider.kind, ...draftFrom(kind.fields, form) };
		return { tested: await app.providers.test(port, draft), values: form };
	}),
	remove: action({ access, params, form: z.object({}) }, ({ app, params }) => {
		app.providers.remove(stored(app, params.id).provider.id);
		redirect(303, '/settings/indexers/sources');
	})
};
