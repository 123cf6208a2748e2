import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { App } from '#server/app.ts';
import { action, page } from '#server/platform/web.ts';
import { draftFrom, providerForm } from '../../providers/[port]/port.ts';

const access = 'settings.manage';
const params = z.object({ id: z.number().int().positive() });
const month = 30 * 86_400_000;

function stored(app: App, id: number) {
	const provider = app.providers.of('indexer', id);
	const kind = provider.kindTitle ? app.providers.kind('indexer', provider.kind) : undefined;
	return { provider, kind, fields: kind?.fields ?? [] };
}
const form = ({ app, params: given }: { app: App; params: Record<string, string> }) =>
	providerForm(stored(app, Number(given['id'])).fields);

export const load = page({ access, params, topics: ['providers'] }, ({ app, params }) => {
	const { provider, kind } = stored(app, params.id);
	return {
		provider,
		kind,
		signsInByHand: kind !== undefined && app.indexers.byHand(params.id) !== undefined,
		used: app.indexers.used(params.id),
		asked: app.indexers.statistics(Date.now() - month).find(({ indexerId }) => indexerId === params.id),
		sourceId: app.indexers.list().find(({ id }) => id === params.id)?.sourceId
	};
});

export const actions = {
	save: action({ access, params, form }, ({ app, params, form }) => {
		app.providers.update(params.id, draftFrom(stored(app, params.id).fields, form));
		return { saved: true };
	}),
	test: action({ access, params, form }, async ({ app, params, form }) => {
		const { provider, fields } = stored(app, params.id);
		const draft = { id: params.id, kind: provider.kind, ...draftFrom(fields, form) };
		return { tested: await app.providers.test('indexer', draft), values: form };
	}),
	ask: action({ access, params, form: z.object({}) }, async ({ app, params }) => {
		const challenge = await app.indexers.byHand(params.id)?.ask();
		return { challenge: challenge ?? { type: 'none' as const } };
	}),
	answer: action(
		{ access, params, form: z.object({ text: z.string().trim().min(1).max(200) }) },
		async ({ app, params, form }) => {
			await app.indexers.byHand(params.id)?.answer(form.text);
			app.providers.success(params.id);
			return { signedIn: true };
		}
	),
	remove: action({ access, params, form: z.object({}) }, ({ app, params }) => {
		app.providers.remove(stored(app, params.id).provider.id);
		redirect(303, '/settings/indexers');
	})
};
