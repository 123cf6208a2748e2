import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { App } from '#server/app.ts';
import { action, page } from '#server/platform/web.ts';
import { draftFrom, kindOf, portOf, providerForm } from '../port.ts';

const params = z.object({ port: z.string(), id: z.number().int().positive() });

function stored(app: App, given: { port: string; id: number }) {
	const provider = app.providers.of(given.port, given.id);
	const kind = provider.kindTitle ? kindOf(app, provider.port, provider.kind) : undefined;
	return { provider, kind, fields: kind?.fields ?? [] };
}

const form = ({ app, params: given }: { app: App; params: Record<string, string> }) =>
	providerForm(stored(app, { port: given['port']!, id: Number(given['id']) }).fields);

export const load = page({ access: 'settings.manage', params, topics: ['providers'] }, ({ app, params }) => {
	const { provider, kind } = stored(app, params);
	return { port: portOf(app, params.port), provider, kind };
});

export const actions = {
	save: action({ access: 'settings.manage', params, form }, ({ app, params, form }) => {
		const { fields } = stored(app, params);
		app.providers.update(params.id, draftFrom(fields, form));
		return { saved: true };
	}),
	test: action({ access: 'settings.manage', params, form }, async ({ app, params, form }) => {
		const { provider, fields } = stored(app, params);
		const draft = { id: params.id, kind: provider.kind, ...draftFrom(fields, form) };
		return { tested: await app.providers.test(params.port, draft), values: form };
	}),
	remove: action({ access: 'settings.manage', params, form: z.object({}) }, ({ app, params }) => {
		app.providers.remove(stored(app, params).provider.id);
		redirect(303, `/settings/providers/${params.port}`);
	})
};
