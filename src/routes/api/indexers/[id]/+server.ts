import { api } from '#server/platform/web.ts';
import { patch, provider } from '../../providers/provider.ts';
import { indexerParams as params } from '../indexer.ts';

const spec = { access: 'settings.manage', tags: ['Indexers'], params } as const;

export const GET = api({ ...spec, summary: 'One indexer', output: provider }, ({ app, params }) =>
	app.providers.of('indexer', params.id)
);

export const PATCH = api(
	{
		...spec,
		summary: 'Change an indexer',
		description: 'It is tried again at once, whatever it failed at before.',
		body: patch,
		output: provider
	},
	({ app, params, body }) => app.providers.update(app.providers.of('indexer', params.id).id, body)
);

export const DELETE = api({ ...spec, summary: 'Remove an indexer', status: 204 }, ({ app, params }) =>
	app.providers.remove(app.providers.of('indexer', params.id).id)
);
