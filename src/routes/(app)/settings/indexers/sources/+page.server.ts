import { page } from '#server/platform/web.ts';

export const load = page({ access: 'settings.manage', topics: ['providers'] }, ({ app }) => ({
	sources: app.providers.list('indexer-source'),
	kinds: app.providers
		.kinds('indexer-source')
		.map(({ kind, title, description }) => ({ kind, title, description })),
	taken: app.indexers.list().flatMap(({ sourceId }) => (sourceId === undefined ? [] : [sourceId]))
}));
