import { z } from 'zod';
import { api, listOf, listQuery } from '#server/platform/web.ts';
import { ids } from '../item.ts';
import { listedEpisode } from './episode.ts';

const day = z.iso.date().optional();

export const GET = api(
	{
		access: 'library.read',
		summary: 'List episodes',
		description: 'Of one series in their order, of all by air date, latest first.',
		tags: ['Library'],
		query: listQuery.omit({ sort: true }).extend({
			series: z.number().int().optional(),
			season: z.number().int().optional(),
			missing: z.boolean().optional().meta({ description: 'Monitored, aired and without a file' }),
			airedFrom: day,
			airedTo: day
		}),
		output: listOf(listedEpisode)
	},
	({ app, query }) => app.library.episodes(query)
);

export const PATCH = api(
	{
		access: 'library.edit',
		summary: 'Change many episodes at once',
		tags: ['Library'],
		body: z.strictObject({ ids, set: z.strictObject({ monitored: z.boolean() }) }),
		output: z.object({ changed: z.number().int() })
	},
	({ app, body }) => ({ changed: app.library.editEpisodes(body.ids, body.set) })
);
