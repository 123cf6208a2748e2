import { redirect } from '@sveltejs/kit';
import type { App } from '#server/app.ts';
import { action, page } from '#server/platform/web.ts';
import { draftFrom, providerForm } from '../../../../providers/[port]/port.ts';

const access = 'settings.manage';
const port = 'indexer-source';
const kindIn = (app: App, params: Record<string, string>) => app.providers.kind(port, params['kind']!);
const form = ({ app, params }: { app: App; params: Record<string, string> }) =>
	providerForm(kindIn(app, params).fields);

export const load = page({ access }, ({ app, params }) => ({ kind: kindIn(app, params) }));

export const actions = {
	save: action({ access, form }, ({ app, params, form }) => {
		const { kind, fields } = kindIn(app, params);
		const { id } = app.providers.create(port, { kind, ...draftFrom(fields, form) });
		redirect(303, `/settings/indexers/sources/${id}`);
	}),
	test: action({ access, form }, async ({ app, params, form }) => {
		const { kind, fields } = kindIn(app, params);
		return { tested: await app.providers.test(port, { kind, ...draftFrom(fields, form) }), values: form };
	})
};
