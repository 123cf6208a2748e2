import { api, listOf } from '#server/platform/web.ts';
import { kind, portParams } from '../../provider.ts';

export const GET = api(
	{
		access: 'settings.manage',
		summary: 'List the kinds of provider for a port, each with its form',
		tags: ['Providers'],
		params: portParams,
		output: listOf(kind)
	},
	({ app, params }) => {
		const items = app.providers.kinds(params.port);
		return { items, total: items.length };
	}
);
