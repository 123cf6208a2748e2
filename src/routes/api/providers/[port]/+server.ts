import { api, listOf } from '#server/platform/web.ts';
import { draft, portParams, provider } from '../provider.ts';

export const GET = api(
	{
		access: 'settings.manage',
		summary: 'List the providers of a port',
		tags: ['Providers'],
		params: portParams,
		output: listOf(provider)
	},
	({ app, params }) => {
		const items = app.providers.list(params.port);
		return { items, total: items.length };
	}
);

export const POST = api(
	{
		access: 'settings.manage',
		summary: 'Add a provider',
		tags: ['Providers'],
		params: portParams,
		body: draft,
		output: provider,
		status: 201
	},
	({ app, params, body }) => app.providers.create(params.port, body)
);
