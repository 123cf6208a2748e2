import { api, listOf } from '#server/platform/web.ts';
import { port } from './provider.ts';

export const GET = api(
	{
		access: 'settings.manage',
		summary: 'List what providers exist for',
		tags: ['Providers'],
		output: listOf(port)
	},
	({ app }) => {
		const items = app.providers.ports();
		return { items, total: items.length };
	}
);
