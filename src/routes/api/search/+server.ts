import { api } from '#server/platform/web.ts';
import { ndjson, whole, toLines } from './lines.ts';
import { searchQuery } from './wish.ts';

export const GET = api(
	{
		access: 'search.use',
		summary: 'Search all indexers',
		description:
			'With `Accept: application/x-ndjson` one line an event, as answers arrive: `started`, `releases` (an id that came before replaces it), `outcome`, `done`. Otherwise one answer when all are in.',
		tags: ['Search'],
		query: searchQuery,
		rate: { max: 120, perSeconds: 60 }
	},
	({ app, actor, query, event, signal }) => {
		const begin = (until: AbortSignal) => toLines(app, query, { userId: actor.userId, signal: until });
		const accept = event.request.headers.get('accept') ?? '';
		return accept.includes('application/x-ndjson') ? ndjson(begin, event.locals) : whole(begin(signal));
	}
);
