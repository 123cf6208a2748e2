import { api, listOf } from '#server/platform/web.ts';
import { draft, provider } from '../providers/provider.ts';
import { indexer } from './indexer.ts';

const port = 'indexer';

export const GET = api(
	{ access: 'settings.manage', summary: 'List the indexers', tags: ['Indexers'], output: listOf(indexer) },
	({ app }) => {
		const items = app.indexers.list();
		return { items, total: items.length };
	}
);

export const POST = api(
	{
		access: 'settings.manage',
		summary: 'Add an indexer',
		description: 'Kinds are `torznab`, `newznab`, and `definition:ID` for each definition.',
		tags: ['Indexers'],
		body: draft,
		output: provider,
		status: 201
	},
	({ app, body }) => app.providers.create(port, body)
);
