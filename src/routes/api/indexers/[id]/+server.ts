import { api } from '#server/platform/web.ts';
import { patch, provider } from '../../providers/provider.ts';
import { indexerParams as params } from '../indexer.ts';

const tags = ['Indexers'];
const spec = { access: 'settings.manage', params } as const;

export const GET = api({ ...spec, tags, summary: 'One indexer', output: provider }, ({ app, params }) =>
	app.providers.of('indexer', params.id)
);

export const PATCH = api(
	{
		...spec,
		tags,
		summary: 'Change an indexer',
		description: 'It is tried again at once, whatever it failed at before.',
		body: patch,
		output: provider
	},
	({ app, params, body }) => app.providers.update(app.providers.of('indexer', params.id).id, body)
);

export const DELETE = api({ ...spec, tags, summary: 'Remove an indexer', status: 204 }, ({ app, params }) =>
	app.providers.remove(app.providers.of('indexer', params.id).id)
);
