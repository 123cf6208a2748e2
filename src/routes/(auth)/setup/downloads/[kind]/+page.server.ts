import { redirect } from '@sveltejs/kit';
import type { App } from '#server/app.ts';
import { action, page } from '#server/platform/web.ts';
import { draftFrom, kindOf, providerForm } from '../../../../(app)/settings/providers/[port]/port.ts';

const port = 'download-client';
const kindIn = (app: App, params: Record<string, string>) => kindOf(app, port, params['kind']!);

const form = ({ app, params }: { app: App; params: Record<string, string> }) =>
	providerForm(kindIn(app, params).fields);

export const load = page({ access: 'settings.manage' }, ({ app, params }) => ({ kind: kindIn(app, params) }));

export const actions = {
	save: action({ access: 'settings.manage', form }, ({ app, params, form }) => {
		const { kind, fields } = kindIn(app, params);
		app.providers.create(port, { kind, ...draftFrom(fields, form) });
		redirect(303, '/setup/downloads');
	}),
	test: action({ access: 'settings.manage', form }, async ({ app, params, form }) => {
		const { kind, fields } = kindIn(app, params);
		return { tested: await app.providers.test(port, { kind, ...draftFrom(fields, form) }), values: form };
	})
};
