import { page } from '#server/platform/web.ts';

const access = 'settings.manage';
const month = 30 * 86_400_000;

export const load = page({ access, topics: ['providers', 'releases'] }, ({ app }) => {
	const statistics = new Map(
		app.indexers.statistics(Date.now() - month).map((standing) => [standing.indexerId, standing])
	);
	return {
		indexers: app.indexers.list().map((indexer) => ({ ...indexer, asked: statistics.get(indexer.id) })),
		address: app.general().address
	};
});
