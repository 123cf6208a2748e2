import { api } from '#server/platform/web.ts';
import { patch, provider, providerParams } from '../../provider.ts';

export const GET = api(
	{
		access: 'settings.manage',
		summary: 'One provider',
		tags: ['Providers'],
		params: providerParams,
		output: provider
	},
	({ app, params }) => app.providers.of(params.port, params.id)
);

export const PATCH = api(
	{
		access: 'settings.manage',
		summary: 'Change a provider',
		tags: ['Providers'],
		params: providerParams,
		body: patch,
		output: provider
	},
	({ app, params, body }) => app.providers.update(app.providers.of(params.port, params.id).id, body)
);

export const DELETE = api(
	{
		access: 'settings.manage',
		summary: 'Remove a provider',
		tags: ['Providers'],
		params: providerParams,
		status: 204
	},
	({ app, params }) => app.providers.remove(app.providers.of(params.port, params.id).id)
);
